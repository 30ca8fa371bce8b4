import clsx from "clsx";
import Link from "next/link";
import { colunas, ehMedida } from "@/lib/domain/medidas";
import { escreverCelula, type LinhaDoQuadro, type Quadro } from "@/lib/domain/quadro";
import { ehTempo, rotuloCurto } from "@/lib/domain/recortes";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { enderecoDaLista } from "./enderecos";

/** So many lying bars are drawn; over time all are. */
const BARRAS = 15;
/** So many words fit under a chart. */
const PALAVRAS = 8;

const cheia = "bg-brand [print-color-adjust:exact]";
const vazada = "border border-control bg-sunken";

type Barra = LinhaDoQuadro & { agora: number; titulo: string; href: string | undefined };

const parte = (valor: number, maximo: number) => `${maximo > 0 ? (valor * 100) / maximo : 0}%`;

/** A bar that leads to what it is made of, for the finger and the mouse: keys and readers have the table's own, or the list. */
function Ligada({ barra, className, children }: { barra: Barra; className: string; children: React.ReactNode }) {
  if (!barra.href) return <div className={className}>{children}</div>;
  return (
    <Link
      href={barra.href}
      prefetch={false}
      tabIndex={-1}
      title={barra.titulo}
      data-barra={barra.chave}
      className={className}
    >
      {children}
    </Link>
  );
}

function Colunas({ barras, maximo, quadro }: { barras: Barra[]; maximo: number; quadro: Quadro }) {
  const passo = Math.ceil(barras.length / PALAVRAS);
  return (
    <div className="grid gap-1">
      <div className={clsx("flex h-48 items-stretch print:h-28", barras.length > 62 ? "gap-0" : "gap-px md:gap-1")}>
        {barras.map((barra) => (
          <Ligada key={barra.chave} barra={barra} className="relative min-w-0 grow basis-0 hover:bg-sunken">
            <span
              className={clsx("absolute inset-x-0 bottom-0 rounded-t-sm", vazada)}
              style={{ height: parte(barra.antes ?? 0, maximo) }}
              hidden={!barra.antes}
            />
            <span
              className={clsx("absolute inset-x-[15%] bottom-0 rounded-t-sm", cheia)}
              style={{ height: parte(barra.agora, maximo) }}
            />
          </Ligada>
        ))}
      </div>
      <div className="flex text-xs text-muted">
        {barras
          .filter((_, i) => i % passo === 0)
          .map(({ chave, rotulo }) => (
            <span key={chave} className="min-w-0 grow basis-0 truncate">
              {rotuloCurto(quadro.recorte, chave!, rotulo)}
            </span>
          ))}
      </div>
    </div>
  );
}

function Barras({ barras, maximo, quadro }: { barras: Barra[]; maximo: number; quadro: Quadro }) {
  return (
    <div className="grid gap-2 print:gap-0.5">
      {barras.map((barra) => (
        <Ligada
          key={barra.chave}
          barra={barra}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-sm hover:bg-sunken sm:grid-cols-[minmax(0,10rem)_minmax(0,1fr)_7rem] print:grid-cols-[6.5rem_minmax(0,1fr)_5.5rem]"
        >
          <span className="truncate text-sm print:text-xs">{barra.rotulo}</span>
          <span className="relative h-5 max-sm:order-1 max-sm:col-span-2 print:order-none print:col-span-1 print:h-4">
            <span
              className={clsx("absolute inset-y-0 left-0 rounded-r-sm", vazada)}
              style={{ width: parte(barra.antes ?? 0, maximo) }}
              hidden={!barra.antes}
            />
            <span
              className={clsx("absolute inset-y-1 left-0 rounded-r-sm", cheia)}
              style={{ width: parte(barra.agora, maximo) }}
            />
          </span>
          <span className="text-right text-sm font-medium whitespace-nowrap print:text-xs">
            {escreverCelula(quadro.principal, barra.agora)}
          </span>
        </Ligada>
      ))}
    </div>
  );
}

/** `sozinho`: no table beside it says the same to whoever does not see it. */
type GraficoProps = { quadro: Quadro; filtro: FiltroRelatorio; sozinho?: boolean };

/** The main column, drawn: upright over time, else lying, beside what it was before. */
export function Grafico({ quadro, filtro, sozinho }: GraficoProps) {
  const { linhas, principal, recorte, calor } = quadro;
  if (calor || !linhas.length || colunas[principal].tipo === "dia") return null;
  const mostradas = ehTempo(recorte) ? linhas : linhas.slice(0, BARRAS);
  const barras = mostradas.map((linha): Barra => {
    const agora = Number(linha.valores[principal] ?? 0);
    const antes = linha.antes === null ? "" : ` (antes ${escreverCelula(principal, linha.antes)})`;
    const titulo = `${linha.rotulo}: ${escreverCelula(principal, agora)}${antes}`;
    const href = ehMedida(principal)
      ? enderecoDaLista(filtro, { medida: principal, recorte, valor: linha.chave ?? undefined })
      : undefined;
    return { ...linha, agora, titulo, href };
  });
  const maximo = Math.max(...barras.flatMap(({ agora, antes }) => [agora, antes ?? 0]));
  const Desenho = ehTempo(recorte) ? Colunas : Barras;
  return (
    <figure className="grid min-w-0 content-start gap-4 rounded-lg border bg-surface p-4 md:p-6 print:break-inside-avoid print:gap-2 print:p-2">
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted print:text-xs">
        <span className="grow text-base font-semibold text-foreground print:text-sm">
          {colunas[principal].titulo}
          {quadro.titulo.startsWith("Por ") ? ` ${quadro.titulo.toLowerCase()}` : `: ${quadro.titulo.toLowerCase()}`}
        </span>
        {barras.some(({ antes }) => antes !== null) && (
          <>
            <span className="flex items-center gap-1.5">
              <span className={clsx("size-3 rounded-xs", cheia)} /> agora
            </span>
            <span className="flex items-center gap-1.5">
              <span className={clsx("size-3 rounded-xs", vazada)} /> antes
            </span>
          </>
        )}
      </figcaption>
      <div aria-hidden>
        <Desenho barras={barras} maximo={maximo} quadro={quadro} />
      </div>
      {sozinho && (
        <ul className="sr-only">
          {barras.map(({ chave, titulo }) => (
            <li key={chave}>{titulo}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}
