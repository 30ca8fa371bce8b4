import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendar, remarcar, reservar } from "@/lib/agendamentos/commands";
import { cancelar, confirmar, concluir } from "@/lib/atendimentos/commands";
import { responderConversa } from "@/lib/conversas/commands";
import { instanteDe } from "@/lib/domain/tempo";
import { atender } from "@/lib/jobs/assistente";
import { sistema, type Actor } from "@/lib/server/actor";
import { pedido } from "../support/agenda";
import { cadastrar } from "../support/people";
import { minuto } from "../support/salao";
import { montarSalao, salaoReal, type SalaoReal } from "../support/salao-real";
import { comoSistema, contar, linhas } from "../support/sql";

let casa: Awaited<ReturnType<typeof montarSalao>>;
beforeAll(async () => {
  casa = await montarSalao();
});

const AGORA = instanteDe(minuto("2026-11-23 10:00"));
const corteDeSexta = "Corte feminino; Ana; 2026-11-27 15:00";
const deMaria = { titulo: "", linhas: [], tem: [corteDeSexta] };
const deOutra = { titulo: "", linhas: [], quem: "nova" as const };
const escrever = (salao: SalaoReal, texto: string) => salao.dizer({ tipo: "texto", texto });
const textos = async (salao: SalaoReal, texto: string) =>
  (await escrever(salao, texto)).map((um) => um.texto).join("\n");

async function doisTelefones() {
  const maria = await salaoReal(casa, deMaria);
  const outra = await salaoReal(casa, { ...deOutra, limpar: false });
  await escrever(maria, "oi");
  await escrever(outra, "oi");
  const [dela] = await linhas<{ id: number; versao: number; clienteId: number }>(
    sql`select id, versao, cliente_id as "clienteId" from agendamentos where inicio > '2026-11-22'`,
  );
  return { maria, outra, dela: dela! };
}

describe("um telefone nunca vê nem muda o horário de outra pessoa", () => {
  test("na conversa: não lista, não cancela, não remarca", async () => {
    const { maria, outra } = await doisTelefones();
    for (const frase of ["meus horários", "cancelar o horário da Maria de sexta às 15h", "remarcar meu corte de sexta"])
      expect(await textos(outra, frase)).not.toMatch(/Corte feminino com Ana, sexta/);
    expect(await maria.meus()).toEqual([`${corteDeSexta}; agendado`]);
  });

  test("nos comandos: o assistente de outra pessoa não acha o que não é dela", async () => {
    const { dela } = await doisTelefones();
    const outra = await cadastrar("Diego");
    const actor: Actor = { tipo: "bot", clienteId: outra.id };
    const chamada = { actor, now: AGORA };
    const registro = { id: dela.id, versao: dela.versao };
    for (const tentar of [
      () => cancelar(chamada, { ...registro, motivo: "cliente_desistiu", detalhe: "" }),
      () => confirmar(chamada, registro),
      () =>
        remarcar(chamada, { ...registro, inicio: instanteDe(minuto("2026-11-26 15:00")).toISOString(), cientes: [] }),
    ])
      await expect(tentar()).rejects.toMatchObject({ code: "nao_encontrado" });
    const parte = {
      funcionarioId: casa.pessoas.get("Ana")!,
      inicio: instanteDe(minuto("2026-11-26 15:00")).toISOString(),
      servicos: [casa.servicos.get("Escova")!],
    };
    await expect(agendar(chamada, pedido(parte, { clienteId: dela.clienteId }))).rejects.toMatchObject({
      code: "sem_permissao",
    });
    await expect(
      agendar(chamada, pedido(parte, { novoCliente: { nome: "Zé", telefone: null } })),
    ).rejects.toMatchObject({ code: "sem_permissao" });
    // A place that she gives up is hers alone to give.
    const noLugarDela = {
      ...parte,
      inicio: instanteDe(minuto("2026-11-27 15:00")).toISOString(),
      duracaoMinutos: null,
    };
    await expect(reservar(chamada, { partes: [noLugarDela], exceto: [dela.id] })).rejects.toMatchObject({
      code: "conflito",
    });
  });

  test("o assistente não encaixa, não encurta, não conclui e respeita o prazo", async () => {
    const { dela } = await doisTelefones();
    const bot: Actor = { tipo: "bot", clienteId: dela.clienteId };
    const chamada = { actor: bot, now: AGORA };
    const registro = { id: dela.id, versao: dela.versao };
    await expect(remarcar(chamada, { ...registro, encaixe: { motivo: "quero" }, cientes: [] })).rejects.toMatchObject({
      code: "sem_permissao",
    });
    await expect(remarcar(chamada, { ...registro, duracaoMinutos: 10, cientes: [] })).rejects.toMatchObject({
      code: "sem_permissao",
    });
    await expect(concluir(chamada, { ...registro, valorCentavos: null, pagamentos: [] })).rejects.toMatchObject({
      code: "sem_permissao",
    });
    const tarde = { actor: bot, now: instanteDe(minuto("2026-11-27 14:00")) };
    await expect(cancelar(tarde, { ...registro, motivo: "cliente_desistiu", detalhe: "" })).rejects.toMatchObject({
      code: "conflito",
    });
    const domingo = instanteDe(minuto("2026-11-29 15:00")).toISOString();
    await expect(remarcar(chamada, { ...registro, inicio: domingo, cientes: ["fechado"] })).rejects.toMatchObject({
      code: "conflito",
    });
  });
});

describe("o lugar fica guardado enquanto se espera o sim", () => {
  test("por cinco minutos ninguém mais o recebe; depois, sim", async () => {
    const uma = await salaoReal(casa, deOutra);
    const outra = await salaoReal(casa, { ...deOutra, limpar: false });
    expect(await textos(uma, "barba sexta às 15h")).toContain("Confirma?");
    expect(await contar(sql`from reservas where dono like 'conversa:%'`)).toBe(1);
    expect(await textos(outra, "barba sexta às 15h")).toContain("Não tenho horário livre");
    outra.avancar(6);
    expect(await textos(outra, "barba sexta às 15h")).toContain("Confirma?");
    expect(await textos(uma, "sim")).toContain("acabou de ser ocupado");
  });

  test("quem desiste o devolve", async () => {
    const uma = await salaoReal(casa, deOutra);
    await escrever(uma, "barba sexta às 15h");
    await escrever(uma, "parar este pedido");
    expect(await contar(sql`from reservas`)).toBe(0);
  });
});

test("a cliente nova fica cadastrada com telefone e consentimento, e o agendamento é do assistente", async () => {
  const joana = await salaoReal(casa, deOutra);
  await escrever(joana, "barba sexta às 15h");
  expect(await joana.clienteId()).toBeNull();
  await escrever(joana, "sim");
  const clienteId = (await joana.clienteId())!;
  const [cliente] = await linhas(sql`select nome, telefone, tipo from usuarios where id = ${clienteId}`);
  expect(cliente).toEqual({ nome: "Joana Lima", telefone: joana.telefone, tipo: "cliente" });
  const [consentiu] = await linhas<{ texto: string }>(
    sql`select canal, como, texto from consentimentos where usuario_id = ${clienteId}`,
  );
  expect(consentiu).toMatchObject({
    canal: "whatsapp",
    como: "whatsapp",
    texto: expect.stringContaining("Joana Lima") as string,
  });
  const [agendado] = await linhas<{ id: number; origem: string }>(
    sql`select id, origem from agendamentos where cliente_id = ${clienteId}`,
  );
  expect(agendado!.origem).toBe("whatsapp");
  const [rastro] = await linhas(
    sql`select ator_tipo, ator_id::int as ator_id, ato from log_auditoria where entidade = 'agendamentos' and entidade_id = ${agendado!.id}`,
  );
  expect(rastro).toEqual({ ator_tipo: "bot", ator_id: clienteId, ato: "agendamento.agendar" });
});

test("quem sai não recebe avisos e o consentimento termina; quem volta consente de novo", async () => {
  const joana = await salaoReal(casa, deOutra);
  await escrever(joana, "barba sexta às 15h");
  await escrever(joana, "sim");
  const vigentes = async () =>
    contar(sql`from consentimentos where retirado_em is null and usuario_id = ${await joana.clienteId()}`);
  await escrever(joana, "parar de receber mensagens");
  expect(await vigentes()).toBe(0);
  expect(await contar(sql`from conversas where telefone = ${joana.telefone} and avisos_parados_em is not null`)).toBe(
    1,
  );
  await escrever(joana, "voltar");
  expect(await vigentes()).toBe(1);
  expect(await contar(sql`from conversas where telefone = ${joana.telefone} and avisos_parados_em is null`)).toBe(1);
});

describe("com uma pessoa", () => {
  let joana: SalaoReal;
  beforeEach(async () => {
    joana = await salaoReal(casa, deOutra);
    await escrever(joana, "barba sexta às 15h");
  });
  const modo = (para: string) =>
    comoSistema((tx) => tx.execute(sql`update conversas set modo = ${para} where telefone = ${joana.telefone}`));

  test("o assistente se cala, e quando ela devolve não relê o que foi dito", async () => {
    await modo("pessoa");
    expect(await escrever(joana, "sim")).toEqual([]);
    expect(await joana.meus()).toEqual([]);
    await modo("assistente");
    await joana.atender();
    expect(await joana.meus()).toEqual([]);
    expect(await textos(joana, "sim")).toContain("Marcado!");
  });

  test("quem espera volta ao assistente com MENU", async () => {
    expect(await textos(joana, "quero falar com um atendente")).toMatch(/equipe/);
    expect(await joana.modo()).toBe("esperando");
    expect(await escrever(joana, "alô?")).toEqual([]);
    expect(await textos(joana, "menu")).toContain("O que você precisa?");
    expect(await joana.modo()).toBe("assistente");
  });

  test("o que o assistente ia dizer se perde se alguém assumiu enquanto isso", async () => {
    const [conversa] = await linhas<{ id: number }>(sql`select id from conversas where telefone = ${joana.telefone}`);
    await modo("pessoa");
    const dito = { estado: { v: 1 }, respostas: [{ texto: "Oi" }], modo: "assistente", avisos: null };
    expect(await responderConversa({ actor: sistema }, { conversaId: conversa!.id, ate: 1, ...dito })).toEqual({
      ids: [],
    });
  });
});

describe("o que acontece duas vezes conta uma", () => {
  test.each([
    ["acha o que já fez", []],
    ["acha o que já fez, ainda que mais tenha chegado", ["obrigada"]],
  ])("um trabalho que recomeça depois de marcar %s", async (_, chegaram) => {
    const joana = await salaoReal(casa, deOutra);
    await escrever(joana, "barba sexta às 15h");
    const [antes] = await linhas<{ estado: object; ate: number; id: number }>(
      sql`select id, estado, ate from conversas where telefone = ${joana.telefone}`,
    );
    await escrever(joana, "sim");
    // As if it had died between booking and answering.
    await comoSistema(async (tx) => {
      await tx.execute(
        sql`delete from mensagens where conversa_id = ${antes!.id} and direcao = 'saida' and id > ${antes!.ate}`,
      );
      await tx.execute(
        sql`update conversas set estado = ${JSON.stringify(antes!.estado)}::jsonb, ate = ${antes!.ate} where id = ${antes!.id}`,
      );
    });
    for (const texto of chegaram) await joana.receber(texto);
    await joana.atender();
    expect(await joana.meus()).toHaveLength(1);
    expect(await joana.ultima()).toContain("Marcado!");
  });

  test("uma rajada é uma mensagem só, e recebe uma resposta", async () => {
    const joana = await salaoReal(casa, deOutra);
    await joana.receber("oi");
    await joana.receber("queria barba");
    await joana.receber("sexta às 15h");
    expect(await joana.atender()).toHaveLength(1);
    expect(await joana.ultima()).toContain("Barba com Bruno, *sexta, 27/11, às 15h*");
    expect(await joana.atender()).toEqual([]);
  });
});

test("sem nada novo, não há o que atender", async () => {
  const joana = await salaoReal(casa, deOutra);
  await escrever(joana, "oi");
  const [conversa] = await linhas<{ id: number }>(sql`select id from conversas where telefone = ${joana.telefone}`);
  await atender(conversa!.id, AGORA);
  expect(await contar(sql`from mensagens where conversa_id = ${conversa!.id}`)).toBe(2);
});

test("o que fica sem resposta fica por ler", async () => {
  const joana = await salaoReal(casa, deOutra);
  const porLer = async () =>
    (await linhas<{ n: number }>(sql`select nao_lidas as n from conversas where telefone = ${joana.telefone}`))[0]!.n;
  expect(await escrever(joana, "Agradecemos seu contato! Responderemos assim que possível.")).toEqual([]);
  expect(await porLer()).toBe(1);
  await escrever(joana, "oi");
  expect(await porLer()).toBe(0);
});

test("o que o assistente não consegue responder vai para uma pessoa depois de algumas tentativas", async () => {
  const joana = await salaoReal(casa, deOutra);
  await escrever(joana, "barba sexta às 15h");
  const [conversa] = await linhas<{ id: number }>(sql`select id from conversas where telefone = ${joana.telefone}`);
  const estragado = JSON.stringify({
    v: 1,
    ultimaEm: 99_999_999,
    pergunta: { tipo: "horario", opcoes: null },
    rascunho: { servicos: [] },
  });
  await comoSistema((tx) =>
    tx.execute(sql`update conversas set estado = ${estragado}::jsonb where id = ${conversa!.id}`),
  );
  await joana.receber("o segundo");
  await expect(atender(conversa!.id, AGORA)).rejects.toThrow();
  await atender(conversa!.id, AGORA, 4);
  expect(await joana.modo()).toBe("esperando");
  expect(await joana.ultima()).toContain("Chamei uma pessoa");
});

describe("a conversa segue o telefone do cadastro", () => {
  const mudar = (id: number, telefone: string | null) =>
    comoSistema((tx) => tx.execute(sql`update usuarios set telefone = ${telefone} where id = ${id}`));
  const idDe = async (salao: SalaoReal) => (await salao.clienteId())!;

  test("muda no cadastro, e já na mensagem seguinte ninguém vê o que era da outra pessoa", async () => {
    const { maria } = await doisTelefones();
    await escrever(maria, "quero cancelar");
    await mudar(await idDe(maria), "+5511912345678");
    expect(await maria.clienteId()).toBeNull();
    expect(await textos(maria, "sim")).not.toMatch(/Cancelado|Corte feminino/);
    expect(await textos(maria, "meus horários")).not.toMatch(/Corte feminino/);
  });

  test("duas pessoas trocam de telefone, e cada uma acha o que é seu", async () => {
    const { maria, outra } = await doisTelefones();
    const dela = await idDe(maria);
    const dele = (await cadastrar("Diego", { telefone: outra.telefone, tipo: "cliente" })).id;
    expect(await outra.clienteId()).toBe(dele);
    await escrever(maria, "quero cancelar");
    await mudar(dela, null);
    await mudar(dele, maria.telefone);
    await mudar(dela, outra.telefone);
    expect([await maria.clienteId(), await outra.clienteId()]).toEqual([dele, dela]);
    expect(await textos(maria, "sim")).not.toMatch(/Cancelado|Corte feminino/);
    expect(await textos(maria, "meus horários")).toMatch(/Não encontrei horário/);
    expect(await textos(outra, "meus horários")).toMatch(/Corte feminino com Ana/);
  });
});
