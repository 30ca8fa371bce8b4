import { eq, sql } from "drizzle-orm";
import { subtrair, type Intervalo } from "../../lib/domain/intervalos";
import { aberto, trabalhado, type Funcionamento, type Jornada } from "../../lib/domain/jornada";
import { diaDaSemana, diaDoInstante, diasEntre, instanteDe, minutoDe, somarDias } from "../../lib/domain/tempo";
import type { Tx } from "../client";
import { agendamentos } from "../schema";
import { acontecer, gravar, viver, type Gravado } from "./agendamentos";
import { por } from "./autor";
import { encherDia, type Marcado, type Oferta, type Presente } from "./dia";
import { fuso, PERIODO } from "./expedientes";
import { random } from "./random";

export type Artista = Jornada & {
  id: number;
  faz: readonly Oferta[];
  /** When nothing is booked, in order, and when hardly anything is; minutes since the epoch. */
  ausente: readonly Intervalo[];
  ferias: readonly Intervalo[];
};

export type Elenco = {
  funcionamento: Funcionamento;
  artistas: readonly Artista[];
  clientes: readonly number[];
  /** Who books, the one who does it most first. */
  pessoas: readonly number[];
};

/** How much is wanted on each weekday, Sunday first. */
const procuras = [0.6, 0.45, 0.55, 0.6, 0.65, 0.8, 0.93];

const LOTE = 2_000;
const CINCO_SEMANAS = 35 * 1_440;
/** So many days back it is told step by step how each appointment came to be what it is. */
const LEMBRADOS = 10;

type Dias = { hoje: string; agora: number; seed: number };

function presentesEm(dia: string, { funcionamento, artistas }: Elenco, hoje: string): Presente[] {
  const abertos = aberto(funcionamento, dia);
  if (!abertos.length) return [];
  const adiante = diasEntre(hoje, dia).length - 1;
  const procura = procuras[diaDaSemana(dia)]! * Math.max(0.12, 1 - Math.max(0, adiante) / 32);
  return artistas.map((artista) => {
    const trabalha = subtrair(trabalhado(artista, dia, fuso, abertos), artista.ausente);
    const folga = artista.ferias.some(([de, ate]) => trabalha[0] && trabalha[0][0] >= de && trabalha[0][0] < ate);
    return { id: artista.id, faz: artista.faz, trabalha, procura: folga ? procura * 0.1 : procura };
  });
}

/** A day is the same whichever others there are. */
function marcadosEm(dia: string, elenco: Elenco, { hoje, agora, seed }: Dias): Marcado[] {
  const r = random(seed * 100_003 + Date.parse(dia) / 86_400_000);
  return encherDia(r, presentesEm(dia, elenco, hoje), elenco.clientes, agora);
}

/** The first day, and how many of its appointments are too many, so that there are `quantos` up to the last one. */
function comeco(quantos: number, ate: string, elenco: Elenco, dias: Dias): { de: string; sobram: number } {
  let total = 0;
  for (let atras = 0; ; atras++) {
    const de = somarDias(ate, -atras);
    total += marcadosEm(de, elenco, dias).length;
    if (total >= quantos || atras > 40 * 366) return { de, sobram: Math.max(0, total - quantos) };
  }
}

/** What happened since everybody looked the last time: some are new, some moved, some were cancelled. */
async function contarNovidades(
  tx: Tx,
  pessoas: readonly number[],
  novos: Marcado[],
  movidos: Gravado[],
  caidos: Gravado[],
) {
  await tx.execute(sql`insert into agenda_vistas (usuario_id, vista_em)
    select id, clock_timestamp() from usuarios where tipo <> 'cliente'`);
  await gravar(tx, pessoas, novos);
  await por(tx, `usuario:${pessoas[1]}`, "agendamento.remarcar");
  for (const { id, inicio, fim, preparoMinutos } of movidos) {
    const [de, ate, livre] = [inicio, fim, fim + preparoMinutos].map((minuto) => instanteDe(minuto - CINCO_SEMANAS));
    await tx.update(agendamentos).set({ inicio: de, fim: ate, livreEm: livre }).where(eq(agendamentos.id, id));
  }
  const cancelados = caidos.map((um): Gravado => {
    return { ...um, situacao: "cancelado", cancelado: um.criado + 20, motivo: "cliente_desistiu" };
  });
  await acontecer(tx, pessoas[0]!, cancelados);
}

const adiar = (um: Marcado): Marcado => ({
  ...um,
  ...{ inicio: um.inicio + CINCO_SEMANAS, fim: um.fim + CINCO_SEMANAS },
});

/**
 * Fills the calendar around now with what a salon lives through; the same for the same seed.
 *
 * @param agendamentos how many; undefined: three months of them
 */
export async function movimentar(
  tx: Tx,
  elenco: Elenco,
  { seed, now, agendamentos: quantos }: { seed: number; now: Date; agendamentos?: number },
) {
  const dias: Dias = { hoje: diaDoInstante(now, fuso), agora: minutoDe(now), seed };
  const daqui = (n: number) => somarDias(dias.hoje, n);
  const { pessoas } = elenco;
  const ate = daqui(PERIODO.depois);
  const { de, sobram } = quantos ? comeco(quantos, ate, elenco, dias) : { de: daqui(-PERIODO.antes), sobram: 0 };

  const guardados: Marcado[] = [];
  let lote: Marcado[] = [];
  const despejar = async (dia: string) => {
    await (dia < daqui(-LEMBRADOS) ? gravar(tx, pessoas, lote) : viver(tx, pessoas, lote));
    lote = [];
  };
  for (const dia of diasEntre(de, ate)) {
    const marcados = marcadosEm(dia, elenco, dias).slice(dia === de ? sobram : 0);
    for (const um of marcados) {
      const futuro = dia > dias.hoje && um.situacao === "agendado" && !um.visita && !um.encaixeMotivo;
      if (futuro && guardados.length < 14) guardados.push(um);
      else lote.push(um);
    }
    if (lote.length >= LOTE || dia === daqui(-LEMBRADOS - 1) || dia === ate) await despejar(dia);
  }
  const movidos = await gravar(tx, pessoas, guardados.slice(8, 11).map(adiar));
  const caidos = await gravar(tx, pessoas, guardados.slice(11));
  await contarNovidades(tx, pessoas, guardados.slice(0, 8), movidos, caidos);
}
