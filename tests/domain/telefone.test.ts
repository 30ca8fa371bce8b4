import fc from "fast-check";
import parsePhoneNumber from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { escreverTelefone, lerTelefone } from "@/lib/domain/telefone";

test.each([
  ["+5511987654321", "(11) 98765-4321"],
  ["+551132654321", "(11) 3265-4321"],
  ["+15551234567", "+15551234567"],
  ["+55119876", "+55119876"],
  ["", ""],
  [null, ""],
])("%j se lê %j", (guardado, lido) => {
  expect(escreverTelefone(guardado)).toBe(lido);
});

describe("o que as pessoas digitam", () => {
  test.each([
    ["11 98765-4321", "+5511987654321"],
    ["+55 (11) 9 8765 4321", "+5511987654321"],
    ["(11) 98765.4321", "+5511987654321"],
    ["011 98765-4321", "+5511987654321"],
    ["5511987654321", "+5511987654321"],
    ["0055 11 98765 4321", "+5511987654321"],
    // Without the ninth digit, as before it came.
    ["11 8765-4321", "+5511987654321"],
    ["+55 31 8876-5432", "+5531988765432"],
    // Landlines keep their eight digits; so does trunking.
    ["11 3333-4444", "+551133334444"],
    ["1172345678", "+551172345678"],
    // Santa Maria's area is the country's number too.
    ["55 99123-4567", "+5555991234567"],
    ["55 55 99123-4567", "+5555991234567"],
    ["+1 415 555 0100", "+14155550100"],
    ["+351 912 345 678", "+351912345678"],
  ])("%j é %s", (digitado, guardado) => {
    expect(lerTelefone(digitado)).toBe(guardado);
  });

  test.each(["", "98765-4321", "10 98765-4321", "20 98765-4321", "11 98765-43", "11 198765-4321", "11 1234-5678"])(
    "%j não é telefone",
    (digitado) => expect(lerTelefone(digitado)).toBeNull(),
  );

  test.each(["onze 98765-4321", "+", "+55", "+0 123 456 789", "11 98765-4321 ramal 2", "1".repeat(40)])(
    "%j também não",
    (digitado) => expect(lerTelefone(digitado)).toBeNull(),
  );
});

test("aceita no Brasil o que a libphonenumber aceita, e mais só o que ainda não tem o nono dígito", () => {
  const numero = fc.tuple(fc.integer({ min: 10, max: 99 }), fc.stringMatching(/^[1-9]\d{7,8}$/));
  fc.assert(
    fc.property(numero, ([ddd, local]) => {
      const lido = lerTelefone(`${ddd} ${local}`);
      const oraculo = parsePhoneNumber(`+55${ddd}${local}`);
      // 4003-0000 and the like belong to companies, without an area.
      const deAlguem = ["MOBILE", "FIXED_LINE"].includes(oraculo?.getType() ?? "");
      if (deAlguem && oraculo?.isValid()) expect(lido).toBe(oraculo.number);
      else if (lido) expect(parsePhoneNumber(lido)?.isPossible()).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test("ler o que foi escrito dá o mesmo número", () => {
  const digitado = fc.tuple(fc.constantFrom(11, 21, 31, 48, 55, 91), fc.stringMatching(/^9[1-9]\d{7}$/));
  fc.assert(
    fc.property(digitado, ([ddd, local]) => {
      const lido = lerTelefone(`${ddd}${local}`)!;
      expect(lerTelefone(escreverTelefone(lido))).toBe(lido);
    }),
  );
});
