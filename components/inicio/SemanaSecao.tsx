import clsx from "clsx";
import Link from "next/link";
import { Destaques } from "@/components/relatorios/Destaques";
import { enderecoDaLista } from "@/components/relatorios/enderecos";
import { Grafico } from "@/components/relatorios/Grafico";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import type { Semana } from "@/lib/inicio/queries";

/** Money and occupation of the week until today, beside the same days of the week before. */
export function SemanaSecao({ semana: { filtro, receita, ocupacao, resto } }: { semana: Semana }) {
  const previsto = enderecoDaLista({ periodo: "datas", de: resto.de, ate: resto.ate }, { medida: "previsto" });
  return (
    <section aria-labelledby="semana" className="grid gap-4 *:min-w-0">
      <header>
        <h2 id="semana" className="text-lg font-semibold">
          Esta semana
        </h2>
        <p className="text-sm text-muted">
          De segunda até hoje, ao lado dos mesmos dias da semana passada. Ainda marcado até domingo:{" "}
          <Link
            href={previsto}
            prefetch={false}
            className="inline-flex min-h-6 items-center font-medium text-foreground underline-offset-4 hover:underline pointer-coarse:min-h-11"
            data-previsto
          >
            {escreverCentavos(resto.previsto)}
          </Link>
          .
        </p>
      </header>
      <Destaques quadro={receita} filtro={filtro} />
      <div className={clsx("grid gap-4 *:min-w-0", ocupacao.linhas.length > 0 && "lg:grid-cols-2")}>
        <Grafico sozinho quadro={receita} filtro={filtro} />
        <Grafico sozinho quadro={ocupacao} filtro={filtro} />
      </div>
    </section>
  );
}
