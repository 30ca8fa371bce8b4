import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { configuracaoWhatsapp, conversas, filaWhatsapp, mensagens } from "@/db/schema";
import { db } from "@/db/client";
import type { Carga } from "@/lib/domain/whatsapp";
import { enviar } from "@/lib/jobs/envio";
import { recuperarEnvios, registrarEnvio, reivindicar, reverFalha } from "@/lib/mensagens/commands";
import { porNaFila, retomarEnvios, type Nova } from "@/lib/mensagens/queries";
import { sistema } from "@/lib/server/actor";
import { fakeGraph } from "../support/graph/server.mjs";
import { comoSistema, linhas, usando } from "../support/sql";

vi.hoisted(() =>
  Object.assign(process.env, {
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_ACCESS_TOKEN: "EAAG-um-token-que-so-existe-nos-testes",
  }),
);

let graph: Awaited<ReturnType<typeof fakeGraph>>;
beforeAll(async () => {
  graph = await fakeGraph({
    token: process.env.WHATSAPP_ACCESS_TOKEN!,
    numero: "106540352242922",
    templates: { lembrete: 2 },
  });
  process.env.WHATSAPP_GRAPH_URL = graph.origin;
});
afterAll(() => graph.close());

beforeEach(async () => {
  graph.reset();
  await comoSistema(async (tx) => {
    await tx.delete(mensagens);
    await tx.delete(conversas);
    await tx.update(configuracaoWhatsapp).set({ modelos: {} });
    const livre = { pausadaMotivo: null, pausadaEm: null, pausadaDetalhe: "", livreEm: new Date(0), freadas: 0 };
    await tx.update(filaWhatsapp).set(livre);
  });
  await usando("dono", (client) => client.query("delete from graphile_worker._private_jobs"));
});

type Linha = typeof conversas.$inferInsert;

const conversa = (mudancas: Partial<Linha> = {}) =>
  comoSistema(async (tx) => {
    const aberta = { telefone: "+5511987654321", ultimaRecebidaEm: new Date(), ritmoEm: new Date(0) };
    const [uma] = await tx
      .insert(conversas)
      .values({ ...aberta, ...mudancas })
      .returning({ id: conversas.id });
    return uma!.id;
  });

const por = (conversaId: number, ...novas: (Partial<Nova> | string)[]) =>
  comoSistema((tx) =>
    porNaFila(
      tx,
      new Date(),
      novas.map((nova) => ({
        ...{ conversaId, autor: "assistente" as const, texto: "Olá!" },
        ...(typeof nova === "string" ? { texto: nova } : nova),
      })),
    ),
  );

const ler = async (id: number) => (await db().query.mensagens.findFirst({ where: (t, { eq }) => eq(t.id, id) }))!;
const fila = async () => (await db().query.filaWhatsapp.findFirst())!;
const esperas = () =>
  usando("dono", async (client) => {
    const { rows } = await client.query(
      "select key as chave, run_at as em, extract(epoch from run_at - updated_at)::float as segundos from graphile_worker.jobs where task_identifier = 'enviar' order by id",
    );
    return rows as { chave: string; em: Date; segundos: number }[];
  });
const ja = (id: number) =>
  comoSistema((tx) =>
    tx
      .update(mensagens)
      .set({ enviarEm: new Date(0) })
      .where(sql`id = ${id}`),
  );

describe("o que sai", () => {
  test("sai na ordem, com a nossa marca, e fica com o nome que o WhatsApp deu", async () => {
    const id = await conversa();
    const ids = await por(id, "primeira", "segunda", "terceira");
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ text }) => text.body)).toEqual(["primeira", "segunda", "terceira"]);
    expect(graph.sent[0]).toMatchObject({
      ...{ messaging_product: "whatsapp", to: "+5511987654321", type: "text" },
      biz_opaque_callback_data: `hm:${ids[0]}`,
    });
    expect(await ler(ids[2]!)).toMatchObject({ situacao: "enviada", wamid: graph.sent[2]!.wamid, tentativas: 1 });
  });

  const longo = (letras: number) => "ã".repeat(letras);
  const cargas: [string, Carga][] = [
    ["botões com títulos longos e iguais", { botoes: [1, 2, 3].map((n) => ({ id: `b${n}`, titulo: longo(40) })) }],
    ["botões demais", { botoes: [1, 2, 3, 4].map((n) => ({ id: `b${n}`, titulo: `Botão ${n}` })) }],
    [
      "uma lista longa",
      {
        lista: {
          botao: longo(30),
          linhas: Array.from({ length: 14 }, (_, n) => ({
            id: `l${n}`,
            titulo: `Horário ${longo(30)}`,
            descricao: longo(90),
          })),
        },
      },
    ],
    ["nada", {}],
  ];
  test.each(cargas)("com %s cabe nos limites", async (_, carga) => {
    const id = await conversa();
    const [uma] = await por(id, { texto: longo(5_000), carga });
    await enviar({ conversaId: id });
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada", motivo: null });
  });

  test("o aviso que esperava não sai para quem parou de receber; a resposta sai", async () => {
    const id = await conversa({ avisosParadosEm: new Date() });
    const [aviso] = await por(
      id,
      { autor: "sistema", assunto: "marcado", texto: "Seu horário está marcado" },
      { autor: "sistema", assunto: "resposta", texto: "Pronto, não envio mais avisos" },
    );
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ text }) => text.body)).toEqual(["Pronto, não envio mais avisos"]);
    expect(await ler(aviso!)).toMatchObject({
      situacao: "falhou",
      motivo: expect.stringContaining("avisos") as string,
    });
  });

  test("para quem esconde o número vai pelo nome que o WhatsApp lhe dá", async () => {
    const id = await conversa({ telefone: null, bsuid: "BR.1502576394655843" });
    await por(id, "oi");
    await enviar({ conversaId: id });
    expect(graph.sent[0]).toMatchObject({ recipient: "BR.1502576394655843" });
  });

  test("do simulador não sai: já chegou", async () => {
    const id = await conversa({ teste: true });
    const [uma] = await por(id, "oi");
    await enviar({ conversaId: id });
    expect(await ler(uma!)).toMatchObject({ situacao: "entregue", teste: true });
    expect(graph.sent).toEqual([]);
  });

  test("de uma chave só existe uma", async () => {
    const id = await conversa();
    expect(await por(id, { chave: "lembrete:1:1:60" })).toHaveLength(1);
    expect(await por(id, { chave: "lembrete:1:1:60" })).toEqual([]);
  });

  test("não sai antes da hora, e quem é para já não espera por ela", async () => {
    const id = await conversa();
    await por(id, { texto: "de manhã", enviarEm: new Date(Date.now() + 3_600_000) });
    expect((await esperas())[0]!.segundos).toBeGreaterThan(3_500);
    await por(id, "agora");
    expect((await esperas())[0]!.segundos).toBeLessThan(5);
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ text }) => text.body)).toEqual(["agora"]);
    expect((await esperas())[0]!.segundos).toBeGreaterThan(3_500);
  });
});

describe("fora da janela de 24 horas", () => {
  const ontem = () => ({ ultimaRecebidaEm: new Date(Date.now() - 24 * 3_600_000 - 1_000) });

  test("sai o modelo, com os valores em uma linha", async () => {
    await comoSistema((tx) => tx.update(configuracaoWhatsapp).set({ modelos: { lembrete: "lembrete" } }));
    const id = await conversa(ontem());
    const carga = { parametros: ["Célia", "corte\ne  escova"], respostas: ["v1:confirmar:7"] };
    await por(id, { assunto: "lembrete", carga });
    await enviar({ conversaId: id });
    expect(graph.sent[0]!.template).toMatchObject({ name: "lembrete", language: { code: "pt_BR" } });
    expect(graph.sent[0]!.template.components[0].parameters[1].text).toBe("corte e escova");
    expect(graph.sent[0]!.template.components[1]).toMatchObject({ sub_type: "quick_reply", index: "0" });
  });

  test("sem modelo falha com o motivo, sem incomodar o WhatsApp", async () => {
    const id = await conversa({ ultimaRecebidaEm: null });
    const [uma] = await por(id, { assunto: "lembrete" });
    await enviar({ conversaId: id });
    expect(await ler(uma!)).toMatchObject({ situacao: "falhou", codigo: 131047 });
    expect((await ler(uma!)).motivo).toContain("24 horas");
    expect(graph.heard).toEqual([]);
  });

  test("quando só o WhatsApp sabe que fechou, o modelo sai em seguida", async () => {
    await comoSistema((tx) => tx.update(configuracaoWhatsapp).set({ modelos: { lembrete: "lembrete" } }));
    const id = await conversa();
    graph.state.closed.add("+5511987654321");
    const [uma] = await por(id, { assunto: "lembrete", carga: { parametros: ["Célia", "corte"] } });
    await enviar({ conversaId: id });
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ type }) => type)).toEqual(["template"]);
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada" });
  });
});

describe("quando o WhatsApp recusa", () => {
  test.each([1, 2, 131000, 131016, 133004, 131057])(
    "o erro %i é tentado de novo, cada vez mais tarde",
    async (codigo) => {
      const id = await conversa();
      const [uma] = await por(id, "oi");
      const tardes: number[] = [];
      for (let vez = 0; vez < 4; vez++) {
        graph.state.failures.push(codigo);
        await enviar({ conversaId: id });
        tardes.push((await esperas()).at(-1)!.segundos);
        await ja(uma!);
      }
      for (const [i, tarde] of tardes.entries()) {
        expect(tarde).toBeGreaterThan(4.5 * 2 ** i);
        expect(tarde).toBeLessThan(10.5 * 2 ** i);
      }
      await enviar({ conversaId: id });
      expect(await ler(uma!)).toMatchObject({ situacao: "enviada", tentativas: 5 });
    },
  );

  test.each([130429, 4, 80007, 131048])("o erro %i freia o número inteiro", async (codigo) => {
    const [id, outra] = [await conversa(), await conversa({ telefone: "+5511912345678" })];
    graph.state.failures.push(codigo);
    await por(id, "oi");
    await por(outra, "oi");
    const antes = Date.now();
    await enviar({ conversaId: id });
    const { livreEm, freadas } = await fila();
    expect(livreEm.getTime()).toBeGreaterThan(antes + 400);
    expect(freadas).toBe(1);
    graph.state.failures.push(codigo);
    await comoSistema((tx) => tx.update(filaWhatsapp).set({ livreEm: new Date(Date.now() + 60_000) }));
    await enviar({ conversaId: outra });
    expect(graph.sent).toEqual([]);
    expect((await esperas()).find(({ chave }) => chave === `enviar:${outra}`)!.segundos).toBeGreaterThan(50);
  });

  test("o limite do par segura só aquele cliente", async () => {
    const [id, outra] = [await conversa(), await conversa({ telefone: "+5511912345678" })];
    graph.state.failures.push(131056);
    await por(id, "oi");
    await por(outra, "oi");
    await enviar({ conversaId: id });
    expect((await esperas()).find(({ chave }) => chave === `enviar:${id}`)!.segundos).toBeGreaterThan(3);
    await enviar({ conversaId: outra });
    expect(graph.sent.map(({ to }) => to)).toEqual(["+5511912345678"]);
  });

  test.each([131049, 130403, 130472, 132001, 132015, 100, 131009, 131021, 131051, 131062])(
    "o erro %i não é tentado outra vez, e diz por quê",
    async (codigo) => {
      graph.state.failures.push(codigo);
      const id = await conversa();
      const [uma] = await por(id, "oi");
      await enviar({ conversaId: id });
      const falha = await ler(uma!);
      expect(falha).toMatchObject({ situacao: "falhou", codigo });
      expect(falha.motivo).toMatch(/^[A-ZÀ-Ú].+\.$/);
    },
  );

  test.each([
    [190, "token"],
    [0, "token"],
    [3, "token"],
    [10, "token"],
    [200, "token"],
    [299, "token"],
    [131005, "token"],
    [368, "politica"],
    [131031, "politica"],
    [130497, "politica"],
    [131042, "pagamento"],
    [131045, "numero"],
    [133010, "numero"],
  ] as const)("o erro %i para tudo (%s), e depois do conserto sai tudo", async (codigo, motivo) => {
    graph.state.failures.push(codigo);
    const [id, outra] = [await conversa(), await conversa({ telefone: "+5511912345678" })];
    const [uma] = await por(id, "primeira");
    await por(outra, "de outra");
    await enviar({ conversaId: id });
    await enviar({ conversaId: outra });
    expect(graph.sent).toEqual([]);
    expect(await fila()).toMatchObject({ pausadaMotivo: motivo });
    expect(await ler(uma!)).toMatchObject({ situacao: "fila" });
    await comoSistema(retomarEnvios);
    const { conversas: devidas } = await recuperarEnvios({ actor: sistema }, {});
    for (const conversaId of devidas) await enviar({ conversaId });
    expect(graph.sent).toHaveLength(2);
    const atos = await linhas(sql`select ato from log_auditoria where ato like 'whatsapp.%' order by id desc limit 2`);
    expect(atos).toEqual([{ ato: "whatsapp.retomar" }, { ato: "whatsapp.pausar" }]);
  });

  test("parado, uma mensagem tenta de tempos em tempos, e o que voltou a andar anda inteiro", async () => {
    graph.state.failures.push(190);
    const id = await conversa();
    await por(id, "oi", "de novo");
    await enviar({ conversaId: id });
    await enviar({ conversaId: id });
    expect(graph.heard).toHaveLength(1);
    await comoSistema((tx) => tx.update(filaWhatsapp).set({ pausadaEm: new Date(Date.now() - 11 * 60_000) }));
    expect((await recuperarEnvios({ actor: sistema }, {})).conversas).toEqual([id]);
    await enviar({ conversaId: id });
    expect(graph.sent).toHaveLength(2);
    expect(await fila()).toMatchObject({ pausadaMotivo: null });
  });

  test("o número sem WhatsApp é tentado uma vez na outra forma, e depois é dado por inalcançável", async () => {
    graph.state.unknown.add("+5511987654321");
    const id = await conversa();
    const [uma] = await por(id, "oi");
    await enviar({ conversaId: id });
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ to }) => to)).toEqual(["+551187654321"]);
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada" });

    graph.state.unknown.add("+551187654321");
    const [outra] = await por(id, "de novo");
    await enviar({ conversaId: id });
    expect(await ler(outra!)).toMatchObject({ situacao: "falhou", codigo: 131026 });
    const [linha] = await linhas<{ sem: boolean }>(sql`select inalcancavel_em is not null as sem from conversas`);
    expect(linha!.sem).toBe(true);
  });

  test("quem não quer estas mensagens não as recebe mais", async () => {
    graph.state.failures.push(131050);
    const id = await conversa();
    await por(id, "oi");
    await enviar({ conversaId: id });
    expect(await linhas(sql`select avisos_parados_em is not null as parou from conversas`)).toEqual([{ parou: true }]);
  });

  test("a falha que só vem depois é tratada como a que vem na hora", async () => {
    const id = await conversa();
    const [uma] = await por(id, "oi");
    await enviar({ conversaId: id });
    await comoSistema((tx) =>
      tx
        .update(mensagens)
        .set({ situacao: "falhou", codigo: 131026 })
        .where(sql`id = ${uma}`),
    );
    await reverFalha({ actor: sistema }, { mensagemId: uma });
    await enviar({ conversaId: id });
    expect(graph.sent.map(({ to }) => to)).toEqual(["+5511987654321", "+551187654321"]);
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada", wamid: graph.sent[1]!.wamid });
  });
});

describe("os limites", () => {
  test("a quadragésima sexta mensagem ao mesmo cliente espera", async () => {
    const id = await conversa();
    const [primeira] = await por(id, ...Array.from({ length: 60 }, (_, n) => `mensagem ${n}`));
    const desde = performance.now();
    await enviar({ conversaId: id });
    // On a slow machine the pair earns some while they leave.
    const ganhas = Math.floor((performance.now() - desde) / 6_000);
    expect(graph.sent.length).toBeGreaterThanOrEqual(45);
    expect(graph.sent.length).toBeLessThanOrEqual(45 + ganhas);
    // Six seconds after the first, and six more for each that was earned.
    const { tentadaEm } = await ler(primeira!);
    const quando = new Date(tentadaEm!.getTime() + 6_000 * (graph.sent.length - 44));
    expect((await esperas()).at(-1)!.em).toEqual(quando);
  });

  test("nem um segundo antes ao mesmo cliente, e os outros não esperam por ele", async () => {
    const id = await conversa();
    await por(id, "ainda não");
    const livre = new Date(Date.now() + 1_400);
    const ritmoEm = new Date(livre.getTime() + 44 * 6_000);
    await comoSistema((tx) =>
      tx
        .update(conversas)
        .set({ ritmoEm })
        .where(sql`id = ${id}`),
    );
    await enviar({ conversaId: id });
    expect(graph.sent).toEqual([]);
    expect((await esperas()).at(-1)!.em).toEqual(livre);
    expect((await fila()).livreEm.getTime()).toBeLessThan(Date.now());
  });

  // What a busy machine holds up reaches the other side in a bunch, which is no haste of ours.
  test("o número não passa de oitenta por segundo", { retry: 2 }, async () => {
    graph.state.pace = 90;
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) => conversa({ telefone: `+55119700000${String(n).padStart(2, "0")}` })),
    );
    for (const id of ids) await por(id, ...Array.from({ length: 8 }, (_, n) => `mensagem ${n}`));
    const desde = performance.now();
    await Promise.all(ids.map((conversaId) => enviar({ conversaId })));
    expect(graph.sent).toHaveLength(160);
    expect(performance.now() - desde).toBeGreaterThan(1_900);
  });
});

describe("quando ninguém sabe se saiu", () => {
  const tarde = () => new Date(Date.now() + 61_000);

  test.each(["reset", "html"])(
    "(%s) a mensagem espera, vai mais uma vez marcada, e nunca uma terceira",
    async (como) => {
      const id = await conversa();
      const [uma] = await por(id, "oi");
      graph.state.failures.push(como, como);
      await enviar({ conversaId: id });
      expect(await ler(uma!)).toMatchObject({ situacao: "enviando", duvidosa: false });
      await recuperarEnvios({ actor: sistema }, {});
      expect((await ler(uma!)).situacao).toBe("enviando");
      await recuperarEnvios({ actor: sistema, now: tarde() }, {});
      await ja(uma!);
      await enviar({ conversaId: id });
      expect(await ler(uma!)).toMatchObject({ situacao: "enviando", duvidosa: true });
      await recuperarEnvios({ actor: sistema, now: tarde() }, {});
      expect(await ler(uma!)).toMatchObject({ situacao: "falhou", duvidosa: true });
      expect(graph.heard).toHaveLength(2);
    },
  );

  test("uma queda entre enviar e anotar faz no máximo uma cópia, marcada", async () => {
    const id = await conversa();
    const [uma] = await por(id, "oi");
    const { enviar: tomada } = await reivindicar({ actor: sistema }, { conversaId: id });
    expect(tomada).toMatchObject({ id: uma });
    expect(await reivindicar({ actor: sistema }, { conversaId: id })).toMatchObject({ enviar: null });
    const { retomadas } = await recuperarEnvios({ actor: sistema, now: tarde() }, {});
    expect(retomadas).toBe(1);
    await ja(uma!);
    await enviar({ conversaId: id });
    expect(graph.sent).toHaveLength(1);
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada", duvidosa: true });
  });

  test("o andamento que chega antes mostra que saiu, e nada vai de novo", async () => {
    const id = await conversa();
    const [uma] = await por(id, "oi");
    await reivindicar({ actor: sistema }, { conversaId: id });
    await comoSistema((tx) =>
      tx
        .update(mensagens)
        .set({ situacao: "entregue", wamid: "wamid.X" })
        .where(sql`id = ${uma}`),
    );
    expect((await recuperarEnvios({ actor: sistema, now: tarde() }, {})).retomadas).toBe(0);
    const resultado = { tipo: "aceita" as const, wamid: "wamid.X", waId: null };
    expect(await registrarEnvio({ actor: sistema }, { mensagemId: uma, resultado })).toEqual({ situacao: "entregue" });
  });

  test("sem linha nenhuma a mensagem espera por ela, quanto for preciso", async () => {
    const id = await conversa();
    const [uma] = await por(id, "oi");
    const resultado = { tipo: "nao_saiu" as const };
    for (let vez = 0; vez < 12; vez++) {
      await ja(uma!);
      expect((await reivindicar({ actor: sistema }, { conversaId: id })).enviar).toMatchObject({ id: uma });
      await registrarEnvio({ actor: sistema }, { mensagemId: uma, resultado });
    }
    expect((await esperas())[0]!.segundos).toBeLessThan(601);
    await ja(uma!);
    await enviar({ conversaId: id });
    expect(await ler(uma!)).toMatchObject({ situacao: "enviada", duvidosa: false });
  });
});
