import type { Quadro } from "@/lib/domain/quadro";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { Destaques } from "./Destaques";
import { Grafico } from "./Grafico";

type ResumoFolhaProps = {
  filtro: FiltroRelatorio;
  receita: Quadro;
  situacao: Quadro;
  lados: readonly Quadro[];
};

/** The month on one page: what came in, what became of the appointments, by whom, with what. */
export function ResumoFolha({ filtro, receita, situacao, lados }: ResumoFolhaProps) {
  return (
    <div className="grid gap-4 *:min-w-0 print:gap-2 print:text-xs">
      <Destaques quadro={receita} filtro={filtro} />
      <Destaques quadro={situacao} filtro={filtro} />
      <Grafico sozinho quadro={receita} filtro={filtro} />
      <div className="grid gap-4 *:min-w-0 lg:grid-cols-2 print:grid-cols-2 print:gap-2">
        {lados.map((quadro) => (
          <Grafico
            sozinho
            key={quadro.titulo}
            quadro={{ ...quadro, linhas: quadro.linhas.slice(0, 8) }}
            filtro={filtro}
          />
        ))}
      </div>
    </div>
  );
}
