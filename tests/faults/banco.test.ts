import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { waitUntil } from "@/scripts/launcher/process.mjs";
import { isReady } from "@/scripts/launcher/services.mjs";
import { abrirCasaInteira, comCarga, conferirCarga, processosDoBanco, type CasaInteira } from "../support/casa-inteira";

beforeAll(() => ensureBuild());

/** Whoever waits is told something within this; the longest wait of the house is for a silent database. */
const RESPOSTA_MS = 15_000;

/** The screens answer again, and people are still who they were. */
async function tudoVolta({ url, pessoas }: CasaInteira) {
  expect(await waitUntil(() => isReady(url), 20_000)).toBe(true);
  const telas = await Promise.all(pessoas.map(async (quem) => (await quem.get("/agenda")).status));
  expect(new Set(telas)).toEqual(new Set([200]));
}

test("o banco para por 20 segundos: quem espera lê uma frase, e tudo segue sozinho", async () => {
  const casa = await abrirCasaInteira();
  const carga = await comCarga(casa, async () => {
    await sleep(2_000);
    const parados = processosDoBanco(casa.data);
    for (const pid of parados) process.kill(pid, "SIGSTOP");
    const desde = performance.now();
    const tela = await casa.pessoas[0]!.get("/agenda");
    expect(performance.now() - desde).toBeLessThan(RESPOSTA_MS);
    expect(tela.status).toBeGreaterThanOrEqual(500);
    // Nobody is sent to the sign-in screen for it.
    expect(await tela.text()).toMatch(/Um momento, por favor|Esta tela não abriu/);
    await sleep(Math.max(0, 20_000 - (performance.now() - desde)));
    for (const pid of parados.toReversed()) process.kill(pid, "SIGCONT");
    await tudoVolta(casa);
    await sleep(3_000);
  });
  expect(carga.maisLongaMs).toBeLessThan(RESPOSTA_MS);
  expect(carga.ditos.get("inesperado")).toBeUndefined();
  await conferirCarga(casa, carga);
  expect(casa.said()).not.toContain("caiu");
});

test("as conexões são cortadas dez vezes: quem repete consegue, e nada sai duas vezes", async () => {
  const casa = await abrirCasaInteira();
  const carga = await comCarga(casa, async () => {
    for (let vez = 0; vez < 10; vez++) {
      await sleep(700);
      await casa.olhar(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
      );
    }
    await tudoVolta(casa);
  });
  expect(carga.ditos.get("inesperado")).toBeUndefined();
  await conferirCarga(casa, carga);
});

test("as conexões acabam: quem espera lê que está ocupado, e depois tudo segue", async () => {
  const casa = await abrirCasaInteira({ env: { POOL_OCIOSO_MS: "500" } });
  const tomadas: Client[] = [];
  const carga = await comCarga(casa, async () => {
    await sleep(1_000);
    // What the house has is cut and what becomes free is taken, until nobody but a superuser gets in.
    for (let n = 0; n < 200; n++) {
      const client = new Client({ connectionString: casa.urlDono });
      client.on("error", () => {});
      if (
        !(await client.connect().then(
          () => true,
          () => false,
        ))
      )
        break;
      tomadas.push(client);
    }
    expect(tomadas.length).toBeGreaterThan(20);
    const superuser = new Client({ connectionString: casa.superUrl });
    await superuser.connect();
    await superuser.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hora-marcada'",
    );
    for (let n = 0; n < 30; n++) {
      const client = new Client({ connectionString: casa.urlDono });
      client.on("error", () => {});
      if (
        await client.connect().then(
          () => true,
          () => false,
        )
      )
        tomadas.push(client);
    }
    await superuser.end();
    await sleep(8_000);
    await Promise.all(tomadas.map((client) => client.end()));
    await tudoVolta(casa);
  });
  expect(carga.maisLongaMs).toBeLessThan(RESPOSTA_MS);
  expect(carga.ditos.get("inesperado")).toBeUndefined();
  await conferirCarga(casa, carga);
});

test("uma tabela fica presa por 30 segundos: o que não a usa abre, o que a usa diz que está ocupado", async () => {
  // More than there are connections.
  const casa = await abrirCasaInteira({ mesas: 16 });
  const carga = await comCarga(casa, async () => {
    await sleep(1_000);
    const client = new Client({ connectionString: casa.urlDono });
    await client.connect();
    await client.query("begin; lock table agendamentos in access exclusive mode");
    const desde = performance.now();
    const tempos: number[] = [];
    while (performance.now() - desde < 30_000) {
      const de = performance.now();
      expect((await casa.pessoas[0]!.get("/cargos")).status).toBe(200);
      tempos.push(performance.now() - de);
      await sleep(500);
    }
    expect(Math.max(...tempos)).toBeLessThan(RESPOSTA_MS);
    await client.query("rollback");
    await client.end();
    await tudoVolta(casa);
  });
  expect(carga.maisLongaMs).toBeLessThan(RESPOSTA_MS);
  expect([...carga.ditos.keys()]).toEqual(["ocupado"]);
  await conferirCarga(casa, carga);
});
