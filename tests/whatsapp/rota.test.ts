import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signatureOf } from "@/lib/whatsapp/signature";
import { openHouse, type House } from "../support/backstage";
import { comoMeta, entrega, NUMERO, SEGREDO, segundos, texto, VERIFICACAO, wamid } from "../support/whatsapp/entregas";

let house: House;
beforeAll(async () => {
  house = await openHouse({
    env: { WHATSAPP_PHONE_NUMBER_ID: NUMERO, WHATSAPP_APP_SECRET: SEGREDO, WHATSAPP_VERIFY_TOKEN: VERIFICACAO },
  });
});
afterAll(() => house.stop());

const CAMINHO = "/api/whatsapp/webhook";

/** As Meta sends it: no origin, no cookie. `pedacos`: without saying how long it is. */
function entregar(corpo: string, { pedacos = false, assinatura = signatureOf(Buffer.from(corpo), SEGREDO) } = {}) {
  const bytes = Buffer.from(corpo);
  const length = pedacos ? { "transfer-encoding": "chunked" } : { "content-length": String(bytes.length) };
  return new Promise<number>((resolve, reject) => {
    const headers = { "content-type": "application/json", "x-hub-signature-256": assinatura, ...length };
    const sent = request(new URL(CAMINHO, house.url), { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.on("error", reject);
    for (let at = 0; at < bytes.length; at += 65_536) sent.write(bytes.subarray(at, at + 65_536));
    sent.end();
  });
}

/** What was confirmed is stored as it came; the worker reads it, which this house has not. */
const ultima = async () =>
  (await house.rows<{ corpo: string }>("select corpo from eventos_whatsapp order by id desc limit 1"))[0]?.corpo;

test("o aperto de mão e a entrega passam pela porta da frente sem sessão", async () => {
  const busca = `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${VERIFICACAO}`;
  const aperto = await house.arrive().get(`${CAMINHO}?${busca}`);
  expect([aperto.status, await aperto.text()]).toEqual([200, "1158201444"]);
  const corpo = entrega(texto("551187654321", "Olá, amanhã às 15h?"));
  expect(await entregar(corpo)).toBe(200);
  expect(await ultima()).toBe(corpo);
  expect(await house.rows("select key from graphile_worker.jobs where task_identifier = 'receber'")).toHaveLength(1);
  expect(await entregar("{}", { assinatura: `sha256=${"0".repeat(64)}` })).toBe(401);
});

test("em pedaços também, e grande demais é recusado dos dois jeitos", async () => {
  const corpo = entrega(texto("551187654321", "em pedaços"));
  expect(await entregar(corpo, { pedacos: true })).toBe(200);
  expect(await ultima()).toBe(corpo);
  const enorme = `"${"x".repeat(3 * 1024 * 1024)}"`;
  for (const pedacos of [false, true])
    expect([401, 413], String(pedacos)).toContain(await entregar(enorme, { pedacos }).catch(() => 413));
  const antes = await house.rows("select count(*) from eventos_whatsapp");
  expect(antes).toEqual([{ count: "2" }]);
});

test("uma entrega de quase 3 MB, com mil mensagens, é guardada inteira", async () => {
  const mensagens = Array.from({ length: 1_000 }, (_, n) => ({
    ...{ from: `55119700${String(10_000 + n)}`, id: wamid(), timestamp: segundos(), type: "text" },
    text: { body: `mensagem ${n} ${"ã".repeat(400)}` },
  }));
  const corpo = entrega({ messages: mensagens });
  expect(corpo.length).toBeGreaterThan(2.4 * 1024 * 1024);
  expect(await entregar(corpo)).toBe(200);
  expect(await ultima()).toBe(corpo);
});

test("com o banco fora do ar pede que a entrega venha de novo", async () => {
  const corpo = comoMeta({ object: "whatsapp_business_account", entry: [] });
  await house.rows("alter function receber_whatsapp rename to parada");
  expect(await entregar(corpo)).toBe(503);
  await house.rows("alter function parada rename to receber_whatsapp");
  expect(await entregar(corpo)).toBe(200);
});
