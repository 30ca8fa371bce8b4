import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pode, rotas } from "@/lib/domain/permissoes";
import { openHouse, type House } from "../support/backstage";
import { titleOf, type Visitor } from "../support/visitor";

/** What `pode(usuario, rotas[rota].exige)` of `screen` became in the build, up to its answer. */
const CHECK = /\(0,\w+\.\w+\)\((\w+),\w+\.\w+\[\w+\]\.exige\)\)\?\1:/g;

/** Makes every page forget to ask whether the person may open it. */
async function forget(server: string) {
  const folder = path.join(server, ".next/server/chunks/ssr");
  let forgotten = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".js")) continue;
    const code = await readFile(path.join(folder, name), "utf8");
    const changed = code.replace(CHECK, (_, person: string) => `!0)?${person}:`);
    if (changed === code) continue;
    forgotten += 1;
    await writeFile(path.join(folder, name), changed);
  }
  if (!forgotten) throw new Error("A pergunta das páginas não foi encontrada na construção.");
}

const ninguem = { tipo: "usuario", master: false, permissoes: [], deveTrocarSenha: false } as const;
const closed = Object.keys(rotas).filter(
  (rota) => !rota.startsWith("/api/") && !pode(ninguem, rotas[rota as keyof typeof rotas].exige),
);

describe.each([
  {
    nome: "com o proxy, são recusadas mesmo assim",
    semProxy: false,
    resposta: "403 Salão da Dona Célia · Hora Marcada",
  },
  {
    nome: "sem o proxy, abrem: o esquecimento é de verdade",
    semProxy: true,
    resposta: "200 Novo cargo · Salão da Dona Célia",
  },
])("páginas que esqueceram de perguntar: $nome", ({ semProxy, resposta }) => {
  let house: House;
  let ana: Visitor;

  beforeAll(async () => {
    house = await openHouse({ semProxy, altera: forget });
    ana = await house.signedIn(await house.person({ nome: "Ana" }));
  });

  afterAll(() => house.stop());

  test.each(semProxy ? ["/cargos/novo"] : closed)("%s", async (rota) => {
    const response = await ana.get(rota.replace("[id]", "1"));
    expect(`${response.status} ${titleOf(await response.text())}`).toBe(resposta);
  });
});
