import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoEmpresa, excecoes, expedientes, funcionarios } from "@/db/schema";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import { excecaoSchema, expedienteSchema, horarioRegistroSchema, regrasSchema } from "./schema";

const gravado = { id: expedientes.id, versao: expedientes.versao };

/** Refuses a professional who was deleted since the form was opened. */
async function conferirProfissional(tx: Tx, id: number): Promise<void> {
  const [achado] = await tx
    .select({ id: funcionarios.id })
    .from(funcionarios)
    .where(eq(funcionarios.id, id))
    .for("key share");
  if (!achado) throw naoEncontrado();
}

/** Whose hours a row says: null is the company. @throws AppError `nao_encontrado` */
async function donoDoExpediente(tx: Tx, id: number): Promise<number | null> {
  const [expediente] = await tx
    .select({ funcionarioId: expedientes.funcionarioId })
    .from(expedientes)
    .where(eq(expedientes.id, id));
  if (!expediente) throw naoEncontrado();
  return expediente.funcionarioId;
}

/** What begins later takes the place of what had no end: that ends the day before. */
async function encerrarNaVespera(tx: Tx, funcionarioId: number, de: string): Promise<void> {
  const semFim = and(eq(expedientes.funcionarioId, funcionarioId), isNull(expedientes.ate));
  await tx
    .update(expedientes)
    .set({ ate: sql`${de}::date - 1` })
    .where(and(semFim, or(isNull(expedientes.de), lt(expedientes.de, de))));
}

/** The working hours of the company or of a professional's period. What they leave outside is found by reading, not here. */
export const editarExpediente = command({
  act: "horario.editar_expediente",
  input: expedienteSchema,
  touches: ["horario", "agenda"],
  async execute({ tx, input: { id, versao, funcionarioId, ...valores } }): Promise<{ id: number; versao: number }> {
    if (id === null || versao === null) {
      if (funcionarioId === null)
        throw new AppError("conflito", "O expediente da empresa já existe. Recarregue a página para ver o atual.");
      await conferirProfissional(tx, funcionarioId);
      if (valores.de) await encerrarNaVespera(tx, funcionarioId, valores.de);
      const [novo] = await tx
        .insert(expedientes)
        .values({ funcionarioId, ...valores })
        .returning(gravado);
      return novo!;
    }
    // A row never changes hands: the company would be left without a week.
    if ((await donoDoExpediente(tx, id)) !== funcionarioId) throw naoEncontrado();
    return updateSeen(tx, expedientes, { id, versao }, valores);
  },
});

/** A professional's period goes; on its days they work as the company does. */
export const excluirExpediente = command({
  act: "horario.excluir_expediente",
  input: horarioRegistroSchema,
  touches: ["horario", "agenda"],
  async execute({ tx, input }) {
    if ((await donoDoExpediente(tx, input.id)) === null)
      throw new AppError("em_uso", "A empresa precisa de um expediente. Mude os horários em vez de excluir.");
    return deleteSeen(tx, expedientes, input);
  },
});

/** How clients may book. The rules live in the company's own row. */
export const editarRegras = command({
  act: "horario.editar_regras",
  input: regrasSchema,
  touches: ["horario", "agenda"],
  execute: ({ tx, input: { versao, ...regras } }) => updateSeen(tx, configuracaoEmpresa, { id: 1, versao }, regras),
});

/** Says of one day, or of the same day of every year, that it is open or closed, whatever its weekday says. */
export const salvarExcecao = command({
  act: "horario.salvar_excecao",
  input: excecaoSchema,
  touches: ["horario", "agenda"],
  async execute({ tx, input: { id, versao, ...valores } }): Promise<{ id: number; versao: number }> {
    if (id !== null && versao !== null) return updateSeen(tx, excecoes, { id, versao }, valores);
    const [nova] = await tx.insert(excecoes).values(valores).returning({ id: excecoes.id, versao: excecoes.versao });
    return nova!;
  },
});

/** The day is again like its weekday, or like the national holiday that it is. */
export const excluirExcecao = command({
  act: "horario.excluir_excecao",
  input: horarioRegistroSchema,
  touches: ["horario", "agenda"],
  execute: ({ tx, input }) => deleteSeen(tx, excecoes, input),
});
