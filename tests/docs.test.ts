import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import pkg from "../package.json";

const paginas = [
  "README.md",
  ...readdirSync("docs")
    .filter((nome) => nome.endsWith(".md"))
    .map((nome) => `docs/${nome}`),
];
const texto = Object.fromEntries(paginas.map((pagina) => [pagina, readFileSync(pagina, "utf8")]));

/** What a page refers to inside the project, as paths from its root. */
const ligacoes = (pagina: string) =>
  [...texto[pagina]!.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, alvo]) => path.join(path.dirname(pagina), alvo!));

test.each(paginas)("tudo o que %s mostra ou liga existe", (pagina) => {
  expect(ligacoes(pagina).filter((alvo) => !existsSync(alvo))).toEqual([]);
});

test.each(paginas)("todo arquivo que %s nomeia existe", (pagina) => {
  const nomeados = texto[pagina]!.matchAll(
    /`((?:app|bench|components|db|docs|drizzle|lib|scripts|tests)\/[\w./-]+\.\w+)`/g,
  );
  expect([...nomeados].map(([, arquivo]) => arquivo!).filter((arquivo) => !existsSync(arquivo))).toEqual([]);
});

test("não há figura que ninguém mostre, nem pesada", () => {
  const mostradas = paginas.flatMap(ligacoes);
  const figuras = readdirSync("docs/imagens").map((nome) => `docs/imagens/${nome}`);
  expect(figuras.filter((figura) => !mostradas.includes(figura))).toEqual([]);
  expect(figuras.filter((figura) => readFileSync(figura).length > 100_000)).toEqual([]);
});

test("todo npm run de que os textos falam existe", () => {
  const pedidos = Object.values(texto).flatMap((um) =>
    [...um.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, nome]) => nome!),
  );
  expect([...new Set(pedidos)].filter((nome) => !(nome in pkg.scripts))).toEqual([]);
});
