import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configuracaoWhatsapp } from "@/db/schema";
import { waitUntil } from "@/scripts/launcher/process.mjs";
import { startService, workerCommand } from "@/scripts/launcher/services.mjs";
import { bundleTool } from "@/scripts/launcher/tools.mjs";
import { receberEntrega } from "@/lib/whatsapp/receive";
import { abrirSalao } from "../support/agenda";
import { fakeGraph } from "../support/graph/server.mjs";
import { comoSistema, contar, linhas } from "../support/sql";
import { entrega, NUMERO, texto, TOKEN } from "../support/whatsapp/entregas";

const PESSOAS = 150;

let graph: Awaited<ReturnType<typeof fakeGraph>>;
beforeAll(async () => {
  graph = await fakeGraph({ token: TOKEN, numero: NUMERO });
  await bundleTool("worker");
  await abrirSalao();
  await comoSistema((tx) => tx.update(configuracaoWhatsapp).set({ ativo: true }));
});
afterAll(() => graph.close());

/** The worker in its own process, as the launcher starts it. */
const trabalhar = () =>
  startService(workerCommand(), {
    env: {
      ...process.env,
      LOG_LEVEL: "info",
      ...{ WHATSAPP_PHONE_NUMBER_ID: NUMERO, WHATSAPP_ACCESS_TOKEN: TOKEN, WHATSAPP_GRAPH_URL: graph.origin },
    },
    log: path.join(os.tmpdir(), "hora-marcada-faults-whatsapp.log"),
  });

const pendentes = () =>
  contar(sql`from conversas c where not exists (
    select from mensagens m where m.conversa_id = c.id and m.direcao = 'saida' and m.situacao = 'enviada')`);

/** Everybody of these has one answer, which was sent once, or twice where the message itself says that it may have been. */
async function conferirRespostas(fones: readonly string[]) {
  const respostas = await linhas<{ id: number; conversa: number; duvidosa: boolean }>(sql`
    select m.id, m.conversa_id as conversa, m.duvidosa from mensagens m join conversas c on c.id = m.conversa_id
    where m.direcao = 'saida' and c.wa_id = any(${sql.param([...fones])}::text[])`);
  expect(respostas).toHaveLength(fones.length);
  expect(new Set(respostas.map(({ conversa }) => conversa)).size).toBe(fones.length);
  const vezes = (id: number) => graph.sent.filter((uma) => uma.biz_opaque_callback_data === `hm:${id}`).length;
  for (const { id, duvidosa } of respostas) {
    expect(vezes(id)).toBeGreaterThanOrEqual(1);
    expect(vezes(id)).toBeLessThanOrEqual(duvidosa ? 2 : 1);
  }
  return respostas.filter(({ duvidosa }) => duvidosa).length;
}

const escrever = (fones: readonly string[]) =>
  Promise.all(fones.map((fone, n) => receberEntrega(Buffer.from(entrega(texto(fone, `oi, aqui é o ${n}`))))));

test("kill -9 no meio de uma enxurrada: ninguém fica sem resposta, e só o que está marcado foi duas vezes", async () => {
  const antes = graph.sent.length;
  graph.state.delayMs = 150;
  const primeiro = trabalhar();
  const fones = Array.from({ length: PESSOAS }, (_, n) => `55119700${String(10_000 + n)}`);
  await escrever(fones);
  await waitUntil(() => graph.sent.length - antes > PESSOAS / 5, 60_000, 20);
  process.kill(primeiro.pid!, "SIGKILL");
  await sleep(1_000);
  expect(graph.sent.length - antes).toBeLessThan(PESSOAS);

  const segundo = trabalhar();
  await waitUntil(async () => (await pendentes()) === 0, 240_000, 500);
  await sleep(3_000);
  await segundo.stop();
  const duvidosas = await conferirRespostas(fones);
  console.log(`${duvidosas} de ${PESSOAS} respostas talvez duas vezes`);
});

test("a Meta recusa, cala, diz bobagem e some: ninguém fica sem resposta, e nada se dá por perdido", async () => {
  const TORTAS = ["reset", "html", "timeout", "nonsense", 131_016, 2];
  graph.state.delayMs = 0;
  graph.state.failures = Array.from({ length: 36 }, (_, n) => TORTAS[n % TORTAS.length]!);
  const fones = Array.from({ length: 40 }, (_, n) => `55119800${String(10_000 + n)}`);
  const executor = trabalhar();
  await escrever(fones);
  await waitUntil(() => graph.state.failures.length === 0, 60_000, 50);
  graph.state.down = true;
  await sleep(5_000);
  graph.state.down = false;
  await waitUntil(async () => (await pendentes()) === 0, 330_000, 500);
  await sleep(3_000);
  await executor.stop();
  const duvidosas = await conferirRespostas(fones);
  console.log(`${duvidosas} de ${fones.length} respostas talvez duas vezes`);
}, 480_000);
