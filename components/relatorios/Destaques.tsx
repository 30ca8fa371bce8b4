import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { colunas, ehMedida, type ChaveColuna } from "@/lib/domain/medidas";
import { escreverCelula, variacao, type Quadro } from "@/lib/domain/quadro";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { Definicao } from "./Definicao";
import { enderecoDaLista } from "./enderecos";

/** More of these is worse. */
const ruins: readonly ChaveColuna[] = [
  "cancelados",
  "faltas",
  "taxaFaltas",
  "taxaCancelados",
  "perdido",
  "valorCancelado",
  "desconto",
  "falharam",
];

function Variacao({ chave, agora, antes }: { chave: ChaveColuna; agora: number; antes: number }) {
  const percentual = variacao(agora, antes);
  const subiu = agora > antes;
  const Icon = subiu ? ArrowUp : ArrowDown;
  const bom = subiu !== ruins.includes(chave);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted print:text-[10px]">
      {percentual !== null && percentual !== 0 && (
        <span className={clsx("flex items-center font-medium", bom ? "text-success-text" : "text-danger-text")}>
          <Icon aria-hidden className="size-3.5" />
          <span className="sr-only">{subiu ? "mais" : "menos"} </span>
          {escreverCelula("ocupacao", Math.abs(percentual))}
        </span>
      )}
      <span>antes {escreverCelula(chave, antes)}</span>
    </p>
  );
}

/** The report's main numbers in large, each beside that of the period before. */
export function Destaques({ quadro, filtro }: { quadro: Quadro; filtro: FiltroRelatorio }) {
  const { destaques, total, totalAntes } = quadro;
  if (!total || !totalAntes) return null;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-3 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4 print:gap-2">
      {destaques.map((chave) => {
        const { titulo, definicao } = colunas[chave];
        const valor = escreverCelula(chave, total[chave]);
        return (
          <div key={chave} className="@container min-w-0 rounded-lg border bg-surface p-3 sm:p-4 print:p-2">
            <dt className="flex items-center justify-between gap-1 text-sm text-muted">
              {titulo}
              <Definicao id={`destaque-${chave}`} titulo={titulo} texto={definicao} />
            </dt>
            <dd className="mt-1">
              <p
                className="flex min-h-6 items-center text-[clamp(1rem,13cqi,1.5rem)] font-semibold print:text-base pointer-coarse:min-h-11"
                data-destaque={chave}
              >
                {ehMedida(chave) ? (
                  <Link
                    href={enderecoDaLista(filtro, { medida: chave })}
                    prefetch={false}
                    className="flex items-center self-stretch underline-offset-4 hover:underline"
                  >
                    {valor}
                  </Link>
                ) : (
                  valor
                )}
              </p>
              <Variacao chave={chave} agora={total[chave]!} antes={totalAntes[chave]!} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
