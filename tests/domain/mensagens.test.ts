import { expect, test } from "vitest";
import * as z from "@/lib/domain/mensagens";

const frase = (schema: z.ZodType, valor: unknown) => schema.safeParse(valor).error?.issues[0]?.message;

test.each([
  ["campo ausente", z.string(), undefined, "Preencha este campo."],
  ["texto vazio", z.string().min(1), "", "Preencha este campo."],
  ["valor não escolhido", z.number(), null, "Preencha este campo."],
  ["número ilegível", z.number(), Number.NaN, "Não entendi este valor. Use números."],
  ["texto curto", z.string().min(10), "curta", "Use pelo menos 10 letras."],
  ["texto longo", z.string().max(1), "ab", "Use no máximo 1 letra."],
  ["número grande", z.number().max(1440), 2000, "Use no máximo 1.440."],
  ["número pequeno", z.number().min(5), 1, "Use pelo menos 5."],
  ["lista vazia", z.array(z.string()).min(1), [], "Escolha pelo menos um."],
  ["e-mail torto", z.email(), "ana@", "Escreva um e-mail como ana@exemplo.com.br."],
  ["opção desconhecida", z.enum(["fixo", "livre"]), "outro", "Escolha uma das opções."],
  ["campo a mais", z.strictObject({}), { x: 1 }, "Há um campo que não existe neste formulário."],
])("%s", (_caso, schema, valor, esperado) => {
  expect(frase(schema, valor)).toBe(esperado);
});

test("a mensagem do próprio schema vem primeiro", () => {
  expect(frase(z.string().min(1, "Informe o nome."), "")).toBe("Informe o nome.");
});
