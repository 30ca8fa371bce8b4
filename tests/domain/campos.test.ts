import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { email, id, linha, linhaObrigatoria, paragrafo, registro, senhaNova } from "@/lib/domain/campos";
import * as z from "@/lib/domain/mensagens";

const frase = (schema: z.ZodType, valor: unknown) => schema.safeParse(valor).error?.issues[0]?.message;
const qualquer = fc.string({
  unit: fc.oneof(
    fc.constantFrom(" ", "\t", "\n", "\r", "\u200b", "\u00a0", "e\u0301"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe("linha e parágrafo", () => {
  test("o que passa fica limpo, e limpá-lo outra vez não muda nada", () => {
    const campo = linha(30);
    fc.assert(
      fc.property(qualquer, (texto) => {
        const { data } = campo.safeParse(texto);
        if (data === undefined) return;
        expect(data).toBe(data.trim().normalize("NFC"));
        expect(data).not.toMatch(/[\n\r\t\u0000\u200b]| {2}/);
        expect([...data].length).toBeLessThanOrEqual(30);
        expect(campo.parse(data)).toBe(data);
      }),
      { numRuns: 1_000 },
    );
  });

  test("texto comum passa inteiro, com ou sem acentos compostos", () => {
    const palavra = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ0-9.,'&()-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(palavra, { maxLength: 5 }), (palavras) => {
        const texto = palavras.join(" ");
        expect(linha(80).parse(texto.normalize("NFD"))).toBe(texto.normalize("NFC"));
        expect(paragrafo(80).parse(palavras.join("\r\n"))).toBe(palavras.join("\n").normalize("NFC"));
      }),
    );
  });

  test("o limite conta letras, não bytes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.constantFrom("x", "ç", "💇", "美"), (n, letra) => {
        expect(linha(20).safeParse(letra.repeat(n)).success).toBe(n <= 20);
      }),
    );
  });

  test("uma família de emojis e um acento composto ficam inteiros", () => {
    for (const texto of ["👩‍👩‍👧 unhas", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "coração", "क्‍ष"]) {
      expect(linha(20).parse(texto)).toBe(texto.normalize("NFC"));
    }
  });

  test.each(["", "   ", "\u200b", "\u200d", "\ufe0f", "\u2060\u00ad"])("%j não é um nome", (valor) => {
    expect(frase(linhaObrigatoria(10, "Informe o nome."), valor)).toBe("Informe o nome.");
  });

  test("um texto enorme é recusado antes de qualquer trabalho", () => {
    const normalize = vi.spyOn(String.prototype, "normalize");
    expect(frase(linha(80), "a\u0301".repeat(500_000))).toBe("Use no máximo 80 caracteres.");
    expect(normalize).not.toHaveBeenCalled();
    linha(80).parse("Ana");
    expect(normalize).toHaveBeenCalledTimes(1);
    normalize.mockRestore();
  });
});

describe("e-mail", () => {
  test.each([
    ["ana@exemplo.com.br", "ana@exemplo.com.br"],
    ["  Ana.Maria+salao@Exemplo.COM.BR ", "ana.maria+salao@exemplo.com.br"],
    ["a@b.co", "a@b.co"],
  ])("%j vira %j", (digitado, guardado) => {
    expect(email.parse(digitado)).toBe(guardado);
  });

  test.each([
    "ana",
    "ana@",
    "@exemplo.com",
    "ana@exemplo",
    "ana maria@exemplo.com",
    "ana@exemplo..com",
    "ana\u0000@x.com",
  ])("%j não parece um e-mail", (digitado) => {
    expect(frase(email, digitado)).toBe("Este e-mail não parece certo. Confira, por exemplo: nome@exemplo.com.br");
  });

  test("vazio e longo têm a sua própria frase", () => {
    expect(frase(email, "  ")).toBe("Informe o e-mail.");
    expect(frase(email, `${"a".repeat(250)}@x.co`)).toBe("Este e-mail é longo demais.");
  });
});

test("um registro é um inteiro que cabe no banco", () => {
  for (const certo of [1, 2_147_483_647]) expect(id.safeParse(certo).success).toBe(true);
  for (const errado of [0, -1, 1.5, 2_147_483_648, Number.NaN, Infinity, "1", null, true]) {
    expect(frase(id, errado), String(errado)).toBe("Registro inválido.");
  }
  expect(frase(z.strictObject(registro), { id: 1, versao: 0 })).toBe("Versão inválida.");
});

test("uma senha nova tem de 10 a 1.000 caracteres e fica como foi digitada", () => {
  expect(senhaNova.parse("  dez letras ")).toBe("  dez letras ");
  expect(senhaNova.safeParse("x".repeat(9)).success).toBe(false);
  expect(senhaNova.safeParse("x".repeat(10)).success).toBe(true);
  expect(senhaNova.safeParse("x".repeat(1_000)).success).toBe(true);
  expect(senhaNova.safeParse("x".repeat(1_001)).success).toBe(false);
});
