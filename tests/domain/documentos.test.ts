import { describe, expect, test } from "vitest";
import { escreverCep, escreverCnpj, escreverCpf, lerCep, lerCnpj, lerCpf } from "@/lib/domain/documentos";

describe("CPF", () => {
  test.each(["529.982.247-25", "123.456.789-09", "390.533.447-05", "111.444.777-35"])("%s confere", (cpf) => {
    const lido = lerCpf(cpf);
    expect(lido).toMatch(/^\d{11}$/);
    expect(escreverCpf(lido!)).toBe(cpf);
  });

  test.each(["529.982.247-26", "111.111.111-11", "5299822472", "529982247255", "", "abc", "529.982.247-2A"])(
    "%j não confere",
    (cpf) => expect(lerCpf(cpf)).toBeNull(),
  );
});

describe("CNPJ, só de números ou com letras", () => {
  test.each(["11.222.333/0001-81", "12.ABC.345/01DE-35", "12.ABC.345/0001-88"])("%s confere", (cnpj) => {
    const lido = lerCnpj(cnpj);
    expect(lido).toMatch(/^[0-9A-Z]{14}$/);
    expect(escreverCnpj(lido!)).toBe(cnpj);
  });

  test("as letras podem ser digitadas pequenas", () => expect(lerCnpj("12.abc.345/01de-35")).toBe("12ABC34501DE35"));

  test.each([
    "11.222.333/0001-82",
    "12.ABC.345/01DE-36",
    "00.000.000/0000-00",
    "12.ABC.345/01DE-3A",
    "",
    "1122233300018",
  ])("%j não confere", (cnpj) => expect(lerCnpj(cnpj)).toBeNull());
});

test("o CEP tem oito números", () => {
  expect(lerCep("01310-100")).toBe("01310100");
  expect(escreverCep("01310100")).toBe("01310-100");
  expect(lerCep("0131010")).toBeNull();
  expect(lerCep("0131010O")).toBeNull();
});
