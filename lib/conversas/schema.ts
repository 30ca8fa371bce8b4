import { id, linhaObrigatoria } from "@/lib/domain/campos";
import * as z from "@/lib/domain/mensagens";
import { LIMITES } from "@/lib/domain/whatsapp";

const opcao = { id: z.string().min(1).max(200), titulo: z.string().min(1).max(LIMITES.tituloDeLinha) };

const respostaSchema = z.strictObject({
  texto: z.string().min(1).max(LIMITES.texto),
  botoes: z.array(z.strictObject(opcao)).max(LIMITES.botoes).optional(),
  lista: z
    .strictObject({
      botao: z.string().min(1).max(LIMITES.tituloDeBotao),
      linhas: z
        .array(z.strictObject({ ...opcao, descricao: z.string().max(LIMITES.descricaoDeLinha).optional() }))
        .max(LIMITES.linhas),
    })
    .optional(),
});

/** What came of the messages up to `ate`: the next state, replies, and who has the conversation now. */
export const responderSchema = z.strictObject({
  conversaId: id,
  ate: id,
  /** Null: nothing was read by the assistant, a person has it. */
  estado: z.record(z.string(), z.unknown()).nullable(),
  respostas: z.array(respostaSchema).max(10),
  modo: z.enum(["assistente", "esperando"]),
  /** Whether they want messages that they did not ask for; null: as before. */
  avisos: z.boolean().nullable(),
});

/** Somebody who said yes to being registered, by what name, and to which words. */
export const cadastrarDaConversaSchema = z.strictObject({
  conversaId: id,
  nome: linhaObrigatoria(120, "Informe o nome do cliente."),
  texto: linhaObrigatoria(500, "Escreva com o que o cliente concordou."),
});
