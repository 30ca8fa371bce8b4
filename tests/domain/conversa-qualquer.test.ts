import fc from "fast-check";
import { expect, test } from "vitest";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { inicial } from "@/lib/domain/conversa/estado";
import { porqueCalar } from "@/lib/domain/conversa/guarda";
import type { Mensagem, Resposta } from "@/lib/domain/conversa/tipos";
import { conferirForma } from "../support/roteiro";
import { roteiros } from "../support/roteiros";
import { pessoasDoSalao, salaoEmMemoria, servicosDoSalao } from "../support/salao";
import { vezes } from "../support/vezes";

const frases = [
  ...new Set(
    roteiros.flatMap(({ linhas }) => linhas.filter((linha) => linha.startsWith("> ")).map((linha) => linha.slice(2))),
  ),
];
const dita = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...frases).map((texto): Mensagem => ({ tipo: "texto", texto })) },
  { weight: 2, arbitrary: fc.nat(12).map((n): Mensagem => ({ tipo: "texto", texto: String(n) })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }).map((texto): Mensagem => ({ tipo: "texto", texto })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Mensagem>(
      { tipo: "midia", que: "audio", legenda: "" },
      { tipo: "toque", id: "v1.3.sim", titulo: "Sim" },
      { tipo: "toque", id: "ag1:cancelar:1", titulo: "Cancelar" },
    ),
  },
);

/** Every price and every professional's name in a reply is one of the salon's. */
function conferirQueExiste({ texto }: Resposta) {
  const precos = servicosDoSalao.flatMap(({ preco }) => (preco === null ? [] : [preco]));
  const somas = new Set(
    [
      ...precos,
      ...precos.flatMap((a) => precos.map((b) => a + b)),
      ...precos.flatMap((a) => precos.flatMap((b) => precos.map((c) => a + b + c))),
    ].map((centavos) => escreverCentavos(centavos).replace(/\u00a0/g, " ")),
  );
  for (const [preco] of texto.matchAll(/R\$ [\d.]+,\d{2}/g)) expect([...somas], texto).toContain(preco);
  for (const [, nome] of texto.matchAll(/ com (\p{Lu}\p{L}+)/gu))
    expect(pessoasDoSalao as readonly string[], texto).toContain(nome);
}

test(
  "o que quer que se diga, em qualquer ordem: nada quebra, nada é inventado, e sempre há como seguir",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(dita, fc.constantFrom(0, 0, 0, 1, 45)), { minLength: 3, maxLength: 14 }),
        fc.boolean(),
        async (conversa, nova) => {
          const salao = salaoEmMemoria({
            titulo: "",
            linhas: [],
            quem: nova ? "nova" : "Maria",
            tem: nova ? [] : ["Corte feminino; Ana; 2026-11-27 15:00"],
          });
          for (const [mensagem, espera] of conversa) {
            salao.avancar(espera);
            const respostas = await salao.dizer(mensagem);
            respostas.forEach(conferirForma);
            respostas.forEach(conferirQueExiste);
          }
          const [menu] = await salao.dizer({ tipo: "texto", texto: "menu" });
          expect(menu!.texto).toContain("O que você precisa?");
        },
      ),
      { numRuns: vezes(25) },
    );
  },
);

test("trinta respostas em uma hora bastam: depois uma pessoa é chamada, e o assistente se cala", async () => {
  const salao = salaoEmMemoria({ titulo: "", linhas: [] });
  let respostas = 0;
  for (let i = 0; i < 40 && (await salao.modo()) === "assistente"; i++)
    respostas += (await salao.dizer({ tipo: "texto", texto: `oi ${i}` })).length;
  expect(await salao.modo()).toBe("esperando");
  expect(respostas).toBe(30);
  const cheio = { ...inicial, respondidas: Array.from({ length: 30 }, () => 1_000) };
  expect(porqueCalar(cheio, "oi", 1_059)).toBe("cheio");
  expect(porqueCalar(cheio, "oi", 1_061)).toBeNull();
});
