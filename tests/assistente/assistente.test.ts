import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { configuracaoWhatsapp, filaWhatsapp, mensagens } from "@/db/schema";
import {
  apagarCredenciais,
  editarAssistente,
  editarLigacao,
  recomecarSimulacao,
  retomarEnvios,
  simular,
} from "@/lib/assistente/commands";
import { lerLigacao, testarLigacao, verAssistente } from "@/lib/assistente/queries";
import { sistema, type Usuario } from "@/lib/server/actor";
import { entradas } from "../support/entradas";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";

type Resposta = { status?: number; corpo: unknown };
const graph = await vi.hoisted(async () => {
  const { createServer: servir } = await import("node:http");
  const respostas = new Map<string, { status?: number; corpo: unknown }>();
  const pedidos: { caminho: string; token: string | undefined }[] = [];
  const servidor = servir((request, response) => {
    const caminho = (request.url ?? "").split("?")[0]!;
    pedidos.push({ caminho, token: request.headers.authorization });
    const { status = 200, corpo } = respostas.get(caminho) ?? { status: 404, corpo: { error: { code: 100 } } };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(corpo));
  });
  await new Promise<void>((pronto) => servidor.listen(0, "127.0.0.1", pronto));
  const porta = (servidor.address() as import("node:net").AddressInfo).port;
  process.env.WHATSAPP_GRAPH_URL = `http://127.0.0.1:${porta}`;
  return { respostas, pedidos, servidor };
});
afterAll(() => void graph.servidor.close());

const TOKEN = "EAAGm0PX4ZCpsBAKZCaFZB1a2b";
const SEGREDO = "0123456789abcdef0123456789abcdef";

let celia: Usuario;
let bruno: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
  bruno = await contratar("Bruno", { podeAgendar: true });
});

beforeEach(async () => {
  graph.respostas.clear();
  graph.pedidos.length = 0;
  await comoSistema(async (tx) => {
    await tx.delete(configuracaoWhatsapp);
    await tx.insert(configuracaoWhatsapp).values({});
    await tx.update(filaWhatsapp).set({ pausadaMotivo: null, pausadaEm: null });
  });
});

async function ligar(mudancas: object = {}, actor = celia) {
  const { versao } = await verAssistente(celia);
  const dados = {
    numeroId: "1065",
    contaId: "1022",
    token: TOKEN,
    segredo: SEGREDO,
    verificacao: "",
    versaoGraph: "v26.0",
  };
  return editarLigacao({ actor }, { versao, ...dados, ...mudancas });
}

describe("os segredos", () => {
  test("ficam cifrados, aparecem só pelo fim e não entram na trilha", async () => {
    await ligar();
    const [linha] = await comoSistema((tx) => tx.select().from(configuracaoWhatsapp));
    expect(linha!.tokenCifrado).toMatch(/^v1\./);
    const visto = await verAssistente(celia);
    expect(visto.ligacao.token).toEqual({ final: "1a2b", doAmbiente: false, perdido: false });
    expect(JSON.stringify(visto)).not.toContain(TOKEN);
    const { rows } = await db().execute(
      sql`select antes, depois from log_auditoria where entidade = 'configuracao_whatsapp'`,
    );
    const trilha = JSON.stringify(rows);
    for (const segredo of [TOKEN, SEGREDO, linha!.tokenCifrado!]) expect(trilha).not.toContain(segredo);
    expect(trilha).toContain("1a2b");
  });

  test("a máquina os lê em claro; ninguém mais", async () => {
    await ligar();
    expect(await lerLigacao(sistema)).toMatchObject({ token: TOKEN, segredo: SEGREDO, verificacao: null });
    expect((await recusaDe(lerLigacao(celia))).code).toBe("sem_permissao");
    expect((await recusaDe(verAssistente(bruno))).code).toBe("sem_permissao");
    expect((await recusaDe(ligar({}, bruno))).code).toBe("sem_permissao");
  });

  test("um campo vazio mantém o segredo que estava lá", async () => {
    await ligar();
    await ligar({ token: "", segredo: "", numeroId: "2000" });
    expect(await lerLigacao(sistema)).toMatchObject({ token: TOKEN, segredo: SEGREDO, numeroId: "2000" });
  });

  test("apagam-se um a um ou todos, só pelo master, e a trilha diz quem apagou sem dizer o quê", async () => {
    await ligar({ verificacao: "codigo-de-verificacao-1" });
    const apagar = async (quais: ("token" | "segredo" | "verificacao")[], actor = celia) =>
      apagarCredenciais({ actor }, { versao: (await verAssistente(celia)).versao, quais });
    expect((await recusaDe(apagar(["token"], bruno))).code).toBe("sem_permissao");
    expect((await recusaDe(apagar([]))).code).toBe("invalido");
    await apagar(["token"]);
    expect(await lerLigacao(sistema)).toMatchObject({ token: null, segredo: SEGREDO, numeroId: "1065" });
    expect((await verAssistente(celia)).ligacao).toMatchObject({ token: null, guardados: ["segredo", "verificacao"] });
    await apagar(["segredo", "verificacao"]);
    expect(await lerLigacao(sistema)).toMatchObject({ segredo: null, verificacao: null });
    const { rows } = await db().execute<{ n: number; tudo: string }>(
      sql`select count(*)::int as n, string_agg(antes::text || depois::text, '') as tudo from log_auditoria
        where entidade = 'configuracao_whatsapp' and ato = 'whatsapp.apagar_credenciais'`,
    );
    expect(rows[0]!.n).toBe(2);
    expect(rows[0]!.tudo).not.toContain(TOKEN);
  });

  test("o que não abre mais é pedido de novo", async () => {
    await ligar();
    await comoSistema((tx) => tx.update(configuracaoWhatsapp).set({ tokenCifrado: "v1.AAAA" }));
    expect((await verAssistente(celia)).ligacao.token?.perdido).toBe(true);
    expect((await lerLigacao(sistema)).token).toBeNull();
  });

  test.each([
    [{ token: "curto" }, /cortado/],
    [{ segredo: "xyz" }, /32 letras/],
    [{ numeroId: "(11) 98765-4321" }, /Não é o telefone/],
    [{ verificacao: "curta" }, /de 16 a 100/],
    [{ versaoGraph: "26" }, /v26\.0/],
  ])("%j é recusado com o que fazer", async (mudancas, frase) => {
    expect(Object.values((await recusaDe(ligar(mudancas))).fields ?? {}).join()).toMatch(frase);
  });
});

describe("o teste da ligação", () => {
  const certo = () => {
    graph.respostas.set("/v26.0/1065", { corpo: { verified_name: "Salão", display_phone_number: "+55 11 3333-4444" } });
    graph.respostas.set("/v26.0/1022/phone_numbers", { corpo: { data: [{ id: "1065" }] } });
    graph.respostas.set("/v26.0/1022/subscribed_apps", { corpo: { data: [{}] } });
  };
  const erro = (code: number, error_subcode?: number): Resposta => ({
    status: 400,
    corpo: { error: { code, error_subcode } },
  });
  const textos = async () =>
    (await testarLigacao(celia)).map(({ certo, texto }) => `${certo ? "ok" : "falta"}: ${texto}`);

  test("diz que está tudo certo, perguntando com o token guardado", async () => {
    certo();
    await ligar({ verificacao: "codigo-de-verificacao-1" });
    expect(await textos()).toEqual([
      "ok: A Meta reconhece o número +55 11 3333-4444 (Salão).",
      "ok: O número é desta conta.",
      "ok: O app recebe o que acontece na conta.",
    ]);
    expect(graph.pedidos.map(({ token }) => token)).toEqual(Array(3).fill(`Bearer ${TOKEN}`));
  });

  test("sem token nem pergunta: diz o que falta informar", async () => {
    expect(await textos()).toEqual([
      "falta: Falta informar a identificação do número, a identificação da conta, o token de acesso, a chave secreta do app, o código de verificação.",
    ]);
    expect(graph.pedidos).toEqual([]);
  });

  test("um token vencido é dito assim", async () => {
    graph.respostas.set("/v26.0/1065", erro(190, 463));
    await ligar();
    expect(await textos()).toEqual(["falta: Número: O token venceu. Gere outro, com validade “Nunca”, e cole aqui."]);
  });

  test("um número de outra conta e um app que não assina são ditos", async () => {
    certo();
    graph.respostas.set("/v26.0/1022/phone_numbers", { corpo: { data: [{ id: "9" }] } });
    graph.respostas.set("/v26.0/1022/subscribed_apps", { corpo: { data: [] } });
    await ligar();
    const ditos = await textos();
    expect(ditos).toContain("falta: Este número é de outra conta.");
    expect(ditos.at(-1)).toMatch(/^falta: O app não assina a conta/);
    expect(ditos.join()).toContain("Falta informar o código de verificação");
  });
});

describe("os envios parados", () => {
  const parar = () =>
    comoSistema((tx) => tx.update(filaWhatsapp).set({ pausadaMotivo: "token", pausadaEm: new Date() }));
  const pausa = async () => (await verAssistente(celia)).pausa?.motivo ?? null;

  test("outro token retoma; mudar o resto não", async () => {
    await ligar();
    await parar();
    await ligar({ token: "", numeroId: "2000" });
    expect(await pausa()).toBe("token");
    await ligar({ token: `${TOKEN}novo` });
    expect(await pausa()).toBeNull();
  });

  test("Dona Célia retoma depois de resolver na Meta", async () => {
    await parar();
    await retomarEnvios({ actor: celia }, {});
    expect(await pausa()).toBeNull();
  });
});

test("o assistente guarda os lembretes do mais cedo ao mais tarde, e só os modelos que têm nome", async () => {
  const entrada = await entradas["whatsapp.editar"]!(celia);
  const modelos = { ...(entrada.modelos as object), agradecimento: "" };
  await editarAssistente({ actor: celia }, { ...entrada, lembretesMinutos: [60, 1_440], modelos });
  const [linha] = await comoSistema((tx) => tx.select().from(configuracaoWhatsapp));
  expect(linha!.lembretesMinutos).toEqual([1_440, 60]);
  expect(linha!.modelos).not.toHaveProperty("agradecimento");
  const recusa = await recusaDe(editarAssistente({ actor: celia }, { ...entrada, lembretesMinutos: [60, 60] }));
  expect(recusa.code).toBe("invalido");
});

describe("o simulador", () => {
  const dizer = (mudancas: object = {}) =>
    simular(
      { actor: celia },
      { conversaId: null, clienteId: null, nome: "Diego", texto: "Oi", escolha: null, ...mudancas },
    );

  test("fala pela mesma porta do webhook, em uma conversa de teste", async () => {
    const { conversaId } = await dizer();
    await dizer({ conversaId, nome: null, texto: "Amanhã", escolha: "v1.1.amanha" });
    const ditas = await comoSistema((tx) => tx.select().from(mensagens).orderBy(mensagens.id));
    const dela = ditas.filter((uma) => uma.conversaId === conversaId);
    expect(dela.map(({ texto, tipo, teste, situacao, autor }) => ({ texto, tipo, teste, situacao, autor }))).toEqual([
      { texto: "Oi", tipo: "texto", teste: true, situacao: "recebida", autor: "cliente" },
      { texto: "Amanhã", tipo: "botao", teste: true, situacao: "recebida", autor: "cliente" },
    ]);
    expect(dela[1]!.carga).toEqual({ escolha: "v1.1.amanha" });
  });

  test("recomeçar esquece o que foi dito, e só em uma conversa de teste", async () => {
    const { conversaId } = await dizer();
    await comoSistema((tx) =>
      tx.execute(sql`update conversas set modo = 'esperando', estado = '{"v": 1}' where id = ${conversaId}`),
    );
    await recomecarSimulacao({ actor: celia }, { conversaId });
    const { rows } = await db()
      .execute(sql`select modo, estado, (select count(*)::int from mensagens m where m.conversa_id = c.id)
      as ditas from conversas c where id = ${conversaId}`);
    expect(rows).toEqual([{ modo: "assistente", estado: null, ditas: 0 }]);
    await comoSistema((tx) => tx.execute(sql`update conversas set teste = false where id = ${conversaId}`));
    expect((await recusaDe(recomecarSimulacao({ actor: celia }, { conversaId }))).code).toBe("nao_encontrado");
  });

  test("como um cliente da casa, é ele quem fala; sem telefone não dá", async () => {
    const diego = await cadastrar("Diego", { telefone: "+5511987654321", tipo: "cliente" });
    const { conversaId } = await dizer({ clienteId: diego.id, nome: null });
    const { rows } = await db().execute(sql`select cliente_id, teste from conversas where id = ${conversaId}`);
    expect(rows).toEqual([{ cliente_id: diego.id, teste: true }]);
    const semFone = await cadastrar("Ana", { telefone: null, tipo: "cliente" });
    expect((await recusaDe(dizer({ clienteId: semFone.id, nome: null }))).message).toMatch(/não tem telefone/);
  });
});
