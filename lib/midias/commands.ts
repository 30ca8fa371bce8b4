import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { arquivos, eventosWhatsapp, mensagens } from "@/db/schema";
import { tipoServido } from "@/lib/domain/midia";
import { command, type Call } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { keepFile } from "@/lib/server/storage";
import { faltaDeMidiaSchema, guardarMidiaSchema, vazioSchema } from "./schema";

/** So many at a time, so that no transaction becomes long. */
const LOTE = 200;
const DIAS_DE_EVENTOS = 30;

const guardar = command({
  act: "mensagem.guardar_midia",
  input: guardarMidiaSchema,
  async execute({ tx, input: { mensagemId, ...arquivo } }) {
    const [novo] = await tx.insert(arquivos).values(arquivo).returning({ id: arquivos.id });
    const { rowCount } = await tx
      .update(mensagens)
      .set({ arquivoId: novo!.id })
      .where(and(eq(mensagens.id, mensagemId), isNull(mensagens.arquivoId)));
    // Two workers fetched it; the second one's bytes stay nowhere.
    if (!rowCount) throw new AppError("conflito", "Esta mídia já foi guardada.");
    return { arquivoId: novo!.id };
  },
});

/** Keeps what a client attached, like anything that is uploaded. */
export async function receberMidia(call: Call, mensagemId: number, { bytes, mime }: { bytes: Buffer; mime: string }) {
  const { tipo } = tipoServido(mime);
  return keepFile(bytes, tipo, (lugar) => guardar(call, { ...lugar, mensagemId, tipo, tamanhoBytes: bytes.length }));
}

/** Remembers why an attachment will never be here. */
export const desistirDaMidia = command({
  act: "mensagem.desistir_da_midia",
  input: faltaDeMidiaSchema,
  async execute({ tx, input: { mensagemId, falta } }) {
    const carga = sql`${mensagens.carga} || jsonb_build_object('falta', ${falta}::text)`;
    await tx.update(mensagens).set({ carga }).where(eq(mensagens.id, mensagemId));
    return {};
  },
});

/** Deletes attachments that were kept for as long as the company wants, and what Meta delivered a month ago. */
export const limparMidias = command({
  act: "mensagem.limpar",
  input: vazioSchema,
  async execute({ tx, now }) {
    const haDias = (dias: ReturnType<typeof sql>) =>
      sql`${now.toISOString()}::timestamptz - make_interval(days => ${dias})`;
    const prazo = haDias(sql`(select guardar_midia_dias from configuracao_whatsapp)`);
    const velhas = await tx
      .select({ id: mensagens.id, arquivoId: mensagens.arquivoId })
      .from(mensagens)
      .where(sql`${mensagens.arquivoId} is not null and ${mensagens.ocorridaEm} < ${prazo}`)
      .limit(LOTE)
      .for("update", { skipLocked: true });
    const ids = velhas.map(({ id }) => id);
    const arquivoIds = velhas.map(({ arquivoId }) => arquivoId!);
    const carga = sql`${mensagens.carga} || '{"falta": "apagada"}'`;
    if (ids.length) await tx.update(mensagens).set({ arquivoId: null, carga }).where(inArray(mensagens.id, ids));
    const idos = ids.length
      ? await tx.delete(arquivos).where(inArray(arquivos.id, arquivoIds)).returning({ chave: arquivos.chave })
      : [];
    await tx.delete(eventosWhatsapp).where(sql`${eventosWhatsapp.recebidoEm} < ${haDias(sql`${DIAS_DE_EVENTOS}`)}`);
    return { apagadas: ids.length, chaves: idos.flatMap(({ chave }) => chave ?? []) };
  },
  notify: ({ chaves }) => chaves.map((chave) => ({ tarefa: "apagar_arquivo", dados: { chave }, chave })),
});
