import * as z from "@/lib/domain/mensagens";
import { id } from "@/lib/domain/campos";

export const conversaSchema = z.strictObject({ conversaId: id });

export const mensagemSchema = z.strictObject({ mensagemId: id });

/** What became of a message that was handed to Meta; as `lib/whatsapp/client.ts` says it. */
export const resultadoSchema = z.strictObject({
  mensagemId: id,
  resultado: z.discriminatedUnion("tipo", [
    z.strictObject({
      tipo: z.literal("aceita"),
      wamid: z.string().min(1).max(300),
      waId: z.string().max(40).nullable(),
    }),
    z.strictObject({ tipo: z.literal("recusada"), codigo: z.int(), detalhe: z.string().max(500) }),
    z.strictObject({ tipo: z.literal("nao_saiu") }),
    z.strictObject({ tipo: z.literal("incerta") }),
  ]),
});

export const vazioSchema = z.strictObject({});
