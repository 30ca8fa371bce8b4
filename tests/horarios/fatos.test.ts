import { Client } from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { funcionarioServicos } from "@/db/schema";
import { db } from "@/db/client";
import { horariosLivres, lerFatos, porQueNao, tresMaisProximos } from "@/lib/horarios/queries";
import { pedidoDeHorariosSchema, pedidoDeMotivoSchema, type PedidoDeHorarios } from "@/lib/horarios/schema";
import { actorKey, type Usuario } from "@/lib/server/actor";
import {
  as,
  bloqueado,
  comercial,
  empresa,
  marcado,
  novoServico,
  profissional,
  reservado,
  semanaDaEmpresa,
} from "../support/horarios";
import { contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";

const TERCA = "2027-03-16";
const AGORA = as("2027-03-15", "10:00");

let carla: Usuario;
let corte: number;
let ana: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  await semanaDaEmpresa(comercial);
  await empresa();
});
beforeEach(async () => {
  corte = (await novoServico()).id;
  ana = await profissional("Ana", { faz: [corte] });
});
afterEach(() => vi.restoreAllMocks());

const pedir = (mudancas: Partial<PedidoDeHorarios> = {}, now = AGORA) =>
  horariosLivres(carla, { servicos: [corte], de: TERCA, ate: TERCA, ...mudancas }, now);

/** The free starts of Ana on the Tuesday, as its wall shows them. */
async function horas(mudancas: Partial<PedidoDeHorarios> = {}, now = AGORA): Promise<string[]> {
  const { dias } = await pedir({ funcionario: ana, ...mudancas }, now);
  const inicios = dias[0]!.profissionais[0]?.inicios ?? [];
  return inicios.map((inicio) => new Date(Date.parse(inicio) - 3 * 3_600_000).toISOString().slice(11, 16));
}

test("um dia vazio: do começo do expediente até o último em que cabe", async () => {
  const livres = await horas();
  expect([livres[0], livres.at(-1), livres.length]).toEqual(["09:00", "17:30", 35]);
  expect(await pedir()).toMatchObject({
    fuso: "America/Sao_Paulo",
    dias: [{ dia: TERCA, profissionais: [{ nome: "Ana" }] }],
  });
});

test("a duração e o preparo de cada um contam", async () => {
  const { id: luzes } = await novoServico({ duracaoMinutos: 60, preparoMinutos: 30 });
  await comoSistema((tx) =>
    tx.insert(funcionarioServicos).values({ funcionarioId: ana, servicoId: luzes, duracaoMinutos: 90 }),
  );
  await marcado({ funcionarioId: ana, inicio: as(TERCA, "12:00") });
  const livres = await horas({ servicos: [luzes] });
  expect(livres).toContain("10:00");
  expect(livres).not.toContain("10:15");
  expect(livres.at(-1)).toBe("16:30");
  expect((await horas({ servicos: [luzes, corte] })).at(-1)).toBe("16:00");
  expect((await horas({ servicos: [luzes], duracao: 15 })).at(-1)).toBe("17:45");
});

describe("o que ocupa", () => {
  test("encaixe, o que vem de dois dias antes e o preparo que entra na manhã", async () => {
    await marcado({ funcionarioId: ana, inicio: as(TERCA, "10:00"), encaixe: true, encaixeMotivo: "Pediu muito" });
    const livreEm = as(TERCA, "09:30");
    await marcado({ funcionarioId: ana, inicio: as("2027-03-14", "09:45"), fim: as("2027-03-15", "09:30"), livreEm });
    expect((await horas()).slice(0, 3)).toEqual(["09:30", "10:30", "10:45"]);
  });

  test("o que começa na meia-noite seguinte, para quem fica aberto até ela", async () => {
    await semanaDaEmpresa(Array<[number, number][]>(7).fill([[0, 1_440]]));
    expect((await horas()).at(-1)).toBe("23:45");
    await marcado({ funcionarioId: ana, inicio: as("2027-03-17", "00:00") });
    expect((await horas()).at(-1)).toBe("23:30");
    await semanaDaEmpresa(comercial);
  });

  test("cancelado e falta não; o que se concluiu antes só até quando acabou", async () => {
    const canceladoEm = AGORA;
    const inicio = as(TERCA, "09:00");
    await marcado({ funcionarioId: ana, inicio, situacao: "cancelado", canceladoEm, canceladoMotivo: "engano" });
    await marcado({ funcionarioId: ana, inicio, situacao: "faltou" });
    expect((await horas())[0]).toBe("09:00");
    const livreEm = as(TERCA, "09:10");
    await marcado({ funcionarioId: ana, inicio, livreEm, situacao: "concluido", concluidoEm: livreEm });
    expect((await horas())[0]).toBe("09:15");
  });

  test("um bloqueio de todos que começou há mais de um ano", async () => {
    await bloqueado({ inicio: as("2026-02-15", "09:00"), fim: as(TERCA, "17:00"), motivo: "outro" });
    expect(await horas()).toEqual(["17:00", "17:15", "17:30"]);
    await comoSistema((tx) => tx.execute("delete from bloqueios"));
  });

  test("o próprio, enquanto se remarca, não", async () => {
    const id = await marcado({ funcionarioId: ana, inicio: as(TERCA, "09:00") });
    expect((await horas())[0]).toBe("09:30");
    expect((await horas({ exceto: id }))[0]).toBe("09:00");
  });

  test("a reserva de outra pessoa até vencer, a própria não", async () => {
    const lugar = { funcionarioId: ana, inicio: as(TERCA, "09:00"), livreEm: as(TERCA, "09:30") };
    const expiraEm = new Date(AGORA.getTime() + 30_000);
    await reservado({ ...lugar, dono: "usuario:999999", expiraEm });
    expect((await horas())[0]).toBe("09:30");
    expect((await horas({}, expiraEm))[0]).toBe("09:00");
    await reservado({
      ...lugar,
      inicio: as(TERCA, "09:30"),
      livreEm: as(TERCA, "10:00"),
      dono: actorKey(carla),
      expiraEm,
    });
    expect((await horas()).slice(0, 1)).toEqual(["09:30"]);
  });
});

test("a regra da antecedência prende o cliente, não a pessoa", async () => {
  const agora = as(TERCA, "14:00");
  expect((await horas({}, agora))[0]).toBe("15:00");
  expect((await horas({ quem: "pessoa" }, agora))[0]).toBe("14:00");
  expect((await horas({ quem: "pessoa" }, new Date(agora.getTime() + 1)))[0]).toBe("14:15");
});

test("qualquer um: quem faz tudo o que se pede e está ativo, em ordem de nome", async () => {
  const { id: escova } = await novoServico();
  const bia = await profissional("Bia", { faz: [corte, escova] });
  await profissional("Alice", { faz: [escova] });
  const zuleica = await profissional("Zuleica", { faz: [corte], ativo: false });
  const nomes = async (servicos: number[]) =>
    (await pedir({ servicos })).dias[0]!.profissionais.map(({ nome }) => nome);
  expect(await nomes([corte])).toEqual(["Ana", "Bia"]);
  expect(await nomes([corte, escova])).toEqual(["Bia"]);
  expect(await nomes([escova])).toEqual(["Alice", "Bia"]);
  const todos = await lerFatos(db(), { funcionarios: "todos", servicos: [], de: TERCA, ate: TERCA, now: AGORA });
  const lidos = todos.profissionais.map(({ id }) => id);
  expect([lidos.includes(bia), lidos.includes(zuleica)]).toEqual([true, false]);
  await bloqueado({ funcionarioId: bia, inicio: as(TERCA, "00:00"), fim: as(TERCA, "23:00"), motivo: "folga" });
  expect(await nomes([corte, escova])).toEqual([]);
});

test("no máximo seis comandos SQL, com um dia ou sessenta, uma profissional ou vinte", async () => {
  for (let i = 0; i < 20; i++) await profissional(`Pessoa ${i}`, { faz: [corte] });
  const spy = vi.spyOn(Client.prototype, "query");
  const comandos = async (work: () => Promise<unknown>) => {
    spy.mockClear();
    await work();
    return spy.mock.calls.length;
  };
  const longe = { de: TERCA, ate: "2027-05-14" };
  expect([
    await comandos(() => pedir({ funcionario: ana })),
    await comandos(() => pedir(longe)),
    await comandos(() => lerFatos(db(), { funcionarios: "todos", servicos: [], ...longe, now: AGORA })),
    await comandos(() => porQueNao(carla, { funcionario: ana, inicio: as(TERCA, "14:00") }, AGORA)),
    await comandos(() => tresMaisProximos(db(), { ...perdido(), duracaoMinutos: 30, servicos: [corte] }, AGORA)),
  ]).toEqual([2, 2, 2, 2, 2]);
});

const perdido = (hora = "14:00") => ({ funcionarioId: ana, inicio: as(TERCA, hora).getTime() / 60_000 });

describe("os três mais próximos", () => {
  const proximos = async (hora?: string, mudancas: object = {}) => {
    const lugar = { ...perdido(hora), duracaoMinutos: 30, servicos: [corte], ...mudancas };
    return (await tresMaisProximos(db(), lugar, AGORA)).map(({ funcionario, inicio }) => `${funcionario} ${inicio}`);
  };

  test("de quem for, primeiro os da mesma pessoa", async () => {
    await marcado({ funcionarioId: ana, inicio: as(TERCA, "14:00") });
    await profissional("Bia", { faz: [corte] });
    expect(await proximos()).toEqual([
      "Bia 2027-03-16T17:00:00.000Z",
      "Bia 2027-03-16T16:45:00.000Z",
      "Bia 2027-03-16T17:15:00.000Z",
    ]);
    expect(await proximos("14:30", { servicos: [corte] })).toEqual([
      "Ana 2027-03-16T17:30:00.000Z",
      "Bia 2027-03-16T17:30:00.000Z",
      "Ana 2027-03-16T17:45:00.000Z",
    ]);
  });

  test("se o dia está cheio, os dos seguintes; se não há nenhum, nenhum", async () => {
    await bloqueado({
      funcionarioId: ana,
      inicio: as(TERCA, "08:00"),
      fim: as("2027-03-17", "17:30"),
      motivo: "curso",
    });
    expect(await proximos()).toEqual([
      "Ana 2027-03-17T20:30:00.000Z",
      "Ana 2027-03-18T12:00:00.000Z",
      "Ana 2027-03-18T12:15:00.000Z",
    ]);
    await bloqueado({
      funcionarioId: ana,
      inicio: as(TERCA, "08:00"),
      fim: as("2027-04-30", "18:00"),
      motivo: "ferias",
    });
    expect(await proximos()).toEqual([]);
  });
});

test("quem não vê a agenda nem marca não pergunta; quem não existe não se acha", async () => {
  const bruno = await contratar("Bruno");
  const so = { servicos: [corte], de: TERCA, ate: TERCA };
  expect(await recusaDe(horariosLivres(bruno, so, AGORA))).toMatchObject({ code: "sem_permissao" });
  for (const chave of ["podeAgendar", "podeVerAgendamentos"])
    expect((await horariosLivres(await contratar("Ana", { [chave]: true }), so, AGORA)).dias).toHaveLength(1);
  expect(await recusaDe(pedir({ funcionario: 999_999 }))).toMatchObject({ code: "nao_encontrado" });
});

describe("o que o endereço não pode pedir", () => {
  const bom = { servicos: "1,2", de: TERCA, ate: TERCA };
  const recusa = (mudancas: object) =>
    pedidoDeHorariosSchema.safeParse({ ...bom, ...mudancas }).error?.issues[0]?.message;

  test("um pedido comum passa", () => {
    expect(recusa({ funcionario: "3", exceto: "9", duracao: "45", quem: "pessoa" })).toBeUndefined();
    expect(pedidoDeHorariosSchema.parse(bom)).toMatchObject({ servicos: [1, 2] });
  });

  test.each([
    [{ servicos: "" }, "Registro inválido."],
    [{ servicos: "1,x" }, /inválid/i],
    [{ servicos: "1'; drop table servicos" }, /inválid/i],
    [{ servicos: Array(21).fill(1).join() }, "Escolha no máximo 20 serviços."],
    [{ de: "2027-02-30" }, "Escolha a data."],
    [{ de: "ontem" }, "Escolha a data."],
    [{ de: "2027-03-17" }, "O fim vem antes do começo."],
    [{ ate: "2027-05-18" }, "Peça no máximo 62 dias de uma vez."],
    [{ funcionario: "-1" }, "Registro inválido."],
    [{ funcionario: "99999999999" }, "Registro inválido."],
    [{ duracao: "4" }, /./],
    [{ duracao: "1e9" }, /./],
    [{ quem: "todos" }, /./],
  ])("%o", (mudancas, mensagem) => {
    expect(recusa(mudancas)).toMatch(mensagem);
  });

  test.each([
    { funcionario: "1" },
    { funcionario: "1", inicio: "2027-03-16T14:00" },
    { funcionario: "1", inicio: "2027-03-16T14:00:30Z" },
    { funcionario: "x", inicio: "2027-03-16T14:00:00Z" },
    { inicio: "2027-03-16T14:00:00Z" },
    { funcionario: "1", inicio: "2027-03-16T14:00:00Z", servicos: "0" },
  ])("motivo: %o", (pedido) => {
    expect(pedidoDeMotivoSchema.safeParse(pedido).success).toBe(false);
  });
});
