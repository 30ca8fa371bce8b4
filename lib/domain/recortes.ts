import { formasDePagamento, motivosDeCancelamento, origens, situacoes } from "./agenda";
import { escreverDia, meses } from "./instantes";
import { primeiroDoMes, segundaDe, type Dias } from "./periodos";
import { diasDaSemana, semanaDeTrabalho } from "./semana";
import { diasEntre } from "./tempo";
import { assuntos } from "./whatsapp";

/** How far ahead an appointment was booked, or cancelled: up to so many hours, in order. */
export const antecedencias = {
  ate2h: { rotulo: "Até 2 horas antes", horas: 2 },
  ate24h: { rotulo: "De 2 a 24 horas", horas: 24 },
  ate3d: { rotulo: "De 1 a 3 dias", horas: 72 },
  ate7d: { rotulo: "De 3 a 7 dias", horas: 168 },
  mais7d: { rotulo: "Mais de 7 dias", horas: Infinity },
} as const;

const avisos = {
  confirmou: "Confirmou",
  lembrado: "Recebeu lembrete e não confirmou",
  sem: "Sem lembrete nem confirmação",
} as const;

const rotulos = <K extends string>(tabela: Record<K, { rotulo: string }>) =>
  Object.fromEntries(Object.entries<{ rotulo: string }>(tabela).map(([chave, { rotulo }]) => [chave, rotulo]));

const horasDoDia = Object.fromEntries(
  Array.from({ length: 24 }, (_, hora) => [`h${hora}`, `${String(hora).padStart(2, "0")}h`]),
);
const semana = Object.fromEntries(semanaDeTrabalho.map((dia) => [`d${dia}`, diasDaSemana[dia]]));

/** By what a report divides its appointments. `fixos`: all that there are, in their order; days, weeks and months follow from the period, others are named by the database. */
export const recortes = {
  dia: { titulo: "Dia" },
  semana: { titulo: "Semana" },
  mes: { titulo: "Mês" },
  hora: { titulo: "Hora", fixos: horasDoDia },
  diaDaSemana: { titulo: "Dia da semana", fixos: semana },
  situacao: { titulo: "Situação", fixos: situacoes as Record<string, string> },
  origem: { titulo: "Origem", fixos: origens as Record<string, string> },
  forma: {
    titulo: "Forma de pagamento",
    fixos: { ...formasDePagamento, nao_pago: "Não pago" } as Record<string, string>,
  },
  motivo: { titulo: "Motivo", fixos: motivosDeCancelamento as Record<string, string> },
  antecedencia: { titulo: "Marcado com", fixos: rotulos(antecedencias) },
  aviso: { titulo: "Cancelado com", fixos: rotulos(antecedencias) },
  confirmacao: { titulo: "Lembrete", fixos: avisos as Record<string, string> },
  assunto: { titulo: "Mensagem", fixos: assuntos as Record<string, string> },
  profissional: { titulo: "Profissional" },
  servico: { titulo: "Serviço" },
  cliente: { titulo: "Cliente" },
} as const satisfies Record<string, { titulo: string; fixos?: Record<string, string> }>;

export type Recorte = keyof typeof recortes;
export const chavesRecorte = Object.keys(recortes) as [Recorte, ...Recorte[]];

/** All keys that a cut has, in their order, with their words; undefined where they follow from the days or from the database. */
export function fixosDe(recorte: Recorte): Record<string, string> | undefined {
  const tabela: Record<Recorte, { titulo: string; fixos?: Record<string, string> }> = recortes;
  return tabela[recorte].fixos;
}

/** Those of which one appointment may have several, so that their counts do not add up. */
export const emPartes = (recorte: Recorte | undefined) =>
  recorte === "servico" || recorte === "forma" || recorte === "assunto";

const noTempo = { dia: (dia: string) => dia, semana: segundaDe, mes: (dia: string) => dia.slice(0, 7) } as const;
export const ehTempo = (recorte: Recorte): recorte is keyof typeof noTempo => Object.hasOwn(noTempo, recorte);

/** The keys of all days, weeks or months of a period, in order. */
export const chavesNoTempo = (recorte: keyof typeof noTempo, { de, ate }: Dias) => [
  ...new Set(diasEntre(de, ate).map(noTempo[recorte])),
];

/** "25/11/2026", "semana de 23/11/2026", "novembro de 2026". */
export function rotuloNoTempo(recorte: keyof typeof noTempo, chave: string): string {
  if (recorte === "mes") return `${meses[Number(chave.slice(5, 7)) - 1]} de ${chave.slice(0, 4)}`;
  return recorte === "semana" ? `semana de ${escreverDia(chave)}` : escreverDia(chave);
}

/** As short as a chart needs it: "25/11", "nov". */
export function rotuloCurto(recorte: Recorte, chave: string, rotulo: string): string {
  if (recorte === "mes") return meses[Number(chave.slice(5, 7)) - 1]!.slice(0, 3);
  return ehTempo(recorte) ? escreverDia(chave).slice(0, 5) : rotulo;
}

/** Whether a text can be a key of this cut; what comes from an address may be anything. */
export function chaveValida(recorte: Recorte, chave: string): boolean {
  const fixos = fixosDe(recorte);
  if (fixos) return Object.hasOwn(fixos, chave);
  if (recorte === "mes") return /^\d{4}-\d{2}$/.test(chave) && primeiroDoMes(`${chave}-01`).startsWith(chave);
  return ehTempo(recorte) ? /^\d{4}-\d{2}-\d{2}$/.test(chave) : /^\d{1,9}$/.test(chave);
}
