import { lerCep, lerCnpj, lerCpf } from "./documentos";
import * as z from "./mensagens";
import { lerTelefone } from "./telefone";

/** C0 and C1 controls but tab and ends of line, and the marks that turn the direction of a line: none of them belongs in a name. */
const INVISIVEIS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Widthless characters that come along with pasted text and mean nothing. */
const SEM_LARGURA = /[\u00ad\u200b\u2060\ufeff]/g;

const VISIVEL = /[\p{L}\p{N}\p{P}\p{S}]/u;

const texto = (max: number) =>
  z
    .string("Escreva um texto.")
    .max(max * 4 + 100, { error: `Use no máximo ${max} caracteres.`, abort: true })
    .normalize("NFC")
    .overwrite((valor) => valor.replace(SEM_LARGURA, ""))
    .trim()
    .refine((valor) => !INVISIVEIS.test(valor), "Há um caractere invisível neste texto. Apague e digite de novo.");

const noMaximo = (max: number) => (valor: string) => [...valor].length <= max;

/** One line of text: trimmed, inner spaces single, without control characters. `max` counts code points. */
export const linha = (max: number) =>
  texto(max)
    .overwrite((valor) => valor.replace(/\s+/g, " "))
    .refine(noMaximo(max), `Use no máximo ${max} caracteres.`);

/** A required line, e.g. a name. @param pedido what to say when it is empty: "Informe o nome." */
export const linhaObrigatoria = (max: number, pedido: string) =>
  linha(max).refine((valor) => VISIVEL.test(valor), pedido);

/** Text of several lines, may be empty. */
export const paragrafo = (max: number) =>
  texto(max)
    .overwrite((valor) => valor.replace(/\r\n?/g, "\n"))
    .refine(noMaximo(max), `Use no máximo ${max} caracteres.`);

export const id = z.int("Registro inválido.").positive("Registro inválido.").max(2_147_483_647, "Registro inválido.");

/** Names the record and the version of it that the person saw. */
export const registro = { id, versao: z.int("Versão inválida.").positive("Versão inválida.") };

export const email = z
  .string("Informe o e-mail.")
  .trim()
  .toLowerCase()
  .max(254, "Este e-mail é longo demais.")
  .refine((valor) => valor !== "", "Informe o e-mail.")
  .pipe(z.email("Este e-mail não parece certo. Confira, por exemplo: nome@exemplo.com.br"));

/** An e-mail that may be missing: empty is null. */
export const emailOpcional = z
  .string("Escreva um e-mail.")
  .trim()
  .transform((valor, { issues }) => {
    if (valor === "") return null;
    const lido = email.safeParse(valor);
    if (lido.success) return lido.data;
    issues.push({ code: "custom", message: lido.error.issues[0]!.message, input: valor });
    return z.NEVER;
  })
  .nullable();

/** A text that `ler` understands; empty is null. @param recusa what to say when it does not */
const lido = <T>(ler: (texto: string) => T | null, recusa: string) =>
  z
    .string(recusa)
    .max(200, recusa)
    .transform((texto, { issues }) => {
      if (texto.trim() === "") return null;
      const valor = ler(texto);
      if (valor !== null) return valor;
      issues.push({ code: "custom", message: recusa, input: texto });
      return z.NEVER;
    })
    .nullable();

/** A phone as people type it, in E.164; empty is null. */
export const telefoneOpcional = lido(lerTelefone, "Confira o telefone com DDD, por exemplo 11 98765-4321.");

/** A CPF as its eleven digits; empty is null. */
export const cpfOpcional = lido(lerCpf, "Este CPF não confere. Verifique os números.");

/** A CNPJ as its fourteen characters; empty is null. */
export const cnpjOpcional = lido(lerCnpj, "Este CNPJ não confere. Verifique os caracteres.");

/** A CEP as its eight digits; empty is null. */
export const cepOpcional = lido(lerCep, "O CEP tem 8 números, por exemplo 01310-100.");

/** A civil day as the browser's date field gives it, `2026-11-23`; empty is null. */
export const diaOpcional = lido(
  (texto) => (z.iso.date().safeParse(texto).success && texto >= "1900-01-01" && texto < "2200-01-01" ? texto : null),
  "Confira a data, por exemplo 23/11/2026.",
);

/** A line that may be missing: empty is null. */
export const linhaOpcional = (max: number) =>
  linha(max)
    .transform((valor) => valor || null)
    .nullable();

/** A password that somebody chooses. The commonest ones are refused by the command, which has the list. */
export const senhaNova = z
  .string("Escolha uma senha.")
  .min(10, "Use pelo menos 10 caracteres. Uma frase curta é uma boa senha.")
  .max(1_000, "Use no máximo 1.000 caracteres.");

/** An instant as the browser writes it, `2026-11-23T15:00:00.000Z`, on a whole minute of the years that people book in. */
export const instante = z.iso
  .datetime({ offset: true, error: "Escolha a data e a hora.", abort: true })
  .transform((texto) => new Date(texto))
  .refine((em) => em.getTime() % 60_000 === 0, "Use minutos inteiros.")
  .refine((em) => em.getFullYear() >= 2000 && em.getFullYear() < 2200, "Confira a data.");

/** A civil day that must be there, `2026-11-23`. */
export const dia = z.iso
  .date("Escolha a data.")
  .refine((texto) => texto >= "1900-01-01" && texto < "2200-01-01", "Confira a data.");
