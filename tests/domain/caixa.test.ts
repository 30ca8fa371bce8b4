import { expect, test } from "vitest";
import {
  diferencaDe,
  escreverCaixa,
  escreverDiferenca,
  linhasAbertas,
  linhasFechadas,
  somar,
} from "@/lib/domain/caixa";
import { textoDoRecibo, contasDoRecibo, type DadosDoRecibo } from "@/lib/domain/recibo";

const limpo = (texto: string) => texto.replaceAll("\u00a0", " ");

test("um dia sem nada se conta só em dinheiro; o resto aparece quando foi recebido, na ordem da casa", () => {
  expect(linhasAbertas({}).map(({ forma }) => forma)).toEqual(["dinheiro"]);
  expect(linhasAbertas({ credito: 5, pix: 3 }).map(({ forma }) => forma)).toEqual(["dinheiro", "pix", "credito"]);
});

test("fiado não se conta como recebido", () => {
  expect(somar(linhasAbertas({ dinheiro: 100, fiado: 900 }))).toMatchObject({ registradoCentavos: 100 });
});

test("depois do fechamento aparece o que entrou e o que saiu", () => {
  const linhas = linhasFechadas({ pix: { registradoCentavos: 100, contadoCentavos: 100 } }, { pix: 150, dinheiro: 20 });
  expect(linhas.map(({ forma, depoisCentavos }) => [forma, depoisCentavos])).toEqual([
    ["dinheiro", 20],
    ["pix", 50],
  ]);
});

test.each([
  [100, 95, "faltam R$ 0,05"],
  [100, 223, "sobram R$ 1,23"],
  [100, 100, ""],
])("registrado %i, contado %i: %s", (registradoCentavos, contadoCentavos, frase) => {
  expect(limpo(escreverDiferenca(diferencaDe({ registradoCentavos, contadoCentavos })))).toBe(frase);
});

test("a trilha diz tudo em uma linha", () => {
  const valores = {
    pix: { registradoCentavos: 5_000, contadoCentavos: 5_000 },
    dinheiro: { registradoCentavos: 8_000, contadoCentavos: 7_500 },
  };
  expect(limpo(escreverCaixa(valores))).toBe("Dinheiro: R$ 80,00 (contado R$ 75,00); Pix: R$ 50,00");
});

const recibo: DadosDoRecibo = {
  empresa: "Salão da Dona Célia",
  cliente: "Maria Souza",
  dia: "2027-03-16",
  profissional: "Ana",
  servicos: [
    { nome: "Escova", precoCentavos: 8_000 },
    { nome: "Química", precoCentavos: null },
  ],
  valorCentavos: 8_000,
  valorFinalCentavos: 7_000,
  pagamentos: [
    { forma: "pix", valorCentavos: 4_000 },
    { forma: "fiado", valorCentavos: 3_000 },
  ],
  notaFiscal: "1234",
};

test("o recibo diz serviços, desconto, pagamentos, o que falta e a nota", () => {
  expect(contasDoRecibo(recibo)).toEqual({ pagoCentavos: 4_000, faltaCentavos: 3_000 });
  expect(textoDoRecibo(recibo)).toBe(
    [
      "Recibo de Salão da Dona Célia",
      "Maria Souza, 16/03/2027, com Ana",
      "Escova: R$ 80,00",
      "Química",
      "Desconto: R$ 10,00",
      "Total: R$ 70,00",
      "Pix: R$ 40,00",
      "Fiado: R$ 30,00",
      "A pagar: R$ 30,00",
      "Nota fiscal: 1234",
    ].join("\n"),
  );
});
