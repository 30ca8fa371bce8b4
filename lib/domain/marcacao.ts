import { emAberto, type Situacao } from "./agenda";
import type { ChaveImpedimento } from "./impedimentos";

/** A place in somebody's agenda; `livreEm` is the end and the preparation after it. */
export type Lugar = { funcionarioId: number; inicio: Date; fim: Date; livreEm: Date; servicos: readonly number[] };

/** A place that somebody wants; `sabidos` is known about it already, and not said again. */
export type Pretendido = Lugar & { encaixe: boolean; sabidos?: readonly ChaveImpedimento[] };

/** A service as a professional performs it. `precoCentavos` null: priced after a look. */
export type ServicoFeito = {
  servicoId: number;
  duracaoMinutos: number;
  precoCentavos: number | null;
  preparoMinutos: number;
};

/** What stands, as far as moving it is concerned. */
type Marcado = {
  funcionarioId: number;
  inicio: Date;
  fim: Date;
  livreEm: Date;
  encaixe: boolean;
  foraDoHorario: boolean;
  situacao: Situacao;
};

/** What the hours or a block say against a place. */
export const foraDasHoras = ["fechado", "fora_do_expediente", "bloqueado"] as const satisfies ChaveImpedimento[];

const MINUTO = 60_000;
const MAIOR_PREPARO = 1_440;

export const minutosDepois = (instante: Date, minutos: number) => new Date(instante.getTime() + minutos * MINUTO);
export const minutosEntre = (de: Date, ate: Date) => (ate.getTime() - de.getTime()) / MINUTO;

export const soma = (numeros: readonly (number | null)[]) =>
  numeros.reduce<number>((total, um) => total + (um ?? 0), 0);

/** The place that services take from a start on; `duracaoMinutos` null: as long as they take. */
export function lugarDosServicos(
  pedido: { funcionarioId: number; inicio: Date; duracaoMinutos: number | null },
  feitos: readonly ServicoFeito[],
) {
  const { funcionarioId, inicio } = pedido;
  const duracaoMinutos = pedido.duracaoMinutos ?? soma(feitos.map((um) => um.duracaoMinutos));
  const preparoMinutos = Math.min(soma(feitos.map((um) => um.preparoMinutos)), MAIOR_PREPARO);
  const fim = minutosDepois(inicio, duracaoMinutos);
  const servicos = feitos.map(({ servicoId }) => servicoId);
  return { funcionarioId, inicio, fim, livreEm: minutosDepois(fim, preparoMinutos), servicos, feitos };
}

/** What was said about an appointment before, as far as it is still true where it will stand. */
function sabidosDe(
  este: Marcado,
  { funcionarioId, inicio }: Pick<Lugar, "funcionarioId" | "inicio">,
  servicosMudaram: boolean,
): ChaveImpedimento[] {
  const [mesmaPessoa, mesmaHora] = [funcionarioId === este.funcionarioId, +inicio === +este.inicio];
  const sabidos: ChaveImpedimento[] = [];
  if (mesmaPessoa && !servicosMudaram) sabidos.push("nao_faz");
  if (mesmaHora) sabidos.push("passado");
  if (mesmaPessoa && mesmaHora) sabidos.push("inativo");
  if (mesmaPessoa && mesmaHora && este.foraDoHorario) sabidos.push(...foraDasHoras);
  return sabidos;
}

/** What is asked of an appointment that stands; what is missing stays. `duracaoMinutos` null: as long as its services take. */
type Mudanca = {
  funcionarioId?: number;
  inicio?: Date;
  duracaoMinutos?: number | null;
  encaixe?: object | null;
};

/** Where an appointment will stand. */
export function lugarDepois(
  este: Marcado & { preparoMinutos: number },
  pedido: Mudanca,
  feitos: readonly ServicoFeito[],
  servicosMudaram: boolean,
) {
  const { funcionarioId = este.funcionarioId, inicio = este.inicio } = pedido;
  const { duracaoMinutos = servicosMudaram ? null : minutosEntre(este.inicio, este.fim) } = pedido;
  const lugar = lugarDosServicos({ funcionarioId, inicio, duracaoMinutos }, feitos);
  return {
    ...lugar,
    livreEm: servicosMudaram ? lugar.livreEm : minutosDepois(lugar.fim, este.preparoMinutos),
    encaixe: pedido.encaixe === undefined ? este.encaixe : pedido.encaixe !== null,
    sabidos: sabidosDe(este, lugar, servicosMudaram),
  };
}

/** The open ones among the other parts of a visit, each with its place so many minutes later. */
export function levados<M extends Marcado>(irmaos: readonly M[], minutos: number): { antes: M; lugar: Pretendido }[] {
  if (!minutos) return [];
  return irmaos
    .filter(({ situacao }) => emAberto(situacao))
    .map((antes) => {
      const [inicio, fim, livreEm] = [antes.inicio, antes.fim, antes.livreEm].map((em) =>
        minutosDepois(em, minutos),
      ) as [Date, Date, Date];
      return {
        antes,
        lugar: {
          ...{ inicio, fim, livreEm },
          funcionarioId: antes.funcionarioId,
          encaixe: antes.encaixe,
          servicos: [],
        },
      };
    });
}
