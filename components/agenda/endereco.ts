import type { Visao } from "@/lib/domain/agenda";
import { somarDias } from "@/lib/domain/relogio";

/** What the address of the agenda says, with what it leaves out. */
export type Endereco = {
  dia: string;
  visao: Visao;
  /** Null: all of them. */
  profissional: number | null;
  cor: "profissional" | "situacao";
  canceladas: boolean;
  /** The open appointment and the question that it opens with, and the open block. */
  abrir: number | null;
  passo: "remarcar" | null;
  /** The client for whom something is to be booked. */
  marcar: number | null;
  bloqueio: number | null;
};

type Lido = Partial<Record<keyof Endereco, string | number | undefined>>;

const visoes: readonly unknown[] = ["dia", "semana", "mes", "lista"] satisfies Visao[];
const ehDia = (texto: unknown): texto is string =>
  typeof texto === "string" && /^(19|2[01])\d\d-\d\d-\d\d$/.test(texto) && !Number.isNaN(Date.parse(texto));
const numero = (valor: string | number | undefined) => (/^[1-9]\d{0,9}$/.test(String(valor)) ? Number(valor) : null);

/** Whatever is wrong or missing is as if the address did not say it. @param hoje civil day of the company */
export function lerEndereco(lido: Lido, hoje: string): Endereco {
  return {
    dia: ehDia(lido.dia) ? lido.dia : hoje,
    visao: visoes.includes(lido.visao) ? (lido.visao as Visao) : "dia",
    profissional: numero(lido.profissional),
    cor: lido.cor === "situacao" ? "situacao" : "profissional",
    canceladas: lido.canceladas === "sim",
    abrir: numero(lido.abrir),
    passo: lido.passo === "remarcar" ? "remarcar" : null,
    marcar: numero(lido.marcar),
    bloqueio: numero(lido.bloqueio),
  };
}

/** The shortest address that says the same: `/agenda` is today. */
export function escreverEndereco({ dia, visao, cor, canceladas, ...resto }: Endereco, hoje: string): string {
  const ditos = {
    dia: dia !== hoje && dia,
    visao: visao !== "dia" && visao,
    cor: cor !== "profissional" && cor,
    canceladas: canceladas && "sim",
    ...resto,
  };
  const pares = Object.entries(ditos).flatMap(([chave, valor]) => (valor ? [[chave, String(valor)]] : []));
  const busca = new URLSearchParams(pares).toString();
  return busca ? `/agenda?${busca}` : "/agenda";
}

const diaDaSemana = (dia: string) => new Date(dia).getUTCDay();
const domingo = (dia: string) => somarDias(dia, -diaDaSemana(dia));

/** The civil days that a view shows, both included: a month in whole weeks, a list of seven days. */
export function periodoDe({ dia, visao }: Pick<Endereco, "dia" | "visao">): { de: string; ate: string } {
  if (visao === "semana") return { de: domingo(dia), ate: somarDias(domingo(dia), 6) };
  if (visao === "lista") return { de: dia, ate: somarDias(dia, 6) };
  if (visao === "dia") return { de: dia, ate: dia };
  const primeiro = `${dia.slice(0, 7)}-01`;
  const ultimo = somarDias(`${somarDias(primeiro, 31).slice(0, 7)}-01`, -1);
  return { de: domingo(primeiro), ate: somarDias(domingo(ultimo), 6) };
}

/** The day of the period before (`-1`) or after (`1`); a month later it is the month's first. */
export function outroPeriodo({ dia, visao }: Pick<Endereco, "dia" | "visao">, sentido: 1 | -1): string {
  if (visao !== "mes") return somarDias(dia, sentido * (visao === "dia" ? 1 : 7));
  return `${somarDias(`${dia.slice(0, 7)}-15`, sentido * 30).slice(0, 7)}-01`;
}

/** What of `GET /api/agenda` a view needs. Days and lists have all professionals, so that choosing one asks nothing. */
export function enderecoDaJanela(endereco: Endereco): string {
  const { de, ate } = periodoDe(endereco);
  const so = endereco.profissional && ["semana", "mes"].includes(endereco.visao);
  return `/api/agenda?de=${de}&ate=${ate}${so ? `&profissional=${endereco.profissional}` : ""}`;
}
