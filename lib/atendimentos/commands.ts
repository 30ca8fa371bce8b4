import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos, pagamentos, usuarios } from "@/db/schema";
import {
  comSugestoes,
  conferirLugares,
  mover,
  recusaDeQuemTem,
  servicosDe,
  type Agendamento,
} from "@/lib/agendamentos/queries";
import { avisarClientes, pedirAgradecimento } from "@/lib/avisos/queries";
import { lerFuso } from "@/lib/configuracoes/queries";
import { emAberto } from "@/lib/domain/agenda";
import { foraDasHoras, minutosDepois, minutosEntre, soma, type Pretendido } from "@/lib/domain/marcacao";
import { trocados } from "@/lib/domain/remanejo";
import { diaDoInstante, limitesDoDia } from "@/lib/domain/tempo";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado, recusarCampo } from "@/lib/server/errors";
import { lockAgendas } from "@/lib/server/locks";
import { updateSeen } from "@/lib/server/rows";
import {
  abrir,
  comoEstava,
  encaixesSobre,
  exigirAberto,
  exigirComoVisto,
  exigirDoCliente,
  exigirMudanca,
  exigirVersao,
  inverter,
  livreDesde,
  rastrosDe,
  recusarVisitaPartida,
  sentido,
  tomaTempo,
  ultimosAtos,
} from "./queries";
import { atendimentoSchema, atrasarSchema, cancelarSchema, chegouSchema, concluirSchema, trocarSchema } from "./schema";

/** The client said that they will come. */
export const confirmar = command({
  act: "agendamento.confirmar",
  input: atendimentoSchema,
  touches: ["agendamento"],
  async execute({ tx, actor, now, input }) {
    const { este } = await abrir(tx, input.id);
    await exigirDoCliente(tx, actor, este, now, false);
    exigirMudanca(este, "confirmado");
    return updateSeen(tx, agendamentos, input, { situacao: "confirmado", confirmadoEm: now });
  },
});

/** The client is here; `chegou` false takes it back. */
export const registrarChegada = command({
  act: "agendamento.chegou",
  input: chegouSchema,
  touches: ["agendamento"],
  async execute({ tx, now, input: { id, versao, chegou } }) {
    const { este } = await abrir(tx, id);
    exigirAberto(este);
    return updateSeen(tx, agendamentos, { id, versao }, { chegouEm: chegou ? now : null });
  },
});

/** What was planned was done and charged. What was not paid is owed. */
export const concluir = command({
  act: "agendamento.concluir",
  input: concluirSchema,
  touches: ["agendamento"],
  async execute({ tx, now, input: { id, versao, valorCentavos, pagamentos: pagos } }) {
    const { este } = await abrir(tx, id);
    exigirMudanca(este, "concluido");
    const valorFinalCentavos = valorCentavos ?? este.valorCentavos;
    if (soma(pagos.map((pago) => pago.valorCentavos)) > valorFinalCentavos)
      throw recusarCampo("pagamentos", "O que foi recebido passa do valor cobrado.");
    const concluido = await updateSeen(
      tx,
      agendamentos,
      { id, versao },
      {
        situacao: "concluido",
        concluidoEm: now,
        livreEm: livreDesde(este, now),
        valorFinalCentavos,
      },
    );
    if (pagos.length)
      await tx.insert(pagamentos).values(pagos.map((pago) => ({ ...pago, agendamentoId: id, recebidoEm: now })));
    if (este.clienteId) {
      const ultimaVisitaEm = sql`greatest(${usuarios.ultimaVisitaEm}, ${este.inicio.toISOString()}::timestamptz)`;
      await tx.update(usuarios).set({ ultimaVisitaEm }).where(eq(usuarios.id, este.clienteId));
    }
    await pedirAgradecimento(tx, id, now);
    return concluido;
  },
});

/** The client did not come; the rest of the time is free. */
export const marcarFalta = command({
  act: "agendamento.marcar_falta",
  input: atendimentoSchema,
  touches: ["agendamento"],
  async execute({ tx, now, input }) {
    const { este } = await abrir(tx, input.id);
    exigirMudanca(este, "faltou");
    return updateSeen(tx, agendamentos, input, { situacao: "faltou", livreEm: livreDesde(este, now) });
  },
});

/** Cancels an appointment and what is still open of its visit. */
export const cancelar = command({
  act: "agendamento.cancelar",
  input: cancelarSchema,
  touches: ["agendamento"],
  async execute({ tx, actor, now, input: { id, versao, motivo, detalhe, avisar } }) {
    const { este, irmaos } = await abrir(tx, id);
    await exigirDoCliente(tx, actor, este, now);
    exigirMudanca(este, "cancelado");
    const valores = {
      situacao: "cancelado" as const,
      canceladoEm: now,
      canceladoMotivo: motivo,
      canceladoDetalhe: detalhe,
    };
    const cancelado = await updateSeen(tx, agendamentos, { id, versao }, valores);
    const abertos = irmaos.filter(({ situacao }) => emAberto(situacao)).map((irmao) => irmao.id);
    if (abertos.length) await tx.update(agendamentos).set(valores).where(inArray(agendamentos.id, abertos));
    await avisarClientes(tx, { actor, now }, { ids: [id, ...abertos], motivo: "cancelado", dizer: avisar });
    return cancelado;
  },
});

const comoEsta = ({ funcionarioId, inicio, fim, livreEm, encaixe }: Agendamento) => {
  return { funcionarioId, inicio, fim, livreEm, encaixe, servicos: [] };
};

/**
 * Everything open of a professional from an instant until the end of that day, later by so many minutes. Whoever asks has
 * seen in the preview what falls outside the hours.
 *
 * @throws AppError `nao_encontrado`, `invalido` for somebody who no longer works here, or `conflito` when the day is no
 * longer as it was seen, or something that does not move is in the way
 */
export const atrasar = command({
  act: "agendamento.atrasar",
  input: atrasarSchema,
  touches: ["agendamento"],
  async execute({ tx, actor, now, input: { funcionarioId, de, minutos, vistos, avisar } }) {
    await lockAgendas(tx, [funcionarioId]);
    const fuso = await lerFuso(tx);
    const { fim } = limitesDoDia(diaDoInstante(de, fuso), fuso);
    const linhas = await tx
      .select()
      .from(agendamentos)
      .where(
        and(
          eq(agendamentos.funcionarioId, funcionarioId),
          gte(agendamentos.inicio, de),
          lt(agendamentos.inicio, fim),
          inArray(agendamentos.situacao, ["agendado", "confirmado"]),
        ),
      )
      .orderBy(agendamentos.inicio, agendamentos.id);
    await exigirComoVisto(tx, { funcionarioId, vistos }, linhas);
    const depois = (em: Date) => minutosDepois(em, minutos);
    const lugares = linhas.map((linha): Pretendido => {
      const { inicio, fim, livreEm } = linha;
      return { ...comoEsta(linha), inicio: depois(inicio), fim: depois(fim), livreEm: depois(livreEm) };
    });
    const exceto = linhas.map(({ id }) => id);
    const cientes = [...foraDasHoras, "passado", "reservado"];
    const semContar = [...exceto, ...(await encaixesSobre(tx, exceto))];
    const { foraDoHorario } = await conferirLugares(tx, { actor, now }, { lugares, exceto: semContar, cientes });
    const movidos = await mover(
      tx,
      linhas.map((antes, i) => {
        const { inicio, fim, livreEm } = lugares[i]!;
        return { antes, valores: { inicio, fim, livreEm, foraDoHorario: foraDoHorario[i] } };
      }),
    );
    await avisarClientes(tx, { actor, now }, { ids: exceto, motivo: "remarcado", dizer: avisar });
    return movidos;
  },
});

/** Both appointments under the locks of both professionals, in the order in which they were asked for. */
async function abrirDois(tx: Tx, ids: [number, number]): Promise<[Agendamento, Agendamento]> {
  const ler = () => tx.select().from(agendamentos).where(inArray(agendamentos.id, ids));
  await lockAgendas(
    tx,
    (await ler()).map(({ funcionarioId }) => funcionarioId),
  );
  const linhas = await ler();
  const [um, outro] = ids.map((id) => linhas.find((linha) => linha.id === id));
  if (!um || !outro) throw naoEncontrado();
  return [um, outro];
}

/** Two appointments, no parts of longer visits, change places and times; each stays as long as it is. @throws as `agendar` */
export const trocar = command({
  act: "agendamento.trocar",
  input: trocarSchema,
  touches: ["agendamento"],
  explain: comSugestoes,
  async execute({ tx, actor, now, input: { um, outro, cientes, avisar } }) {
    const dois = await abrirDois(tx, [um.id, outro.id]);
    dois.forEach(exigirAberto);
    exigirVersao(dois[0], um.versao);
    exigirVersao(dois[1], outro.versao);
    const exceto = dois.map(({ id }) => id);
    await recusarVisitaPartida(tx, exceto);
    const posicoes = trocados(
      ...(dois.map(({ funcionarioId, inicio, livreEm }) => {
        return { funcionarioId, inicio: inicio.getTime(), livreEm: livreEm.getTime() };
      }) as Parameters<typeof trocados>),
    );
    const lugares: Pretendido[] = [];
    for (const [i, antes] of dois.entries()) {
      const { funcionarioId, ...posicao } = posicoes[i]!;
      const [inicio, livreEm] = [new Date(posicao.inicio), new Date(posicao.livreEm)];
      const fim = minutosDepois(inicio, minutosEntre(antes.inicio, antes.fim));
      const servicos = (await servicosDe(tx, antes.id)).map(({ servicoId }) => servicoId);
      const sabidos = funcionarioId === antes.funcionarioId ? (["nao_faz"] as const) : [];
      lugares.push({ ...{ funcionarioId, inicio, fim, livreEm }, encaixe: antes.encaixe, servicos, sabidos });
    }
    const { foraDoHorario } = await conferirLugares(tx, { actor, now }, { lugares, exceto, cientes });
    const movidos = await mover(
      tx,
      dois.map((antes, i) => {
        const { funcionarioId, inicio, fim, livreEm } = lugares[i]!;
        return { antes, valores: { funcionarioId, inicio, fim, livreEm, foraDoHorario: foraDoHorario[i] } };
      }),
    );
    await avisarClientes(tx, { actor, now }, { ids: exceto, motivo: "remarcado", dizer: avisar });
    return movidos;
  },
});

/**
 * Takes back the last act on an appointment, with all that it changed: a booking is cancelled, anything else is as it was
 * before. Taking back what was taken back does it again.
 *
 * @throws AppError `conflito` when something else has changed since, or by the name of who has the place now
 */
export const desfazer = command({
  act: "agendamento.desfazer",
  input: atendimentoSchema,
  touches: ["agendamento"],
  async execute({ tx, actor, now, input }) {
    const [ato] = await ultimosAtos(tx, [input.id]);
    if (!ato?.requisicao || !ato.ato.startsWith("agendamento.")) {
      const { este } = await abrir(tx, input.id);
      exigirVersao(este, input.versao);
      throw new AppError(
        "conflito",
        "A última mudança deste agendamento não foi feita na agenda. Ela não se desfaz aqui.",
      );
    }
    const rastros = await rastrosDe(tx, ato);
    const mudados = rastros.filter(({ entidade }) => entidade === "agendamentos").map(({ entidadeId }) => entidadeId);
    const ids = [...new Set([input.id, ...mudados])];
    const ler = () => tx.select().from(agendamentos).where(inArray(agendamentos.id, ids));
    const antigos = rastros.flatMap(({ antes }) => (antes.funcionario_id ? [Number(antes.funcionario_id)] : []));
    await lockAgendas(tx, [...(await ler()).map(({ funcionarioId }) => funcionarioId), ...antigos]);

    const linhas = await ler();
    exigirVersao(
      linhas.find(({ id }) => id === input.id)!,
      input.versao,
    );
    const depois = await ultimosAtos(tx, ids);
    if (depois.some(({ requisicao }) => requisicao !== ato.requisicao))
      throw new AppError(
        "conflito",
        "Outro agendamento desta mudança já mudou depois. Desfaça primeiro o que veio por último.",
      );
    const lugares = linhas
      .map((linha) => ({ agora: linha, antes: comoEstava(linha, rastros) }))
      .filter(({ agora, antes }) => tomaTempo(agora, antes))
      .map(({ agora: { fim }, antes }) => ({ ...antes, fim, servicos: [] }));
    const opcoes = { exceto: ids, soFirmes: true, antes: "Não dá para desfazer: " };
    const recusa = await recusaDeQuemTem(tx, actor, lugares, opcoes);
    if (recusa) throw recusa;
    await inverter(tx, rastros, now);
    await avisarClientes(tx, { actor, now }, { ids, motivo: sentido(rastros) ? "desfeito" : null, dizer: true });
    if (!mudados.includes(input.id))
      await tx
        .update(agendamentos)
        .set({ versao: input.versao + 1 })
        .where(eq(agendamentos.id, input.id));
    const [este] = await tx
      .select({ id: agendamentos.id, versao: agendamentos.versao })
      .from(agendamentos)
      .where(eq(agendamentos.id, input.id));
    return este!;
  },
});
