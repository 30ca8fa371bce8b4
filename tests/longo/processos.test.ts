import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { openEmbedded } from "@/scripts/launcher/database.mjs";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { isReady } from "@/scripts/launcher/services.mjs";
import { actionId } from "../support/actions";
import { enter, tryToEnter } from "../support/doors";
import { plainForm, visitor } from "../support/visitor";
import { launch, temporaryFolder } from "../setup/launcher";

beforeAll(() => ensureBuild());

const SENHA = "demonstracao";
const MASTER = "master@exemplo.com.br";
const vezes = <T>(quantas: number, fazer: () => Promise<T>) => Array.from({ length: quantas }, fazer);

/** The web processes that have written a line about a request. */
function quemAtendeu(data: string): Set<number> {
  const linhas = readFileSync(path.join(data, "log/web.log"), "utf8").split("\n");
  const pids = linhas
    .filter((linha) => linha.startsWith("{"))
    .map((linha) => (JSON.parse(linha) as { pid: number }).pid);
  return new Set(pids);
}

test("dois processos atrás de um endereço: sessão, limite de tentativas e avisos ao vivo valem nos dois", async () => {
  const data = temporaryFolder();
  const casa = await launch({ args: ["--processos", "2"], env: { DADOS: data, LOG_LEVEL: "info" } });
  await casa.opened();

  const ana = visitor(casa.url);
  expect((await enter(ana, MASTER, SENHA)).status).toBe(303);
  const paginas = await Promise.all(vezes(8, async () => (await ana.get("/cargos")).status));
  expect(new Set(paginas)).toEqual(new Set([200]));

  const telas = await Promise.all(vezes(2, () => ana.get("/api/eventos")));
  const ouvidas = telas.map(async ({ body }) => {
    const leitor = body!.getReader();
    for (let dito = ""; !dito.includes("event: agenda"); dito += new TextDecoder().decode((await leitor.read()).value));
    await leitor.cancel();
    return "ouviu";
  });
  const { urlDono } = await openEmbedded({ dir: data });
  const banco = new Client({ connectionString: urlDono });
  await banco.connect();
  await banco.query("select set_config('app.ator', 'sistema', false)");
  await banco.query("update agendamentos set situacao = 'confirmado' where id = (select max(id) from agendamentos)");
  await banco.end();
  expect(await Promise.all(ouvidas)).toEqual(["ouviu", "ouviu"]);

  const estranho = () => visitor(casa.url);
  // Ana's own device stays let in, whichever process is asked.
  for (let n = 0; n < 10; n++) await tryToEnter(estranho(), MASTER, "não é esta");
  expect(await tryToEnter(estranho(), MASTER, SENHA)).toMatch(/^Muitas tentativas seguidas/);

  const conta = await (await ana.get("/conta")).text();
  await ana.submit("/conta", plainForm(conta, actionId("sairAction")));
  const depois = await Promise.all(vezes(4, async () => (await ana.get("/cargos")).status));
  expect(depois).not.toContain(200);
  expect(quemAtendeu(data).size).toBe(2);
  expect(await isReady(casa.url)).toBe(true);
});
