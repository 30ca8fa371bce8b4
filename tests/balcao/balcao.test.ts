import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversas, mensagens } from "@/db/schema";
import { assumir, devolver, enviar, enviarAMao, ler, reenviar } from "@/lib/balcao/commands";
import {
  contarEsperando,
  contarFalhas,
  listarConversas,
  listarFalhas,
  verConversa,
  verMensagens,
} from "@/lib/balcao/queries";
import { filtroConversasSchema } from "@/lib/balcao/schema";
import type { Usuario } from "@/lib/server/actor";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";

let ana: Usuario;
let bruno: Usuario;
beforeAll(async () => {
  ana = await contratar("Ana", { podeAgendar: true });
  bruno = await contratar("Bruno", { podeVerAgendamentos: true });
});

beforeEach(() =>
  comoSistema(async (tx) => {
    await tx.delete(mensagens);
    await tx.delete(conversas);
  }),
);

let fone = 0;
async function conversa(linha: Partial<typeof conversas.$inferInsert> = {}) {
  const [nova] = await comoSistema((tx) =>
    tx
      .insert(conversas)
      .values({
        telefone: `+55119876${String(++fone).padStart(5, "0")}`,
        nomePerfil: "Diego",
        ultimaRecebidaEm: new Date(),
        ...linha,
      })
      .returning(),
  );
  return nova!;
}

async function dita(conversaId: number, linha: Partial<typeof mensagens.$inferInsert> = {}) {
  const [nova] = await comoSistema((tx) =>
    tx
      .insert(mensagens)
      .values({ conversaId, direcao: "entrada", texto: "Oi", autor: "cliente", situacao: "recebida", ...linha })
      .returning({ id: mensagens.id }),
  );
  return nova!.id;
}

const saida = {
  direcao: "saida",
  autor: "sistema",
  situacao: "falhou",
  assunto: "lembrete",
  motivo: "Sem WhatsApp.",
} as const;

const agora = (id: number) => comoSistema((tx) => tx.query.conversas.findFirst({ where: (t, { eq }) => eq(t.id, id) }));
const ditasEm = (id: number) =>
  comoSistema((tx) =>
    tx.query.mensagens.findMany({ where: (t, { eq }) => eq(t.conversaId, id), orderBy: mensagens.id }),
  );
const emTarefas = async (id: number) =>
  (await db().execute(sql`select 1 from mensagens where id = ${id} and situacao = 'fila'`)).rowCount;
const lista = (filtro: object = {}) => listarConversas(ana, filtroConversasSchema.parse(filtro));
const nomes = async (filtro: object = {}) => (await lista(filtro)).rows.map(({ nome }) => nome);

describe("a lista", () => {
  test("mostra as de clientes, a última primeiro, e nunca as do simulador", async () => {
    await conversa({ nomePerfil: "Diego", ultimaMensagemEm: new Date("2026-11-24T10:00:00Z") });
    await conversa({ nomePerfil: "Bia", ultimaMensagemEm: new Date("2026-11-24T11:00:00Z") });
    await conversa({ nomePerfil: "Teste", teste: true });
    expect(await nomes()).toEqual(["Bia", "Diego"]);
  });

  test("filtra por quem tem a conversa e procura sem acento", async () => {
    await conversa({ nomePerfil: "Célia", modo: "esperando", naoLidas: 2 });
    await conversa({ nomePerfil: "Diego", naoLidas: 3 });
    await conversa({ nomePerfil: "Bia", modo: "pessoa", assumidaPorId: ana.id });
    expect(await nomes({ filtro: "esperando" })).toEqual(["Célia"]);
    expect(await nomes({ filtro: "assistente" })).toEqual(["Diego"]);
    expect(await nomes({ filtro: "pessoa" })).toEqual(["Bia"]);
    expect(await nomes({ filtro: "nao_lidas" })).toEqual(["Célia"]);
    expect(await nomes({ busca: "CELIA" })).toEqual(["Célia"]);
    expect(await nomes({ busca: "100%" })).toEqual([]);
    expect((await lista()).contas).toEqual({ esperando: 1, naoLidas: 1 });
    expect(await contarEsperando(ana)).toEqual({ quantas: 1, ligado: expect.any(Boolean) as boolean });
  });

  test("também é não lida a que o assistente deixou sem resposta", async () => {
    const { id } = await conversa({ nomePerfil: "Célia", naoLidas: 1 });
    const ultima = await dita(id);
    expect(await nomes({ filtro: "nao_lidas" })).toEqual([]);
    await comoSistema((tx) => tx.execute(sql`update conversas set ate = ${ultima} where id = ${id}`));
    expect(await nomes({ filtro: "nao_lidas" })).toEqual(["Célia"]);
    const { rows, contas } = await lista();
    expect([rows[0]!.naoLidas, contas.naoLidas]).toEqual([1, 1]);
  });

  test("vai página por página, também quando outra conversa sobe", async () => {
    const em = (i: number) => new Date(Date.parse("2026-11-24T10:00:00Z") + i * 60_000);
    for (let i = 0; i < 60; i++) await conversa({ nomePerfil: `Cliente ${i}`, ultimaMensagemEm: em(i >> 1) });
    const primeira = await lista();
    expect([primeira.rows.length, primeira.total, primeira.before]).toEqual([50, 60, null]);
    await conversa({ nomePerfil: "Bia", ultimaMensagemEm: em(1_000) });
    const segunda = await lista({ depois: primeira.after });
    expect([segunda.rows.length, segunda.after]).toEqual([10, null]);
    expect(new Set([...primeira.rows, ...segunda.rows].map(({ id }) => id)).size).toBe(60);
    expect((await lista({ antes: segunda.before })).rows).toEqual(primeira.rows);
  });

  test("só quem agenda a vê", async () => {
    expect((await recusaDe(listarConversas(bruno, filtroConversasSchema.parse({})))).code).toBe("sem_permissao");
    const { id } = await conversa();
    expect((await recusaDe(verConversa(bruno, id))).code).toBe("sem_permissao");
  });
});

describe("assumir e devolver", () => {
  test("assumir cala o assistente na hora e avisa o cliente uma vez", async () => {
    const { id } = await conversa({ modo: "esperando", naoLidas: 2 });
    await assumir({ actor: ana }, { id });
    await assumir({ actor: ana }, { id });
    expect(await agora(id)).toMatchObject({ modo: "pessoa", assumidaPorId: ana.id, naoLidas: 0 });
    expect((await agora(id))!.devolverEm!.getTime()).toBeGreaterThan(Date.now());
    const avisos = await ditasEm(id);
    expect(avisos.map(({ texto, autor, situacao }) => ({ texto, autor, situacao }))).toEqual([
      { texto: expect.stringMatching(/^Oi! Aqui é Ana/) as string, autor: "sistema", situacao: "fila" },
    ]);
  });

  test("fora das 24 horas assume sem avisar", async () => {
    const { id } = await conversa({ ultimaRecebidaEm: new Date(Date.now() - 25 * 3_600_000) });
    await assumir({ actor: ana }, { id });
    expect(await ditasEm(id)).toEqual([]);
    expect((await agora(id))!.modo).toBe("pessoa");
  });

  test("devolver não faz o assistente reler o que já passou", async () => {
    const { id } = await conversa({ modo: "pessoa", assumidaPorId: ana.id, naoLidas: 1 });
    const ultima = await dita(id);
    await devolver({ actor: ana }, { id });
    const livre = { modo: "assistente", assumidaPorId: null, devolverEm: null, naoLidas: 0, ate: ultima };
    expect(await agora(id)).toMatchObject(livre);
  });

  test("quem assumiu e quem devolveu fica na trilha do cliente", async () => {
    const diego = await cadastrar("Diego", { tipo: "cliente" });
    const { id } = await conversa({ clienteId: diego.id });
    await assumir({ actor: ana }, { id });
    await devolver({ actor: ana }, { id });
    const { rows } = await db().execute(
      sql`select ato, ator_id from log_auditoria where entidade = 'usuarios' and entidade_id = ${diego.id} and ato like 'conversa.%' order by id`,
    );
    expect(rows.map(({ ato }) => ato)).toEqual(["conversa.assumir", "conversa.devolver"]);
  });
});

describe("responder", () => {
  test("a resposta entra na fila com quem escreveu, e a conversa passa a ser dela", async () => {
    const { id } = await conversa({ naoLidas: 3 });
    await enviar({ actor: ana }, { id, texto: "Pode vir às 15h?" });
    const [resposta] = await ditasEm(id);
    expect(resposta).toMatchObject({ texto: "Pode vir às 15h?", autor: "pessoa", autorId: ana.id, situacao: "fila" });
    expect(await agora(id)).toMatchObject({ modo: "pessoa", naoLidas: 0 });
  });

  test("depois de 24 horas diz por que não dá, e nada fica", async () => {
    const { id } = await conversa({ ultimaRecebidaEm: new Date(Date.now() - 24 * 3_600_000) });
    expect((await recusaDe(enviar({ actor: ana }, { id, texto: "Oi" }))).message).toMatch(/24 horas/);
    expect(await ditasEm(id)).toEqual([]);
    expect((await agora(id))!.modo).toBe("assistente");
  });

  test("em uma conversa de teste chega na hora e nada sai", async () => {
    const { id } = await conversa({ teste: true });
    await enviar({ actor: ana }, { id, texto: "Oi" });
    expect((await ditasEm(id))[0]).toMatchObject({ situacao: "entregue", teste: true });
  });

  test("ler zera as não lidas", async () => {
    const { id } = await conversa({ naoLidas: 4, modo: "esperando" });
    await ler({ actor: ana }, { id });
    expect(await agora(id)).toMatchObject({ naoLidas: 0, modo: "esperando" });
  });
});

describe("o que não saiu", () => {
  test("conta os lembretes à parte e esquece o que passou de uma semana", async () => {
    const { id } = await conversa();
    await dita(id, saida);
    await dita(id, { ...saida, assunto: "resposta" });
    await dita(id, { ...saida, ocorridaEm: new Date(Date.now() - 8 * 86_400_000) });
    expect(await contarFalhas(ana)).toMatchObject({ total: 2, lembretes: 1, pausa: null, podeResolver: false });
    expect((await listarFalhas(ana)).map(({ motivo }) => motivo)).toEqual(["Sem WhatsApp.", "Sem WhatsApp."]);
  });

  test("tentar de novo volta à fila; mandada à mão não falta mais", async () => {
    const { id } = await conversa();
    const [uma, outra] = [await dita(id, saida), await dita(id, saida)];
    await reenviar({ actor: ana }, { id: uma });
    expect(await emTarefas(uma)).toBe(1);
    await enviarAMao({ actor: ana }, { id: outra });
    expect((await ditasEm(id))[1]).toMatchObject({ situacao: "enviada", autorId: ana.id });
    expect(await contarFalhas(ana)).toMatchObject({ total: 0, lembretes: 0 });
    expect((await recusaDe(reenviar({ actor: ana }, { id: uma }))).code).toBe("conflito");
  });
});

test("as mensagens de um cliente vêm na ordem em que foram ditas, com o que se sabe dele", async () => {
  const diego = await cadastrar("Diego", { tipo: "cliente", observacoes: "Prefere a janela." });
  const { id } = await conversa({ clienteId: diego.id, estado: { rascunho: { servicos: [1], profissionalId: null } } });
  await dita(id, { texto: "Oi" });
  await dita(id, { texto: "Tudo bem?" });
  expect((await verMensagens(bruno, { cliente: diego.id })).mensagens.map(({ texto }) => texto)).toEqual([
    "Oi",
    "Tudo bem?",
  ]);
  const vista = await verConversa(ana, id);
  expect(vista).toMatchObject({ nome: "Diego", temAntes: false, entendido: { servicos: [1] } });
  expect(vista.cliente).toMatchObject({ id: diego.id, observacoes: "Prefere a janela.", proximos: [] });
  expect(vista).not.toHaveProperty("estado");
});

test("um número que muda de mãos não mostra à nova dona o que disse a de antes", async () => {
  const celia = await cadastrar("Diego", { tipo: "cliente", nome: "Célia" });
  const bia = await cadastrar("Diego", { tipo: "cliente", nome: "Bia" });
  const { id } = await conversa();
  const passarA = (clienteId: number | null) =>
    comoSistema((tx) => tx.update(conversas).set({ clienteId }).where(eq(conversas.id, id)));
  const vistas = async () => (await verConversa(ana, id)).mensagens.map(({ texto }) => texto);
  const de = async (cliente: number) => (await verMensagens(bruno, { cliente })).mensagens.map(({ texto }) => texto);
  await dita(id, { texto: "Sou a Célia" });
  await passarA(celia.id);
  await dita(id, { ...saida, texto: "Oi, Célia" });
  await passarA(null);
  expect(await vistas()).toEqual(["Sou a Célia", "Oi, Célia"]);
  await passarA(bia.id);
  expect(await vistas()).toEqual([]);
  expect((await lista()).rows[0]).toMatchObject({ nome: "Bia", ultima: null });
  await dita(id, { texto: "Sou a Bia" });
  expect([await vistas(), await de(bia.id), await de(celia.id)]).toEqual([
    ["Sou a Bia"],
    ["Sou a Bia"],
    ["Sou a Célia", "Oi, Célia"],
  ]);
  expect(await listarFalhas(ana)).toMatchObject([{ nome: "Célia", telefone: null }]);
});
