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

const trabalhar = () =>
  startService(workerCommand(), {
    env: {
      ...process.env,
      LOG_LEVEL: "info",
      ...{ WHATSAPP_PHONE_NUMBER_ID: NUMERO, WHATSAPP_ACCESS_TOKEN: TOKEN, WHATSAPP_GRAPH_URL: graph.origin },
    },
    log: path.join(os.tmpdir(), "hora-marcada-longo-whatsapp.log"),
  });

test("kill -9 no meio de uma enxurrada: ninguém fica sem resposta, e só o que está marcado foi duas vezes", async () => {
  graph.state.delayMs = 150;
  const primeiro = trabalhar();
  const fones = Array.from({ length: PESSOAS }, (_, n) => `55119700${String(10_000 + n)}`);
  await Promise.all(fones.map((fone, n) => receberEntrega(Buffer.from(entrega(texto(fone, `oi, aqui é o ${n}`))))));
  await waitUntil(() => graph.sent.length > PESSOAS / 5, 60_000, 20);
  process.kill(primeiro.pid!, "SIGKILL");
  const saidas = graph.sent.length;
  await sleep(1_000);
  expect(graph.sent.length).toBeLessThan(PESSOAS);
  expect(saidas).toBeGreaterThan(0);

  const segundo = trabalhar();
  const pendentes = () =>
    contar(sql`from conversas c where not exists (
      select from mensagens m where m.conversa_id = c.id and m.direcao = 'saida' and m.situacao = 'enviada')`);
  await waitUntil(async () => (await pendentes()) === 0, 240_000, 500);
  await sleep(3_000);
  await segundo.stop();

  expect(await contar(sql`from mensagens where direcao = 'entrada'`)).toBe(PESSOAS);
  const respostas = await linhas<{ id: number; conversa: number; duvidosa: boolean; situacao: string }>(
    sql`select id, conversa_id as conversa, duvidosa, situacao from mensagens where direcao = 'saida'`,
  );
  expect(new Set(respostas.map(({ conversa }) => conversa)).size).toBe(PESSOAS);
  expect(respostas).toHaveLength(PESSOAS);
  const vezes = (id: number) => graph.sent.filter((uma) => uma.biz_opaque_callback_data === `hm:${id}`).length;
  for (const { id, duvidosa } of respostas) {
    expect(vezes(id)).toBeGreaterThanOrEqual(1);
    expect(vezes(id)).toBeLessThanOrEqual(duvidosa ? 2 : 1);
  }
  console.log(`${respostas.filter(({ duvidosa }) => duvidosa).length} de ${PESSOAS} respostas talvez duas vezes`);
});
