import { clienteSchema } from "@/lib/clientes/schema";
import { diaOpcional } from "@/lib/domain/campos";
import { MAXIMO_IMPORTADAS } from "@/lib/domain/importacao";
import * as z from "@/lib/domain/mensagens";

/** One line of a file, in the words of the house. `ultimaVisita` is a civil day. */
export const linhaImportadaSchema = z.strictObject({
  ...clienteSchema.shape,
  ultimaVisita: diaOpcional,
  ativo: z.boolean("Diga se o cliente está ativo."),
});

export type LinhaImportada = z.output<typeof linhaImportadaSchema> & { linha: number };

const modos = ["boas", "todas"] as const;
/** Of a file with wrong lines: the good ones are written, or nothing is. */
export type ModoImportacao = (typeof modos)[number];

export const importarClientesSchema = z.strictObject({
  modo: z.enum(modos, "Escolha o que importar."),
  erradas: z.int("Número inválido.").min(0, "Número inválido."),
  linhas: z
    .array(linhaImportadaSchema.extend({ linha: z.int("Linha inválida.").positive("Linha inválida.") }))
    .max(MAXIMO_IMPORTADAS),
});

/** What the address of the import says: nothing to look first, or what to write of which file. */
export const pedidoImportacaoSchema = z.strictObject({
  gravar: z.enum(modos, "Escolha o que importar.").optional(),
  sha256: z
    .string("Confira o arquivo antes.")
    .regex(/^[0-9a-f]{64}$/, "Confira o arquivo antes.")
    .optional(),
});
