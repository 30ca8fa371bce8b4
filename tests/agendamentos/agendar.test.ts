import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bloqueios, funcionarios, servicos } from "@/db/schema";
import { agendar, liberar, reservar } from "@/lib/agendamentos/commands";
import type { AgendarInput } from "@/lib/agendamentos/schema";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, type Salao } from "../support/agenda";
import { cadastrar, contratar, mudar, recusaDe, servico } from "../support/people";
import { comoSistema, contar, linhas, rastroDe } from "../support/sql";

let carla: Usuario;
let celia: Usuario;
let salao: Salao;
let maria: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  celia = await contratar("Dona Célia");
  maria = (await cadastrar("Diego", { nome: "Maria Souza" })).id;
});
beforeEach(async () => {
  salao = await abrirSalao();
});

const marcar = (entrada: unknown, actor = carla, mais = {}) => agendar({ actor, now: AGORA, ...mais }, entrada);
const escova = (hora: string, mudancas = {}) => ({
  ...{ funcionarioId: salao.ana, inicio: as(hora), servicos: [salao.escova] },
  ...mudancas,
});
const daMaria = (hora: string, mudancas: Partial<AgendarInput> = {}) =>
  marcar(pedido(escova(hora), { clienteId: maria, ...mudancas }));
const agendados = () => contar(sql`from agendamentos where funcionario_id = any(${sql.param(salao.equipe)}::int[])`);

test("Carla agenda Maria com Ana: preço, duração e preparo são copiados, e a trilha conta quem foi", async () => {
  const requestId = randomUUID();
  const parte = escova("14h", { servicos: [salao.escova, salao.luzes] });
  const { ids, versoes, visita } = await marcar(pedido(parte, { clienteId: maria }), carla, { requestId });
  expect({ versoes, visita }).toEqual({ versoes: [1], visita: null });
  expect(await lerAgendamento(ids[0]!)).toMatchObject({
    ...{ clienteId: maria, situacao: "agendado", origem: "painel", marcadoPorId: carla.id, encaixe: false },
    ...{ valorCentavos: 18_000, preparoMinutos: 15, foraDoHorario: false },
    ...{ inicio: new Date(as("14h")), fim: new Date(as("15h30")), livreEm: new Date(as("15h45")) },
  });
  const copiados = await linhas(sql`select ordem, servico_id, duracao_minutos, preco_centavos from agendamento_servicos
    where agendamento_id = ${ids[0]} order by ordem`);
  expect(copiados).toEqual([
    { ordem: 1, servico_id: salao.escova, duracao_minutos: 60, preco_centavos: 8_000 },
    { ordem: 2, servico_id: salao.luzes, duracao_minutos: 30, preco_centavos: 10_000 },
  ]);
  const rastro = await rastroDe(requestId);
  expect(rastro.map(({ ator_id, ato, operacao, entidade }) => [ator_id, ato, operacao, entidade]).sort()).toEqual([
    [carla.id, "agendamento.agendar", "criacao", "agendamento_servicos"],
    [carla.id, "agendamento.agendar", "criacao", "agendamento_servicos"],
    [carla.id, "agendamento.agendar", "criacao", "agendamentos"],
  ]);
});

test("vale o preço e a duração de quem faz, e sob avaliação não soma", async () => {
  const avaliado = await servico({
    ...{ nome: `Cor ${randomUUID()}`, precoTipo: "sob_avaliacao", precoCentavos: null },
    ...{ assistenteAgenda: false, duracaoMinutos: 20 },
  });
  await comoSistema((tx) =>
    tx.execute(sql`update funcionario_servicos set duracao_minutos = 45, preco_centavos = 9900
      where funcionario_id = ${salao.ana} and servico_id = ${salao.escova}`),
  );
  const parte = escova("9h", { servicos: [salao.escova, avaliado.id] });
  const { ids } = await marcar(pedido(parte, { cientes: ["nao_faz"] }));
  expect(await lerAgendamento(ids[0]!)).toMatchObject({ valorCentavos: 9_900, fim: new Date(as("10h05")) });
});

describe("quem não pode", () => {
  test.each(["Ana", "Bruno"] as const)("%s, sem permissão, não agenda nem reserva", async (nome) => {
    const pessoa = await contratar(nome);
    expect(await recusaDe(marcar(pedido(escova("9h")), pessoa))).toMatchObject({ code: "sem_permissao" });
    const reserva = reservar({ actor: pessoa, now: AGORA }, { partes: pedido(escova("9h")).partes });
    expect(await recusaDe(reserva)).toMatchObject({ code: "sem_permissao" });
    expect(await agendados()).toBe(0);
  });

  test("Carla, que acaba de perder a permissão, também não", async () => {
    const outra = await contratar("Carla");
    await mudar(outra.id, { podeAgendar: false });
    expect(await recusaDe(marcar(pedido(escova("9h")), outra))).toMatchObject({ code: "sem_permissao" });
  });
});

describe("lugar tomado", () => {
  test.each([
    ["14h", "Ana já tem um atendimento das 14h às 15h (Maria Souza)."],
    ["13h15", "Ana já tem um atendimento das 14h às 15h (Maria Souza)."],
    ["14h45", "Ana já tem um atendimento das 14h às 15h (Maria Souza)."],
  ])("às %s a recusa diz quem tem o lugar e os três mais próximos", async (hora, frase) => {
    await daMaria("14h");
    const recusa = await recusaDe(marcar(pedido(escova(hora))));
    expect(recusa).toMatchObject({ code: "conflito", message: frase });
    expect(recusa.sugestoes).toHaveLength(3);
    expect(recusa.sugestoes!.every(({ funcionario }) => ["Ana", "Bia"].includes(funcionario))).toBe(true);
    const { funcionarioId, inicio } = recusa.sugestoes![0]!;
    await marcar(pedido({ funcionarioId, inicio, servicos: [salao.escova] }));
  });

  test("o que termina quando o outro começa não se encontra", async () => {
    await daMaria("14h");
    await marcar(pedido(escova("13h")));
    await marcar(pedido(escova("15h")));
    expect(await agendados()).toBe(3);
  });

  test("o preparo de um serviço também ocupa, e a frase o diz", async () => {
    await marcar(pedido(escova("10h", { servicos: [salao.luzes] })));
    const frase = "Ana já tem um atendimento das 10h às 10h30, com preparo até 10h45 (cliente sem nome).";
    expect((await recusaDe(marcar(pedido(escova("10h30"))))).message).toBe(frase);
    await marcar(pedido(escova("10h45")));
  });

  test("o que foi cancelado ou faltou não ocupa", async () => {
    const { ids } = await daMaria("14h");
    await comoSistema((tx) =>
      tx.execute(sql`update agendamentos set situacao = 'faltou', livre_em = inicio where id = ${ids[0]}`),
    );
    await daMaria("14h");
  });
});

describe("encaixe", () => {
  const encaixe = { motivo: "noiva de última hora" };

  test("passa sobre outro, diz sobre quem, e conta como ocupado", async () => {
    await daMaria("14h");
    const { ids, sobre } = await marcar(pedido(escova("14h30"), { encaixe }));
    expect(sobre).toBe("Ana já tem um atendimento das 14h às 15h (Maria Souza).");
    expect(await lerAgendamento(ids[0]!)).toMatchObject({ encaixe: true, encaixeMotivo: "noiva de última hora" });
    expect((await recusaDe(marcar(pedido(escova("15h"))))).message).toMatch(/das 14h30 às 15h30/);
  });

  test("precisa de um motivo", async () => {
    const recusa = await recusaDe(marcar(pedido(escova("14h"), { encaixe: { motivo: " " } })));
    expect(recusa.fields).toEqual({ "encaixe.motivo": "Diga o motivo do encaixe." });
  });
});

describe("avisos", () => {
  const domingo = "2027-03-21";
  test.each([
    ["fechado", () => escova("10h", { inicio: as("10h", domingo) })],
    ["passado", () => escova("9h", { inicio: as("9h", "2027-03-12") })],
    ["nao_faz", async () => escova("9h", { servicos: [(await servico({ nome: `Unhas ${randomUUID()}` })).id] })],
  ])("%s: avisa antes, e ciente passa", async (chave, lugar) => {
    const parte = await lugar();
    const recusa = await recusaDe(marcar(pedido(parte)));
    expect(recusa).toMatchObject({ code: "aviso", avisos: [{ chave }] });
    expect(recusa.message).toBe(recusa.avisos![0]!.frase);
    expect(await agendados()).toBe(0);
    const { ids } = await marcar(pedido(parte, { cientes: [chave] }));
    expect((await lerAgendamento(ids[0]!)).foraDoHorario).toBe(chave === "fechado");
  });

  test("um bloqueio avisa com o motivo, e o lugar tomado não se aceita com ciente nenhum", async () => {
    const dela = { funcionarioId: salao.ana, motivo: "doenca" as const };
    await comoSistema((tx) =>
      tx.insert(bloqueios).values({ ...dela, inicio: new Date(as("9h")), fim: new Date(as("12h")) }),
    );
    expect((await recusaDe(marcar(pedido(escova("10h"))))).message).toMatch(/Bloqueio até 12h: doença/);
    await marcar(pedido(escova("10h"), { cientes: ["bloqueado"] }));
    const tudo = { cientes: ["bloqueado", "ocupado", "reservado", "fechado"] };
    expect(await recusaDe(marcar(pedido(escova("10h"), tudo)))).toMatchObject({ code: "conflito" });
  });
});

describe("visita", () => {
  const visita = (horas: [string, string]) =>
    pedido([escova(horas[0]), escova(horas[1], { funcionarioId: salao.bia })], { clienteId: maria });

  test("é marcada inteira, sob um mesmo número, na ordem das partes", async () => {
    const { ids, visita: numero } = await marcar(visita(["15h", "14h"]));
    const partes = [await lerAgendamento(ids[0]!), await lerAgendamento(ids[1]!)];
    expect(partes.map(({ funcionarioId, visita }) => [funcionarioId, visita])).toEqual([
      [salao.ana, numero],
      [salao.bia, numero],
    ]);
  });

  test("ou não é marcada", async () => {
    await marcar(pedido(escova("15h", { funcionarioId: salao.bia })));
    expect((await recusaDe(marcar(visita(["14h", "15h"])))).message).toMatch(/^Bia já tem um atendimento/);
    expect(await agendados()).toBe(1);
  });

  test("não põe duas partes no mesmo horário de um profissional", async () => {
    const juntas = pedido([escova("14h"), escova("14h30")]);
    expect(await recusaDe(marcar(juntas))).toMatchObject({
      code: "conflito",
      message: expect.stringMatching(/mesmo horário/) as string,
    });
  });
});

describe("cliente novo", () => {
  test("é cadastrado junto com o agendamento", async () => {
    const novoCliente = { nome: "Rita Alves", telefone: "11 96666-0001" };
    const { ids, clienteId } = await marcar(pedido(escova("9h"), { novoCliente }));
    expect((await lerAgendamento(ids[0]!)).clienteId).toBe(clienteId);
    const rita = await linhas(sql`select nome, telefone, tipo from usuarios where id = ${clienteId}`);
    expect(rita).toEqual([{ nome: "Rita Alves", telefone: "+5511966660001", tipo: "cliente" }]);
  });

  test("cujo telefone é de outro é recusado com o nome e o caminho, e nada fica", async () => {
    const { id } = await cadastrar("Diego", { nome: "Rosa Dias", telefone: "+5511966660002" });
    const novoCliente = { nome: "Rosa", telefone: "(11) 96666-0002" };
    const recusa = await recusaDe(marcar(pedido(escova("9h"), { novoCliente })));
    expect(recusa).toMatchObject({
      ...{ code: "conflito", message: "Rosa Dias já tem este telefone." },
      link: { href: `/clientes/${id}`, label: "Abrir Rosa Dias" },
    });
    expect(await agendados()).toBe(0);
  });

  test("não fica quando o lugar é de outro", async () => {
    await daMaria("9h");
    const novoCliente = { nome: "Nunca Veio", telefone: "11 96666-0003" };
    await recusaDe(marcar(pedido(escova("9h"), { novoCliente })));
    expect(await contar(sql`from usuarios where nome = 'Nunca Veio'`)).toBe(0);
  });

  test("e conhecido ao mesmo tempo não existe", async () => {
    const novoCliente = { nome: "Rita", telefone: null };
    const recusa = await recusaDe(marcar(pedido(escova("9h"), { novoCliente, clienteId: maria })));
    expect(recusa.fields).toEqual({ clienteId: "Escolha um cliente ou cadastre um novo." });
  });
});

describe("quem e o quê precisam existir e estar ativos", () => {
  test.each<[string, string, () => Promise<Partial<AgendarInput>>]>([
    ["cliente que não existe", "clienteId", async () => ({ clienteId: 2_000_000_000 })],
    ["cliente desativado", "clienteId", async () => ({ clienteId: (await cadastrar("Diego", { ativo: false })).id })],
    [
      "profissional que não existe",
      "partes.0.funcionarioId",
      async () => ({ partes: pedido(escova("9h", { funcionarioId: 2_000_000_000 })).partes }),
    ],
    [
      "profissional desativado",
      "partes.0.funcionarioId",
      async () => {
        const { ana } = salao;
        await comoSistema((tx) =>
          tx
            .update(funcionarios)
            .set({ ativo: false })
            .where(sql`id = ${ana}`),
        );
        return {};
      },
    ],
    [
      "serviço que não existe",
      "partes.0.servicos",
      async () => ({ partes: pedido(escova("9h", { servicos: [2_000_000_000] })).partes }),
    ],
    [
      "serviço desativado",
      "partes.0.servicos",
      async () => {
        await comoSistema((tx) =>
          tx
            .update(servicos)
            .set({ ativo: false })
            .where(sql`id = ${salao.escova}`),
        );
        return {};
      },
    ],
    [
      "serviços que passam de 12 horas",
      "partes.0.servicos",
      async () => ({ partes: pedido(escova("9h", { servicos: Array(13).fill(salao.escova) })).partes }),
    ],
  ])("%s", async (_caso, campo, preparar) => {
    const recusa = await recusaDe(marcar({ ...pedido(escova("9h")), ...(await preparar()) }));
    expect(Object.keys(recusa.fields ?? {})).toEqual([campo]);
    expect(await agendados()).toBe(0);
  });
});

test("o mesmo envio repetido é um agendamento só", async () => {
  const chave = randomUUID();
  const entrada = pedido(escova("9h"));
  const [a, b] = await Promise.all([marcar(entrada, carla, { chave }), marcar(entrada, carla, { chave })]);
  expect(b).toEqual(a);
  expect(await agendados()).toBe(1);
});

describe("reservas", () => {
  const prender = (hora: string, actor = carla, now = AGORA) =>
    reservar({ actor, now }, { partes: pedido(escova(hora)).partes });
  const presas = () => contar(sql`from reservas where funcionario_id = ${salao.ana}`);

  test("vale cinco minutos, e quem a tem agenda sem aviso", async () => {
    const { expiraEm } = await prender("9h");
    expect(Date.parse(expiraEm) - AGORA.getTime()).toBe(300_000);
    await marcar(pedido(escova("9h")));
    expect(await presas()).toBe(0);
  });

  test("a nova devolve a anterior, e liberar devolve tudo", async () => {
    await prender("9h");
    await prender("11h");
    expect(await presas()).toBe(1);
    await liberar({ actor: carla, now: AGORA }, {});
    expect(await presas()).toBe(0);
  });

  test("a de outra pessoa avisa, e quem pode passa por cima", async () => {
    await prender("9h", celia);
    expect(await recusaDe(marcar(pedido(escova("9h"))))).toMatchObject({
      code: "aviso",
      avisos: [{ chave: "reservado" }],
    });
    await marcar(pedido(escova("9h"), { cientes: ["reservado"] }));
  });

  test("a que venceu não vale mais e some", async () => {
    await prender("9h", celia, new Date(AGORA.getTime() - 301_000));
    await marcar(pedido(escova("9h")));
    expect(await presas()).toBe(0);
  });

  test("não prende o lugar de um atendimento", async () => {
    await daMaria("9h");
    expect((await recusaDe(prender("9h30"))).message).toMatch(/^Ana já tem um atendimento das 9h às 10h/);
  });
});
