import { eq } from "drizzle-orm";
import { arquivos, mensagens } from "@/db/schema";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";
import type { Place } from "@/lib/server/storage";

/** What has to be fetched for a message; null when it has no attachment, or it is here or given up. */
export const lerMidia = query("sistema", async ({ db }, mensagemId: number) => {
  const [mensagem] = await db
    .select({ carga: mensagens.carga, arquivoId: mensagens.arquivoId, teste: mensagens.teste })
    .from(mensagens)
    .where(eq(mensagens.id, mensagemId));
  const { midia, falta } = mensagem?.carga ?? {};
  return midia && !falta && !mensagem!.arquivoId && !mensagem!.teste ? midia : null;
});

/** The attachment of a message and where its bytes are. @throws AppError `nao_encontrado` */
export const verMidia = query("pode_agendar", async ({ db }, mensagemId: number) => {
  const { tipo, deposito, conteudo, chave } = arquivos;
  const [arquivo] = await db
    .select({ tipo, deposito, conteudo, chave, carga: mensagens.carga })
    .from(mensagens)
    .innerJoin(arquivos, eq(arquivos.id, mensagens.arquivoId))
    .where(eq(mensagens.id, mensagemId));
  if (!arquivo) throw naoEncontrado();
  const { carga, ...lugar } = arquivo;
  // The database sees to it that each has what its store needs.
  return { nome: carga.midia?.nome ?? null, ...(lugar as { tipo: string } & Place) };
});
