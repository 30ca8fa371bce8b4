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

test("dois processos atrás de um endereço: sessão, limite de tentativas e avisos ao vivo valem nos dois", async () => {
  const data = temporaryFolder();
  const casa = await launch({ args: ["--processos", "2"], env: { DADOS: data } });
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
  // Each process that shows live screens has one connection that listens.
  const { rows } = await banco.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where application_name = 'hora-marcada-ouvinte'",
  );
  expect(rows[0]!.n).toBe(2);
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
  expect(await isReady(casa.url)).toBe(true);
});
