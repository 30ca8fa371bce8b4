import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos, reservas } from "@/db/schema";
import {
  abrir,
  encaixesSobre,
  doMesmoCliente,
  donoDe,
  exigirAberto,
  exigirDoCliente,
  exigirVersao,
  recusarAoAssistente,
} from "@/lib/atendimentos/queries";
import { avisarClientes } from "@/lib/avisos/queries";
import { cadastrarCliente } from "@/lib/clientes/queries";
import {
  foraDasHoras,
  levados,
  lugarDepois,
  lugarDosServicos,
  minutosDepois,
  minutosEntre,
  soma,
  type Lugar,
  type ServicoFeito,
} from "@/lib/domain/marcacao";
import { inserirPartes, type ParteMarcada } from "@/lib/marcacoes/queries";
import type * as z from "@/lib/domain/mensagens";
import { command } from "@/lib/server/command";
import { recusarCampo } from "@/lib/server/errors";
import { lockAgendas } from "@/lib/server/locks";
import { updateSeen } from "@/lib/server/rows";
import {
  comSugestoes,
  conferirLugares,
  lerFichas,
  mover,
  recusarOcupado,
  recusarPartesJuntas,
  servicosDe,
  trocarServicos,
  type Agendamento,
  type Fichas,
} from "./queries";
import {
  agendamentoRegistroSchema,
  agendarSchema,
  editarAgendamentoSchema,
  liberarSchema,
  remarcarSchema,
  reservarSchema,
} from "./schema";

/** For how long a place is held while somebody decides. */
const RESERVA_MINUTOS = 5;

const MAIOR_DURACAO = 720;

function recusarDuracao({ inicio, fim }: Lugar, campo = ""): void {
  if (minutosEntre(inicio, fim) > MAIOR_DURACAO)
    throw recusarCampo(`${campo}servicos`, "Estes serviços passam de 12 horas. Divida-os em mais de um agendamento.");
}

type PedidoDePartes = { funcionarioId: number; inicio: Date; servicos: number[]; duracaoMinutos: number | null }[];

function montarPartes(fichas: Fichas, partes: PedidoDePartes, encaixe: boolean): ParteMarcada[] {
  return partes.map((parte, i) => {
    const campo = `partes.${i}.`;
    fichas.profissional(parte.funcionarioId, campo);
    const feitos = parte.servicos.map((id) => fichas.servico(parte.funcionarioId, id, campo));
    const lugar = lugarDosServicos(parte, feitos);
    recusarDuracao(lugar, campo);
    return { ...lugar, encaixe };
  });
}

const pessoasEServicos = (partes: PedidoDePartes) => ({
  funcionarios: partes.map(({ funcionarioId }) => funcionarioId),
  servicos: partes.flatMap(({ servicos }) => servicos),
});

/**
 * Books an appointment, or a visit of several professionals: all of it or nothing. A new client is registered along.
 *
 * @returns `sobre` says what an encaixe overlaps, null otherwise
 * @throws AppError `conflito` by the name of who has a place, with the three nearest free times where one place was asked
 *   for; `aviso` for what a person should know first
 */
export const agendar = command({
  act: "agendamento.agendar",
  input: agendarSchema,
  touches: ["agendamento"],
  explain: comSugestoes,
  async execute({ tx, actor, now, input }) {
    const { novoCliente, atendido, observacoes, cientes } = input;
    recusarAoAssistente(actor, input.clienteId !== null && input.encaixe === null && !input.chegou, input.clienteId);
    const fichas = await lerFichas(tx, { clienteId: input.clienteId, ...pessoasEServicos(input.partes) });
    if (input.clienteId) fichas.cliente();
    const partes = montarPartes(fichas, input.partes, input.encaixe !== null);
    recusarPartesJuntas(partes);
    await lockAgendas(tx, fichas.funcionarios);
    const { foraDoHorario, sobre } = await conferirLugares(tx, { actor, now }, { lugares: partes, cientes });
    const clienteId = novoCliente ? await cadastrarCliente(tx, actor, novoCliente) : input.clienteId;
    const visita = partes.length > 1 ? randomUUID() : null;
    const encaixeMotivo = input.encaixe?.motivo ?? null;
    const chegouEm = input.chegou ? now : null;
    const novo = { clienteId, atendido, observacoes, encaixeMotivo, visita, chegouEm };
    const linhas = await inserirPartes(tx, actor, partes, foraDoHorario, novo);
    if (linhas.length < partes.length)
      throw await recusarOcupado(
        tx,
        actor,
        partes,
        linhas.map(({ id }) => id),
      );
    const ids = linhas.map(({ id }) => id);
    await avisarClientes(tx, { actor, now }, { ids, motivo: "marcado", dizer: input.avisar && !input.chegou });
    return { ids, versoes: linhas.map(({ versao }) => versao), visita, clienteId, sobre };
  },
});

type Remarcar = z.output<typeof remarcarSchema>;

/** What is done from now on: what was agreed for a service stays, a new one costs and takes what it does today. */
async function feitosDepois(tx: Tx, este: Agendamento, { funcionarioId = este.funcionarioId, servicos }: Remarcar) {
  const combinados = await servicosDe(tx, este.id);
  const ids = combinados.map(({ servicoId }) => servicoId);
  const fichas = await lerFichas(tx, { clienteId: null, funcionarios: [funcionarioId], servicos: servicos ?? ids });
  if (funcionarioId !== este.funcionarioId) fichas.profissional(funcionarioId);
  const feitos = (servicos ?? ids).map((id): ServicoFeito => {
    const combinado = combinados.find(({ servicoId }) => servicoId === id);
    return combinado ? { ...fichas.conhecido(funcionarioId, id), ...combinado } : fichas.servico(funcionarioId, id);
  });
  return { feitos, mudaram: servicos !== undefined && String(servicos) !== String(ids) };
}

/**
 * Changes time, professional, services or duration; a visit moves as a whole when its time does. Also makes an encaixe of
 * it, or a normal appointment again.
 *
 * @throws AppError as `agendar`, and `conflito` when it is no longer open or no longer as the person saw it
 */
export const remarcar = command({
  act: "agendamento.remarcar",
  input: remarcarSchema,
  touches: ["agendamento"],
  explain: comSugestoes,
  async execute({ tx, actor, now, input }) {
    const { este, irmaos } = await abrir(tx, input.id, input.funcionarioId ? [input.funcionarioId] : []);
    await exigirDoCliente(tx, actor, este, now);
    recusarAoAssistente(actor, !input.encaixe && input.duracaoMinutos === undefined);
    exigirAberto(este);
    exigirVersao(este, input.versao);
    const { feitos, mudaram } = await feitosDepois(tx, este, input);
    const lugar = lugarDepois(este, input, feitos, mudaram);
    recusarDuracao(lugar);
    const juntos = levados(irmaos, minutosEntre(este.inicio, lugar.inicio));
    const lugares = [lugar, ...juntos.map((um) => um.lugar)];
    recusarPartesJuntas(lugares.filter(({ encaixe }) => !encaixe));
    const movidos = [este.id, ...juntos.map(({ antes }) => antes.id)];
    const exceto = [...movidos, ...(await encaixesSobre(tx, movidos))];
    const { cientes } = input;
    const { foraDoHorario, sobre } = await conferirLugares(tx, { actor, now }, { lugares, exceto, cientes });

    const { funcionarioId, inicio, fim, livreEm, encaixe } = lugar;
    const encaixeMotivo = input.encaixe ? input.encaixe.motivo : encaixe ? este.encaixeMotivo : null;
    const valores = { funcionarioId, inicio, fim, livreEm, encaixe, encaixeMotivo, foraDoHorario: foraDoHorario[0] };
    const combinado = mudaram && {
      preparoMinutos: minutosEntre(fim, livreEm),
      valorCentavos: soma(feitos.map((um) => um.precoCentavos)),
      // Services are rows of their own: when only they changed the version moves by asking for the next one.
      versao: este.versao + 1,
    };
    const [movido] = await mover(tx, [
      { antes: este, valores: { ...valores, ...combinado } },
      ...juntos.map(({ antes, lugar: { inicio, fim, livreEm } }, i) => {
        return { antes, valores: { inicio, fim, livreEm, foraDoHorario: foraDoHorario[i + 1] } };
      }),
    ]);
    if (mudaram) await trocarServicos(tx, este.id, feitos);
    const mesmaHora = inicio.getTime() === este.inicio.getTime();
    const outraPessoa = funcionarioId !== este.funcionarioId;
    const sentido = outraPessoa && mesmaHora ? "profissional" : !mesmaHora || mudaram ? "remarcado" : null;
    await avisarClientes(tx, { actor, now }, { ids: [este.id], motivo: sentido, dizer: input.avisar });
    return { ...movido!, ...(sobre !== null && { sobre }) };
  },
});

/**
 * Says who it is for and what should be known. All parts of a visit are for the same client, who changes while all of it
 * is open.
 */
export const editarAgendamento = command({
  act: "agendamento.editar",
  input: editarAgendamentoSchema,
  touches: ["agendamento"],
  async execute({ tx, actor, now, input: { id, versao, ...valores } }) {
    const { este, irmaos } = await abrir(tx, id);
    const { clienteId } = valores;
    if (clienteId !== este.clienteId) {
      [este, ...irmaos].forEach(exigirAberto);
      if (clienteId) (await lerFichas(tx, { clienteId, funcionarios: [], servicos: [] })).cliente();
      const outros = irmaos.map((irmao) => irmao.id);
      if (outros.length) await tx.update(agendamentos).set({ clienteId }).where(inArray(agendamentos.id, outros));
    }
    const editado = await updateSeen(tx, agendamentos, { id, versao }, valores);
    if (clienteId !== este.clienteId)
      await avisarClientes(tx, { actor, now }, { ids: [id], motivo: "marcado", dizer: false });
    return editado;
  },
});

/** Decides that an appointment stands though the hours or a block say otherwise. */
export const manterForaDoHorario = command({
  act: "agendamento.manter",
  input: agendamentoRegistroSchema,
  touches: ["agendamento"],
  async execute({ tx, input }) {
    const { este } = await abrir(tx, input.id);
    exigirAberto(este);
    return updateSeen(tx, agendamentos, input, { foraDoHorario: true });
  },
});

/** Holds places for whoever asks; what they held before is given back. @throws AppError as `agendar` */
export const reservar = command({
  act: "agendamento.reservar",
  input: reservarSchema,
  explain: comSugestoes,
  async execute({ tx, actor, now, input }) {
    const fichas = await lerFichas(tx, { clienteId: null, ...pessoasEServicos(input.partes) });
    const partes = montarPartes(fichas, input.partes, false);
    recusarPartesJuntas(partes);
    await lockAgendas(tx, fichas.funcionarios);
    // Whoever books is told when they book, not while they still decide.
    const cientes = ["passado", "nao_faz", ...foraDasHoras];
    const dono = donoDe(actor, input.conversaId);
    await conferirLugares(
      tx,
      { actor, now, dono },
      { lugares: partes, exceto: await doMesmoCliente(tx, actor, input.exceto), cientes },
    );
    const expiraEm = minutosDepois(now, RESERVA_MINUTOS);
    await tx
      .insert(reservas)
      .values(partes.map(({ funcionarioId, inicio, livreEm }) => ({ funcionarioId, inicio, livreEm, expiraEm, dono })));
    return { expiraEm: expiraEm.toISOString() };
  },
});

/** Gives back what the actor holds. */
export const liberar = command({
  act: "agendamento.liberar",
  input: liberarSchema,
  async execute({ tx, actor, input }) {
    const { rowCount } = await tx.delete(reservas).where(eq(reservas.dono, donoDe(actor, input.conversaId)));
    return { liberadas: rowCount ?? 0 };
  },
});
