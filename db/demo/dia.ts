import type { FormaDePagamento, MotivoDeCancelamento, Situacao } from "../../lib/domain/agenda";
import type { Intervalo } from "../../lib/domain/intervalos";
import { uuid, type Random } from "./random";

export type Oferta = {
  servicoId: number;
  duracaoMinutos: number;
  preparoMinutos: number;
  precoCentavos: number | null;
};

/** Somebody on one day: when they work, and how full that becomes (0 to 1). */
export type Presente = { id: number; faz: readonly Oferta[]; trabalha: readonly Intervalo[]; procura: number };

/** An appointment to be; times are minutes since the epoch. */
export type Marcado = {
  funcionarioId: number;
  clienteId: number | null;
  atendido: string | null;
  inicio: number;
  fim: number;
  preparoMinutos: number;
  situacao: Situacao;
  encaixeMotivo: string | null;
  observacoes: string;
  /** Which of the people who book. */
  autor: number;
  visita: string | null;
  criado: number;
  confirmado: number | null;
  chegou: number | null;
  concluido: number | null;
  cancelado: number | null;
  motivo: MotivoDeCancelamento | null;
  valorCentavos: number;
  valorFinalCentavos: number | null;
  servicos: readonly Oferta[];
  pagamentos: readonly { forma: FormaDePagamento; valorCentavos: number }[];
};

const recados = [
  "Pediu para confirmar por mensagem.",
  "Primeira vez no salão.",
  "Alérgica a amônia.",
  "Quer falar do preço antes.",
  "Tem pressa, sai às pressas para o trabalho.",
  "Trazer o catálogo de cores.",
];
const outros = ["A filha", "O filho", "A mãe", "Uma amiga"];
const motivos = ["cliente_desistiu", "cliente_doente", "cliente_remarcara", "profissional", "engano"] as const;
const formas = ["pix", "pix", "pix", "pix", "credito", "credito", "credito", "debito", "debito", "dinheiro"] as const;
const SOB_AVALIACAO = 38_000;
const DIA = 1_440;

const naGrade = (minuto: number) => Math.ceil(minuto / 15) * 15;
const soma = (servicos: readonly Oferta[], de: (um: Oferta) => number) =>
  servicos.reduce((total, um) => total + de(um), 0);

function escolher(r: Random, faz: readonly Oferta[]): Oferta[] {
  const um = r.pick(faz);
  const outro = r.pick(faz);
  const juntos = um !== outro && um.duracaoMinutos + outro.duracaoMinutos <= 180 && r.chance(0.22);
  return juntos ? [um, outro] : [um];
}

/** What became of an appointment by now. */
function desfecho(r: Random, inicio: number, fim: number, agora: number): Situacao {
  if (fim + 20 < agora) return r.chance(0.86) ? "concluido" : r.chance(0.36) ? "faltou" : "cancelado";
  if (inicio <= agora) return "confirmado";
  if (r.chance(0.07)) return "cancelado";
  const diasAteLa = (inicio - agora) / DIA;
  return r.chance(diasAteLa < 1 ? 0.6 : diasAteLa < 7 ? 0.2 : 0.05) ? "confirmado" : "agendado";
}

function pagar(r: Random, valorCentavos: number): Marcado["pagamentos"] {
  if (valorCentavos === 0 || r.chance(0.03)) return [];
  if (r.chance(0.04)) return [{ forma: "fiado", valorCentavos }];
  if (valorCentavos < 10_000 || r.chance(0.9)) return [{ forma: r.pick(formas), valorCentavos }];
  const entrada = Math.floor(valorCentavos / 2);
  return [
    { forma: "dinheiro", valorCentavos: entrada },
    { forma: r.pick(["pix", "credito"] as const), valorCentavos: valorCentavos - entrada },
  ];
}

function marcar(r: Random, funcionarioId: number, servicos: Oferta[], inicio: number, agora: number): Marcado {
  const fim = inicio + soma(servicos, (um) => um.duracaoMinutos);
  const situacao = desfecho(r, inicio, fim, agora);
  const valorCentavos = soma(servicos, (um) => um.precoCentavos ?? 0);
  const avaliado = servicos.some((um) => um.precoCentavos === null) ? SOB_AVALIACAO : 0;
  const desconto = r.chance(0.06) ? 0.9 : 1;
  const feito = situacao === "concluido";
  const valorFinalCentavos = feito ? Math.round((valorCentavos + avaliado) * desconto) : null;
  const veio = feito || (situacao === "confirmado" && inicio <= agora);
  const confirmou = situacao === "confirmado" || (feito && r.chance(0.6));
  const criado = Math.min(agora, inicio) - r.between(60, 14 * DIA);
  return {
    ...{ funcionarioId, inicio, fim, situacao, servicos, valorCentavos, valorFinalCentavos, criado },
    ...{ clienteId: null, atendido: r.chance(0.03) ? r.pick(outros) : null, encaixeMotivo: null, visita: null },
    preparoMinutos: soma(servicos, (um) => um.preparoMinutos),
    observacoes: r.chance(0.08) ? r.pick(recados) : "",
    autor: r.pick([0, 0, 0, 1, 1, 2]),
    confirmado: confirmou ? Math.max(criado + 10, Math.min(agora - 5, inicio - r.between(300, 1_500))) : null,
    chegou: veio ? inicio - r.between(0, 12) : null,
    concluido: feito ? Math.min(agora, fim + r.between(0, 15)) : null,
    cancelado: situacao === "cancelado" ? Math.min(agora, inicio) - r.between(30, 55) : null,
    motivo: situacao === "cancelado" ? r.pick(motivos) : null,
    pagamentos: valorFinalCentavos === null ? [] : pagar(r, valorFinalCentavos),
  };
}

function encher(r: Random, { id, faz, trabalha, procura }: Presente, agora: number): Marcado[] {
  const marcados: Marcado[] = [];
  for (const [abre, fecha] of trabalha) {
    for (let hora = naGrade(abre); hora < fecha;) {
      const servicos = escolher(r, faz);
      const dura = soma(servicos, (um) => um.duracaoMinutos);
      if (!r.chance(procura) || hora + dura > fecha) {
        hora += 15 * r.between(1, 3);
        continue;
      }
      const marcado = marcar(r, id, servicos, hora, agora);
      marcados.push(marcado);
      // A place that was given up is often taken by somebody else.
      const vago = marcado.situacao === "cancelado" && r.chance(0.6);
      if (!vago) hora = naGrade(marcado.fim + marcado.preparoMinutos);
    }
  }
  return marcados;
}

/** Gives each appointment somebody who is nowhere else on that day; some come from the street without a name. */
function chamarClientes(r: Random, marcados: Marcado[], clientes: readonly number[]) {
  const vieram = new Set<number>();
  for (const marcado of marcados) {
    if (r.chance(0.04) || !clientes.length) continue;
    const cliente = clientes[r.between(0, r.between(0, clientes.length - 1))]!;
    if (vieram.has(cliente)) continue;
    vieram.add(cliente);
    marcado.clienteId = cliente;
  }
}

/** Some go from one professional to the next: one visit. */
function juntarVisitas(r: Random, marcados: Marcado[]) {
  for (const um of marcados) {
    if (um.clienteId === null || um.visita || um.situacao === "cancelado" || !r.chance(0.06)) continue;
    const outro = marcados.find(
      (candidato) =>
        candidato.funcionarioId !== um.funcionarioId &&
        candidato.situacao === um.situacao &&
        !candidato.visita &&
        candidato.inicio >= um.fim &&
        candidato.inicio <= um.fim + 30,
    );
    if (!outro) continue;
    um.visita = uuid(r);
    Object.assign(outro, { visita: um.visita, clienteId: um.clienteId, atendido: um.atendido });
  }
}

/** Somebody who could not wait, over an appointment that is long enough to bear it. */
function espremer(r: Random, marcados: Marcado[], presentes: readonly Presente[], agora: number): Marcado[] {
  const longo = marcados.find(({ situacao, inicio, fim }) => situacao !== "cancelado" && fim - inicio >= 90);
  const presente = presentes.find(({ id }) => id === longo?.funcionarioId);
  const curto = presente?.faz.toSorted((a, b) => a.duracaoMinutos - b.duracaoMinutos)[0];
  if (!longo || !curto || !r.chance(0.2)) return [];
  const encaixe = marcar(r, longo.funcionarioId, [curto], longo.inicio + 30, agora);
  return [{ ...encaixe, encaixeMotivo: r.pick(["Vai viajar hoje", "Cliente antiga", "Casamento à tarde"]) }];
}

/** The appointments of one civil day, by professional and time, one squeezed in at the end, as they are by now. Nobody is at two places at once. */
export function encherDia(
  r: Random,
  presentes: readonly Presente[],
  clientes: readonly number[],
  agora: number,
): Marcado[] {
  const marcados = presentes.flatMap((presente) => encher(r, presente, agora));
  const todos = [...marcados, ...espremer(r, marcados, presentes, agora)];
  chamarClientes(r, todos, clientes);
  juntarVisitas(r, todos);
  return todos;
}
