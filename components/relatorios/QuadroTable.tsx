import clsx from "clsx";
import { MessageCircle } from "lucide-react";
import Link from "next/link";
import { colunas as todas, ehMedida, type ChaveColuna } from "@/lib/domain/medidas";
import { escreverCelula, linhaDoTotal, type LinhaDoQuadro, type Quadro } from "@/lib/domain/quadro";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { Definicao } from "./Definicao";
import { enderecoDaLista } from "./enderecos";
import { Rolagem } from "./Rolagem";

type QuadroTableProps = {
  quadro: Quadro;
  filtro: FiltroRelatorio;
  /** May open a client's page. */
  abreClientes: boolean;
};

/** A table of more columns is written smaller on paper. */
const LARGO = 6;

const celula = "px-3 py-2 text-right whitespace-nowrap print:px-0.5 print:py-0.5";
const cabeca =
  "px-3 py-2 text-right font-medium whitespace-nowrap print:px-0.5 print:py-0.5 print:align-bottom print:whitespace-normal";
const primeira =
  "min-w-32 sticky left-0 bg-surface px-4 py-2 text-left print:static print:min-w-0 print:px-0 print:py-1";
const ligada = "inline-flex min-h-6 items-center underline-offset-4 hover:underline pointer-coarse:min-h-11";

/** As dark as its share of the most, always light enough to be read on. */
const sombra = (valor: number, maximo: number) => ({
  background: `color-mix(in srgb, var(--brand) ${maximo > 0 ? Math.round((valor * 32) / maximo) : 0}%, var(--surface))`,
  printColorAdjust: "exact" as const,
});

function Valor({
  chave,
  linha,
  quadro,
  filtro,
}: { chave: ChaveColuna; linha: LinhaDoQuadro } & Omit<QuadroTableProps, "abreClientes">) {
  const valor = linha.valores[chave];
  const escrito = escreverCelula(chave, valor);
  if (chave === "telefone" && typeof valor === "string")
    return (
      <a
        href={`https://wa.me/${valor.slice(1)}`}
        target="_blank"
        rel="noreferrer"
        className={clsx(ligada, "gap-1.5 text-brand-text")}
      >
        <MessageCircle aria-hidden className="size-4 print:hidden" />
        <span className="sr-only">Chamar no WhatsApp: </span>
        {escrito}
      </a>
    );
  if (!ehMedida(chave) || !valor) return escrito;
  const corte = linha.chave === null ? {} : { recorte: quadro.recorte, valor: linha.chave };
  return (
    <Link href={enderecoDaLista(filtro, { medida: chave, ...corte })} prefetch={false} className={ligada}>
      {escrito}
    </Link>
  );
}

/** The report's numbers, each of which leads to its appointments. It scrolls sideways by itself where it is wide. */
export function QuadroTable({ quadro, filtro, abreClientes }: QuadroTableProps) {
  const { colunas, linhas, principal, recorte, calor } = quadro;
  const compara = linhas.some(({ antes }) => antes !== null);
  const total = linhaDoTotal(quadro);
  const maximo = Math.max(
    0,
    ...linhas.flatMap(({ valores }) => colunas.slice(0, 7).map((chave) => Number(valores[chave]))),
  );
  const daLinha = (linha: LinhaDoQuadro, rotulo: React.ReactNode) => (
    <tr key={linha.chave} className="border-t" data-linha={linha.chave ?? "total"}>
      <th scope="row" className={clsx(primeira, "font-medium")}>
        {rotulo}
      </th>
      {colunas.map((chave, i) => (
        <td
          key={chave}
          data-coluna={chave}
          className={celula}
          style={calor && i < 7 && linha !== total ? sombra(Number(linha.valores[chave]), maximo) : undefined}
        >
          <Valor chave={chave} linha={linha} quadro={quadro} filtro={filtro} />
        </td>
      ))}
      {compara && <td className={clsx(celula, "text-muted")}>{escreverCelula(principal, linha.antes)}</td>}
    </tr>
  );
  const noPapel = colunas.length > LARGO ? "print:text-[8px]" : "print:text-[11px]";
  return (
    <Rolagem titulo={quadro.titulo}>
      <table className={clsx("w-full border-collapse", noPapel)}>
        <thead>
          <tr className={clsx("text-sm text-muted", noPapel)}>
            <th scope="col" className={clsx(primeira, "font-medium")}>
              {quadro.primeira}
            </th>
            {colunas.map((chave) => (
              <th key={chave} scope="col" className={cabeca}>
                <span className="inline-flex items-center gap-1">
                  {todas[chave].titulo}
                  {!(calor && chave !== principal) && (
                    <Definicao id={`coluna-${chave}`} titulo={todas[chave].titulo} texto={todas[chave].definicao} />
                  )}
                </span>
              </th>
            ))}
            {compara && (
              <th scope="col" className={cabeca}>
                {todas[principal].titulo}, antes
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {linhas.map((linha) =>
            daLinha(
              linha,
              recorte === "cliente" && abreClientes ? (
                <Link href={`/clientes/${linha.chave}`} prefetch={false} className={ligada}>
                  {linha.rotulo}
                </Link>
              ) : (
                linha.rotulo
              ),
            ),
          )}
        </tbody>
        {total && <tfoot className="border-t-2 font-semibold">{daLinha(total, total.rotulo)}</tfoot>}
      </table>
    </Rolagem>
  );
}
