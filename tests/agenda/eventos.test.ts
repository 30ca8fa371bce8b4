import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "pg";
import { childEnvironment } from "@/scripts/launcher/environment.mjs";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { isAlive, waitUntil } from "@/scripts/launcher/process.mjs";
import { isReady, startService, webCommand } from "@/scripts/launcher/services.mjs";
import { openHouse, type House } from "../support/backstage";
import { visitor, type Visitor } from "../support/visitor";

type Event = { id: number; ids: number[]; outros: boolean; em: number };

/** Hears what an open agenda hears. */
async function hear(who: Visitor, lastEventId?: number) {
  const response = await who.get("/api/eventos", lastEventId ? { "last-event-id": String(lastEventId) } : {});
  const reader = response.body!.getReader();
  const events: Event[] = [];
  let ended = false;
  const reading = (async () => {
    let text = "";
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop()!;
      for (const block of blocks) {
        const data = /^id: (\d+)\nevent: agenda\ndata: (.*)$/.exec(block);
        if (data) events.push({ id: Number(data[1]), ...JSON.parse(data[2]!), em: performance.now() });
      }
    }
  })()
    .catch(() => {})
    .finally(() => (ended = true));
  return { response, events, over: () => ended, stop: () => reader.cancel().then(() => reading) };
}

/** The same, some time after what happened before was told. */
async function listening(who: Visitor) {
  const tela = await hear(who);
  await sleep(500);
  tela.events.length = 0;
  return tela;
}

let house: House;
let outro: { url: string; stop: () => Promise<void> };
let ana: number;
let agendamento: number;

/** A second server process on the same database. */
async function startTwin({ urlApp, urlDono, log }: House) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = { host: "127.0.0.1", port, data: "/tmp" };
  const env = {
    ...childEnvironment(config, { urlApp, urlDono }, { ...process.env, NEXTAUTH_URL: url }),
    LOG_LEVEL: "info",
  };
  const server = startService(webCommand(), { env, log });
  await waitUntil(() => isReady(url), 60_000);
  return { url, pid: server.pid!, stop: () => server.stop() };
}

const move = async () => {
  const desde = performance.now();
  await house.rows(
    "update agendamentos set inicio = inicio + interval '5 min', fim = fim + interval '5 min', livre_em = livre_em + interval '5 min' where id = $1",
    [agendamento],
  );
  return desde;
};
const heard = (events: Event[], quantos: number) => waitUntil(() => events.length >= quantos, 5_000, 10);

async function otherConnection(connectionString = house.urlDono) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query("select set_config('app.ator', 'sistema', false)");
  return client;
}

beforeAll(async () => {
  house = await openHouse();
  outro = await startTwin(house);
  ana = await house.person({ nome: "Ana", pode: ["pode_ver_agendamentos"] });
  const [cargo] = await house.rows<{ id: number }>("select id from cargos limit 1");
  const [bia] = await house.rows<{ id: number }>(
    "insert into funcionarios (nome, cargo_id) values ('Bia', $1) returning id",
    [cargo!.id],
  );
  const [linha] = await house.rows<{ id: number }>(
    "insert into agendamentos (funcionario_id, inicio, fim, livre_em, origem) values ($1, '2026-12-01 14:00Z', '2026-12-01 15:00Z', '2026-12-01 15:00Z', 'painel') returning id",
    [bia!.id],
  );
  agendamento = linha!.id;
});

afterAll(async () => {
  await outro.stop();
  await house.stop();
});

const aqui = () => house.signedIn(ana);
const la = async () => visitor(outro.url, Object.fromEntries((await aqui()).jar));

test("uma mudança feita em SQL aparece em menos de um segundo nas telas dos dois servidores", async () => {
  const telas = [await listening(await aqui()), await listening(await la())];
  for (const { response } of telas) {
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("content-encoding")).toBeNull();
  }
  for (const vez of [1, 2, 3]) {
    const desde = await move();
    for (const { events } of telas) {
      await heard(events, vez);
      expect(events).toHaveLength(vez);
      expect(events.at(-1)).toMatchObject({ ids: [agendamento], outros: false });
      expect(events.at(-1)!.em - desde).toBeLessThan(1_000);
    }
  }
  await house.rows(
    "insert into bloqueios (inicio, fim, motivo) values ('2026-12-01 12:00Z', '2026-12-01 13:00Z', 'outro')",
  );
  await heard(telas[0]!.events, 4);
  expect(telas[0]!.events.at(-1)).toMatchObject({ ids: [], outros: true });
  await house.rows("insert into cargos (nome) values ('Perfumista')");
  await sleep(300);
  expect(telas[0]!.events).toHaveLength(4);
  await Promise.all(telas.map(({ stop }) => stop()));
});

test("o que uma transação demorada escreveu antes aparece quando ela termina", async () => {
  const tela = await listening(await aqui());
  await house.rows("begin");
  await move();
  const [atrasada] = await house.rows<{ id: string }>("select max(id) as id from log_auditoria");
  const client = await otherConnection();
  await client.query(
    "insert into bloqueios (inicio, fim, motivo) values ('2026-12-02 12:00Z', '2026-12-02 13:00Z', 'outro')",
  );
  await client.end();
  await heard(tela.events, 1);
  expect(tela.events[0]!.id).toBeGreaterThan(Number(atrasada!.id));
  await house.rows("commit");
  await heard(tela.events, 2);
  expect(tela.events.map(({ ids, outros }) => [ids, outros])).toEqual([
    [[], true],
    [[agendamento], false],
  ]);
  await tela.stop();
});

test("derrubada a conexão que escuta, a próxima mudança aparece, e também a que houve no meio", async () => {
  const tela = await listening(await aqui());
  const client = await otherConnection(house.urlApp);
  const { rowCount } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hora-marcada-ouvinte' and datname = current_database()",
  );
  await client.end();
  expect(rowCount).toBe(2);
  await move();
  expect(await heard(tela.events, 1)).toBe(true);
  await sleep(200);
  await move();
  expect(await heard(tela.events, 2)).toBe(true);
  expect(tela.events.every(({ ids }) => ids.includes(agendamento))).toBe(true);
  await tela.stop();
});

test("quem volta depois de um tempo fora recebe primeiro o que perdeu", async () => {
  const tela = await listening(await aqui());
  await move();
  await heard(tela.events, 1);
  const { id } = tela.events[0]!;
  await tela.stop();
  await move();
  const volta = await hear(await la(), id);
  await heard(volta.events, 1);
  expect(volta.events[0]!.ids).toContain(agendamento);
  expect(volta.events[0]!.id).toBeGreaterThan(id);
  await volta.stop();
});

test("o que muda enquanto a página vem do servidor se ouve ao chegar, e uma vez só", async () => {
  const primeiro = await startTwin(house);
  await move();
  await move();
  // Nobody listens in this process yet, and whoever does is told the same.
  for (const tela of [
    await hear(visitor(primeiro.url, Object.fromEntries((await aqui()).jar))),
    await hear(await aqui()),
  ]) {
    expect(await heard(tela.events, 1)).toBe(true);
    expect(tela.events[0]!.ids).toContain(agendamento);
    await sleep(300);
    expect(tela.events).toHaveLength(1);
    await tela.stop();
  }
  await primeiro.stop();
});

test("quem não vê a agenda não escuta, e quem não entrou também não", async () => {
  const bruno = await house.signedIn(await house.person({ nome: "Bruno" }));
  expect((await bruno.get("/api/eventos")).status).toBe(403);
  expect((await house.arrive().get("/api/eventos")).status).toBe(401);
});

test("quem é desativado deixa de escutar em menos de um minuto", { timeout: 70_000 }, async () => {
  const clara = await house.person({ nome: "Clara", pode: ["pode_ver_agendamentos"] });
  const tela = await hear(await house.signedIn(clara));
  await house.rows("update usuarios set ativo = false where id = $1", [clara]);
  expect(await waitUntil(async () => tela.over(), 60_000)).toBe(true);
});

test("uma tela aberta não segura o servidor que vai embora", async () => {
  const um = await startTwin(house);
  const tela = await hear(visitor(um.url, Object.fromEntries((await aqui()).jar)));
  await sleep(300);
  process.kill(um.pid, "SIGTERM");
  expect(await waitUntil(() => !isAlive(um.pid), 4_000)).toBe(true);
  expect(tela.over()).toBe(true);
});
