import { eq, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos } from "@/db/schema";
import type { Agendamento } from "@/lib/agendamentos/queries";
import { emAberto, mudancasDeSituacao, type Situacao } from "@/lib/domain/agenda";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { lockAgendas } from "@/lib/server/locks";

/** An appointment with the rest of its visit, read under the locks of all their professionals and of `outros`. */
export async function abrir(tx: Tx, id: number, outros: number[] = []) {
  const ler = () =>
    tx
      .select()
      .from(agendamentos)
      .where(or(eq(agendamentos.id, id), sql`visita = (select x.visita from agendamentos x where x.id = ${id})`))
      .orderBy(agendamentos.inicio, agendamentos.id);
  const antes = await ler();
  const dela = antes.map(({ funcionarioId }) => funcionarioId);
  await lockAgendas(tx, [...dela, ...outros]);
  const partes = antes.length ? await ler() : [];
  const este = partes.find((parte) => parte.id === id);
  if (!este) throw naoEncontrado();
  // Somebody moved it to another professional before we had the locks.
  if (partes.some(({ funcionarioId }) => !dela.includes(funcionarioId) && !outros.includes(funcionarioId)))
    throw mudouEnquantoIsso(este);
  return { este, irmaos: partes.filter((parte) => parte.id !== id) };
}

function mudouEnquantoIsso({ versao, situacao, funcionarioId, inicio, fim }: Agendamento) {
  const current = { versao, situacao, funcionarioId, inicio: inicio.toISOString(), fim: fim.toISOString() };
  return new AppError("conflito", "Outra pessoa mudou este agendamento enquanto isso. Confira como ficou.", {
    current,
  });
}

/** @throws AppError `conflito` with the newer values, when it is no longer as the person saw it */
export function exigirVersao(este: Agendamento, versao: number): void {
  if (este.versao !== versao) throw mudouEnquantoIsso(este);
}

const ja: Record<Situacao, string> = {
  agendado: "Este agendamento está marcado.",
  confirmado: "Este agendamento já está confirmado.",
  concluido: "Este atendimento já foi concluído.",
  cancelado: "Este agendamento já foi cancelado.",
  faltou: "Este agendamento já foi marcado como falta.",
};

/** @throws AppError `conflito` when this situation may not follow */
export function exigirMudanca({ situacao }: Agendamento, para: Situacao): void {
  if (!mudancasDeSituacao[situacao].includes(para)) throw new AppError("conflito", ja[situacao]);
}

/** @throws AppError `conflito` when what will become of it is decided */
export function exigirAberto({ situacao }: Agendamento): void {
  if (!emAberto(situacao)) throw new AppError("conflito", `${ja[situacao]} Desfaça isso antes de mudá-lo.`);
}
