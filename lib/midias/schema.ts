import * as z from "@/lib/domain/mensagens";
import { id } from "@/lib/domain/campos";
import { MAIOR_MIDIA } from "@/lib/domain/midia";

const arquivo = { mensagemId: id, tipo: z.string().min(1).max(100), tamanhoBytes: z.int().min(0).max(MAIOR_MIDIA) };

/** An attachment that is already kept, and where: as `lib/server/storage.ts` says it. */
export const guardarMidiaSchema = z.discriminatedUnion("deposito", [
  z.strictObject({
    ...arquivo,
    deposito: z.literal("local"),
    conteudo: z.custom<Buffer>((it) => it instanceof Uint8Array),
  }),
  z.strictObject({ ...arquivo, deposito: z.literal("uploadthing"), chave: z.string().min(1).max(300) }),
]);

export const faltaDeMidiaSchema = z.strictObject({ mensagemId: id, falta: z.enum(["sumiu", "grande", "estranha"]) });

export const vazioSchema = z.strictObject({});
