import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { fechamentos } from "@/db/schema";
import { lerFuso } from "@/lib/configuracoes/queries";
import { chavesForma } from "@/lib/domain/agenda";
import { diferencaDe, type Registrados, type ValoresDoCaixa } from "@/lib/domain/caixa";
import { diaDoInstante, limitesDoDia } from "@/lib/domain/tempo";
import { contar } from "@/lib/domain/texto";
import type { Actor } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { AppError, recusarCampo } from "@/lib/server/errors";
import { updateSeen } from "@/lib/server/rows";
import { lerRegistrados, lerSemDesfecho } from "./queries";
import { fecharDiaSchema, reabrirDiaSchema } from "./schema";

/** The clock of the database, which also says when a payment was registered. */
const agora = sql`clock_timestamp()`;

function exigirPessoa(actor: Actor): number {
  if (actor.tipo !== "usuario") throw new AppError("invalido", "Quem fecha o dia é uma pessoa.");
  return actor.id;
}

/** @throws AppError `conflito` when something was received or taken back since the person looked */
function exigirComoVisto(valores: ValoresDoCaixa, registrados: Registrados): void {
  if (chavesForma.every((forma) => (valores[forma]?.registradoCentavos ?? 0) === (registrados[forma] ?? 0))) return;
  throw new AppError("conflito", "O que foi recebido mudou enquanto você conferia. Confira os valores de novo.");
}

async function exigirDesfecho(tx: Tx, dia: string, fuso: string, now: Date): Promise<void> {
  const abertos = (await lerSemDesfecho(tx, limitesDoDia(dia, fuso), now)).length;
  if (!abertos) return;
  const quantos = contar(abertos, "agendamento deste dia está", "agendamentos deste dia estão");
  throw new AppError("conflito", `${quantos} sem desfecho. Conclua, marque a falta ou cancele antes de fechar.`);
}

/**
 * Closes a day: what was counted beside what was registered, with a reason where they differ. A day that was opened again
 * is closed anew.
 *
 * @throws AppError `conflito` when appointments have no outcome, the day is closed, or the values are not as seen
 */
export const fecharDia = command({
  act: "fechamento.fechar",
  input: fecharDiaSchema,
  touches: ["fechamento"],
  async execute({ tx, actor, now, input: { dia, versao, valores: ditos, observacao } }) {
    const fechadoPorId = exigirPessoa(actor);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('fechamentos'), hashtext(${dia}))`);
    const fuso = await lerFuso(tx);
    if (dia > diaDoInstante(now, fuso)) throw new AppError("invalido", "Este dia ainda não chegou.");
    await exigirDesfecho(tx, dia, fuso, now);
    const valores: ValoresDoCaixa = Object.fromEntries(ditos.map(({ forma, ...valor }) => [forma, valor]));
    exigirComoVisto(valores, await lerRegistrados(tx, limitesDoDia(dia, fuso)));
    if (!observacao.trim() && ditos.some(diferencaDe)) throw recusarCampo("observacao", "Diga o motivo da diferença.");
    const novos = { valores, observacao, fechadoPorId, fechadoEm: agora, reabertoEm: null, reabertoMotivo: null };
    const [antes] = await tx.select().from(fechamentos).where(eq(fechamentos.dia, dia));
    if (antes && !antes.reabertoEm) throw new AppError("conflito", "Este dia já foi fechado.");
    if (antes) return updateSeen(tx, fechamentos, { id: antes.id, versao: versao ?? 0 }, novos);
    const [feito] = await tx
      .insert(fechamentos)
      .values({ dia, ...novos })
      .returning({ id: fechamentos.id, versao: fechamentos.versao });
    return feito!;
  },
});

/** Opens a closed day again, so that what was received on it may be corrected. */
export const reabrirDia = command({
  act: "fechamento.reabrir",
  input: reabrirDiaSchema,
  touches: ["fechamento"],
  async execute({ tx, input: { id, versao, motivo } }) {
    const [aberto] = await tx
      .select({ id: fechamentos.id })
      .from(fechamentos)
      .where(and(eq(fechamentos.id, id), isNotNull(fechamentos.reabertoEm)));
    if (aberto) throw new AppError("conflito", "Este dia já foi reaberto.");
    return updateSeen(tx, fechamentos, { id, versao }, { reabertoEm: agora, reabertoMotivo: motivo });
  },
});
