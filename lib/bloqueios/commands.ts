import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bloqueios, funcionarios } from "@/db/schema";
import { lerFuso } from "@/lib/configuracoes/queries";
import { command } from "@/lib/server/command";
import { recusarCampo } from "@/lib/server/errors";
import { lockAgendas } from "@/lib/server/locks";
import { deleteSeen } from "@/lib/server/rows";
import { reabrirAfetados, vezesDoBloqueio } from "./queries";
import { bloqueioSchema, excluirBloqueioSchema } from "./schema";

/** Whose time a block takes: one professional, or all who work here now. */
async function deQuem(tx: Tx, funcionarioId: number | null): Promise<number[]> {
  const quem = funcionarioId === null ? eq(funcionarios.ativo, true) : eq(funcionarios.id, funcionarioId);
  const achados = await tx.select({ id: funcionarios.id }).from(funcionarios).where(quem);
  if (funcionarioId !== null && !achados.length)
    throw recusarCampo("funcionarioId", "Este profissional não existe mais. Escolha outro.");
  return achados.map(({ id }) => id);
}

/**
 * Takes time from a professional, or from all, once or again and again. What it hits stays where it is and is listed until
 * somebody decides: whoever books at the same moment was either before, and is counted here, or comes after and is warned.
 *
 * @returns the first block, how many there are and how many appointments they hit
 */
export const criarBloqueio = command({
  act: "bloqueio.criar",
  input: bloqueioSchema,
  touches: ["bloqueio", "agenda"],
  async execute({ tx, now, input: { repetir, ...valores } }) {
    const vezes = vezesDoBloqueio({ ...valores, repetir }, await lerFuso(tx));
    await lockAgendas(tx, await deQuem(tx, valores.funcionarioId));
    const serie = repetir && randomUUID();
    const [primeiro] = await tx
      .insert(bloqueios)
      .values(vezes.map((vez) => ({ ...valores, ...vez, serie })))
      .returning({ id: bloqueios.id, versao: bloqueios.versao });
    const afetados = await reabrirAfetados(tx, { funcionarioId: valores.funcionarioId, vezes, now });
    return { ...primeiro!, vezes: vezes.length, afetados };
  },
});

/** Gives the time back: of this one block, or also of those of its series that are still to come. */
export const excluirBloqueio = command({
  act: "bloqueio.excluir",
  input: excluirBloqueioSchema,
  touches: ["bloqueio", "agenda"],
  async execute({ tx, now, input: { toda, ...visto } }) {
    const [bloqueio] = await tx.select({ serie: bloqueios.serie }).from(bloqueios).where(eq(bloqueios.id, visto.id));
    const { id } = await deleteSeen(tx, bloqueios, visto);
    if (!toda || !bloqueio?.serie) return { id, excluidos: 1 };
    const daSerie = tx
      .select({ id: bloqueios.id })
      .from(bloqueios)
      .where(and(eq(bloqueios.serie, bloqueio.serie), gt(bloqueios.fim, now)))
      // In one order, so that two who remove the same series wait instead of meeting.
      .orderBy(bloqueios.id)
      .for("update");
    const outros = await tx.delete(bloqueios).where(inArray(bloqueios.id, daSerie)).returning({ id: bloqueios.id });
    return { id, excluidos: 1 + outros.length };
  },
});
