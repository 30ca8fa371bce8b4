import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { mensagens } from "@/db/schema";
import { verArquivo } from "@/lib/configuracoes/queries";
import { MAIOR_MIDIA } from "@/lib/domain/midia";
import { buscarMidia } from "@/lib/jobs/midia";
import { tasks } from "@/lib/jobs/tasks";
import { limparMidias } from "@/lib/midias/commands";
import { verMidia } from "@/lib/midias/queries";
import { anonimo, sistema } from "@/lib/server/actor";
import { receberEntrega } from "@/lib/whatsapp/receive";
import { tratarEntregas } from "@/lib/whatsapp/unpack";
import { fakeGraph } from "../support/graph/server.mjs";
import { contratar } from "../support/people";
import { comoSistema, contar, linhas } from "../support/sql";
import { entrega, NUMERO, segundos, wamid } from "../support/whatsapp/entregas";

vi.hoisted(() =>
  Object.assign(process.env, {
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_ACCESS_TOKEN: "EAAG-um-token-que-so-existe-nos-testes",
  }),
);

let graph: Awaited<ReturnType<typeof fakeGraph>>;
beforeAll(async () => {
  graph = await fakeGraph({ token: process.env.WHATSAPP_ACCESS_TOKEN!, numero: NUMERO });
  process.env.WHATSAPP_GRAPH_URL = graph.origin;
});
afterAll(() => graph.close());
beforeEach(() => graph.reset());

const foto = Buffer.from("uma foto");

/** A client sends something. @returns the id of the message */
async function mandar(tipo = "image", midia: object = { id: "77", mime_type: "image/jpeg" }) {
  const id = wamid();
  const mensagem = { from: "551187654321", id, timestamp: segundos(), type: tipo, [tipo]: midia };
  await receberEntrega(Buffer.from(entrega({ messages: [mensagem] })));
  await tratarEntregas(NUMERO);
  const [linha] = await linhas<{ id: number }>(sql`select id from mensagens where wamid = ${id}`);
  return linha!.id;
}

const ler = async (id: number) =>
  (
    await linhas<{ arquivo: number | null; falta: string | null }>(
      sql`select arquivo_id as arquivo, carga ->> 'falta' as falta from mensagens where id = ${id}`,
    )
  )[0]!;

test("o que o cliente manda é buscado uma vez, e só quem atende clientes o vê", async () => {
  graph.media.set("77", { bytes: foto, mime: "image/jpeg" });
  const id = await mandar();
  await buscarMidia({ mensagemId: id });
  await buscarMidia({ mensagemId: id });
  expect(graph.heard).toHaveLength(2);

  const carla = await contratar("Carla");
  const { tipo, conteudo } = await verMidia(carla, id);
  expect([tipo, conteudo]).toEqual(["image/jpeg", foto]);
  await expect(verMidia(await contratar("Ana"), id)).rejects.toMatchObject({ code: "sem_permissao" });
  await expect(verMidia(carla, id + 1_000)).rejects.toMatchObject({ code: "nao_encontrado" });
  const [arquivo] = await linhas<{ nome: string }>(sql`select nome from arquivos order by id desc limit 1`);
  await expect(verArquivo(anonimo, arquivo!.nome)).rejects.toMatchObject({ code: "nao_encontrado" });
});

test.each([
  ["http://169.254.169.254/latest/meta-data", "um endereço da rede de dentro"],
  ["https://fbsbx.com.exemplo.com/x", "um nome parecido"],
  ["http://lookaside.fbsbx.com/x", "sem cifra"],
  ["https://lookaside.fbsbx.com:8443/x", "em outra porta"],
  ["file:///etc/passwd", "um arquivo daqui"],
  ["não é endereço", "nada"],
])("de %s não se busca nada (%s)", async (url) => {
  graph.media.set("77", { bytes: foto, mime: "image/jpeg", url });
  const id = await mandar();
  await buscarMidia({ mensagemId: id });
  expect(await ler(id)).toEqual({ arquivo: null, falta: "estranha" });
  expect(graph.heard).toHaveLength(1);
});

test("um nome de mídia que sairia do caminho não sai", async () => {
  const id = await mandar("image", { id: "../../me?x=", mime_type: "image/jpeg" });
  await buscarMidia({ mensagemId: id });
  expect(await ler(id)).toEqual({ arquivo: null, falta: "estranha" });
  expect(graph.heard).toEqual([]);
});

test("grande demais não se guarda, diga o WhatsApp o tamanho ou não", async () => {
  const enorme = Buffer.alloc(MAIOR_MIDIA + 1);
  for (const size of [MAIOR_MIDIA + 1, 10]) {
    graph.media.set("77", { bytes: enorme, mime: "video/mp4", size });
    const id = await mandar("video", { id: "77", mime_type: "video/mp4" });
    await buscarMidia({ mensagemId: id });
    expect(await ler(id)).toEqual({ arquivo: null, falta: "grande" });
  }
});

test("o que sumiu é dado por perdido; se o WhatsApp não responde, tenta-se de novo", async () => {
  const id = await mandar();
  graph.state.token = "outro";
  await expect(buscarMidia({ mensagemId: id })).rejects.toThrow("401");
  expect(await ler(id)).toEqual({ arquivo: null, falta: null });
  graph.reset();
  await buscarMidia({ mensagemId: id });
  expect(await ler(id)).toEqual({ arquivo: null, falta: "sumiu" });
});

test("uma página disfarçada de documento só se baixa", async () => {
  graph.media.set("77", { bytes: Buffer.from("<script>"), mime: "text/html" });
  const id = await mandar("document", { id: "77", mime_type: "text/html", filename: "conta.html" });
  await buscarMidia({ mensagemId: id });
  expect(await verMidia(await contratar("Carla"), id)).toMatchObject({
    tipo: "application/octet-stream",
    nome: "conta.html",
  });
});

test("a limpeza apaga o que passou do prazo, e a mensagem diz que foi apagado", async () => {
  graph.media.set("77", { bytes: foto, mime: "image/jpeg" });
  const [velha, nova] = [await mandar(), await mandar()];
  for (const mensagemId of [velha, nova]) await buscarMidia({ mensagemId });
  const em = new Date(Date.now() - 31 * 86_400_000);
  await comoSistema(async (tx) => {
    await tx
      .update(mensagens)
      .set({ ocorridaEm: em })
      .where(sql`id = ${velha}`);
    await tx.execute(
      sql`update eventos_whatsapp set recebido_em = ${em.toISOString()}::timestamptz where id = (select min(id) from eventos_whatsapp)`,
    );
  });
  const [antes, eventos] = [await contar(sql`from arquivos`), await contar(sql`from eventos_whatsapp`)];
  await tasks.limpeza!({}, {} as never);
  expect(await ler(velha)).toEqual({ arquivo: null, falta: "apagada" });
  expect((await ler(nova)).arquivo).not.toBeNull();
  expect(await contar(sql`from arquivos`)).toBe(antes - 1);
  expect(await contar(sql`from eventos_whatsapp`)).toBe(eventos - 1);
  expect(await limparMidias({ actor: sistema }, {})).toMatchObject({ apagadas: 0 });
});
