import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendar } from "@/lib/agendamentos/commands";
import {
  atrasar,
  cancelar,
  concluir,
  confirmar,
  marcarFalta,
  registrarChegada,
  trocar,
} from "@/lib/atendimentos/commands";
import { excluirCliente } from "@/lib/clientes/commands";
import { chavesSituacao, emAberto, mudancasDeSituacao, situacoes, type Situacao } from "@/lib/domain/agenda";
import { excluirFuncionario } from "@/lib/funcionarios/commands";
import type { Usuario } from "@/lib/server/actor";
import { excluirServico } from "@/lib/servicos/commands";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, sobreposicoes, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { linhas, rastroDe } from "../support/sql";

type Visto = { id: number; versao: number };
let carla: Usuario;
let ana: Usuario;
let salao: Salao;
let maria: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  ana = await contratar("Ana");
});
beforeEach(async () => {
  maria = (await cadastrar("Diego", { nome: "Maria Souza" })).id;
  salao = await abrirSalao();
});
const por = (mais = {}) => ({ actor: carla, now: AGORA, ...mais });

async function marcar(hora: string, mudancas = {}, parte = {}): Promise<Visto> {
  const uma = { funcionarioId: salao.ana, inicio: as(hora), servicos: [salao.escova], ...parte };
  const { ids, versoes } = await agendar(por(), pedido(uma, { clienteId: maria, ...mudancas }));
  return { id: ids[0]!, versao: versoes[0]! };
}

const levar = {
  confirmado: (visto, mais = {}) => confirmar(por(mais), visto),
  concluido: (visto, mais = {}) => concluir(por(mais), { ...visto, valorCentavos: null, pagamentos: [] }),
  cancelado: (visto, mais = {}) => cancelar(por(mais), { ...visto, motivo: "outro", detalhe: "" }),
  faltou: (visto, mais = {}) => marcarFalta(por(mais), visto),
} satisfies Partial<Record<Situacao, (visto: Visto, mais?: object) => Promise<Visto>>>;
type Alvo = keyof typeof levar;

const passos = chavesSituacao.flatMap((de) =>
  (Object.keys(levar) as Alvo[]).map((para) => ({ de, para, pode: mudancasDeSituacao[de].includes(para) })),
);

describe.each(passos)("de $de para $para", ({ de, para, pode }) => {
  test(pode ? "pode, com uma linha na trilha" : "não pode", async () => {
    const marcado = await marcar("10h");
    const visto = de === "agendado" ? marcado : await levar[de](marcado);
    const requestId = randomUUID();
    const mudanca = levar[para](visto, { requestId });
    if (!pode) {
      expect(await recusaDe(mudanca)).toMatchObject({
        code: "conflito",
        message: expect.stringMatching(/^Este /) as string,
      });
      expect((await lerAgendamento(marcado.id)).situacao).toBe(de);
      return expect(await rastroDe(requestId)).toEqual([]);
    }
    expect(await mudanca).toEqual({ id: marcado.id, versao: visto.versao + 1 });
    expect((await lerAgendamento(marcado.id)).situacao).toBe(para);
    const rastro = (await rastroDe(requestId)).filter(({ entidade }) => entidade === "agendamentos");
    expect(rastro).toMatchObject([{ antes: { situacao: de }, depois: { situacao: para } }]);
  });
});

describe.each(Object.keys(levar) as Alvo[])("para %s", (para) => {
  test("é preciso poder agendar, e ter visto como está", async () => {
    const visto = await marcar("10h");
    expect(await recusaDe(levar[para](visto, { actor: ana }))).toMatchObject({ code: "sem_permissao" });
    await registrarChegada(por(), { ...visto, chegou: true });
    expect(await recusaDe(levar[para](visto))).toMatchObject({ code: "conflito", current: { versao: 2 } });
  });
});

test("a chegada é um instante, que se tira, e só do que está aberto", async () => {
  const chegou = await registrarChegada(por(), { ...(await marcar("10h")), chegou: true });
  expect((await lerAgendamento(chegou.id)).chegouEm).toEqual(AGORA);
  const saiu = await registrarChegada(por(), { ...chegou, chegou: false });
  expect((await lerAgendamento(chegou.id)).chegouEm).toBeNull();
  const faltou = await marcarFalta(por(), saiu);
  expect(await recusaDe(registrarChegada(por(), { ...faltou, chegou: true }))).toMatchObject({ code: "conflito" });
  expect(chavesSituacao.filter(emAberto).map((chave) => situacoes[chave])).toEqual(["Agendado", "Confirmado"]);
});

describe("concluir", () => {
  const pagos = (id: number) =>
    linhas(sql`select forma, valor_centavos as centavos from pagamentos where agendamento_id = ${id} order by forma`);

  test("guarda o valor final e cada pagamento; o que falta fica devendo", async () => {
    const visto = await marcar("10h");
    await concluir(por({ now: new Date(as("11h")) }), {
      ...{ ...visto, valorCentavos: 7_500 },
      pagamentos: [
        { forma: "pix", valorCentavos: 5_000 },
        { forma: "dinheiro", valorCentavos: 1_000 },
      ],
    });
    expect(await lerAgendamento(visto.id)).toMatchObject({ valorCentavos: 8_000, valorFinalCentavos: 7_500 });
    expect(await pagos(visto.id)).toEqual([
      { forma: "dinheiro", centavos: 1_000 },
      { forma: "pix", centavos: 5_000 },
    ]);
    const visita = await linhas(
      sql`select ultima_visita_em at time zone 'UTC' as em from usuarios where id = ${maria}`,
    );
    expect(new Date(`${String(visita[0]!.em)}Z`).toISOString()).toBe(as("10h"));
  });

  test("não mais do que o valor cobrado", async () => {
    const visto = await marcar("10h");
    const caro = { ...visto, valorCentavos: 4_000, pagamentos: [{ forma: "pix" as const, valorCentavos: 4_001 }] };
    expect(await recusaDe(concluir(por(), caro))).toMatchObject({
      fields: { pagamentos: "O que foi recebido passa do valor cobrado." },
    });
    expect((await lerAgendamento(visto.id)).situacao).toBe("agendado");
  });

  test("sem valor vale o combinado, e uma visita mais antiga não volta a última", async () => {
    await levar.concluido(await marcar("15h"));
    const visto = await marcar("10h");
    await levar.concluido(visto);
    expect((await lerAgendamento(visto.id)).valorFinalCentavos).toBe(8_000);
    const visita = await linhas(
      sql`select ultima_visita_em at time zone 'UTC' as em from usuarios where id = ${maria}`,
    );
    expect(new Date(`${String(visita[0]!.em)}Z`).toISOString()).toBe(as("15h"));
  });

  test.each([
    ["antes do fim libera o resto", "10h20", "10h20"],
    ["depois do fim não alonga nada", "12h", "11h"],
    ["antes do começo não ocupa nada", "9h", "10h"],
  ])("%s", async (_caso, agora, livre) => {
    const visto = await marcar("10h");
    await levar.concluido(visto, { now: new Date(Date.parse(as(agora)) + 37_000) });
    expect((await lerAgendamento(visto.id)).livreEm).toEqual(new Date(as(livre)));
    if (livre === "10h20") await marcar("10h20", {}, { duracaoMinutos: 40 });
  });
});

test("a falta libera o lugar na hora", async () => {
  await levar.faltou(await marcar("10h"));
  await marcar("10h");
  expect(await sobreposicoes()).toEqual([]);
});

test("cancelar pede um motivo, e cancela o que a visita ainda tem aberto", async () => {
  const { escova, bia } = salao;
  const partes = [
    { funcionarioId: salao.ana, inicio: as("10h"), servicos: [escova] },
    { funcionarioId: bia, inicio: as("11h"), servicos: [escova] },
    { funcionarioId: salao.ana, inicio: as("12h"), servicos: [escova] },
  ];
  const { ids } = await agendar(por(), pedido(partes, { clienteId: maria }));
  await levar.concluido({ id: ids[0]!, versao: 1 });
  const visto = { id: ids[1]!, versao: 1 };
  expect((await recusaDe(cancelar(por(), { ...visto, motivo: "preguica", detalhe: "" }))).fields).toEqual({
    motivo: "Escolha o motivo.",
  });
  await cancelar(por(), { ...visto, motivo: "cliente_doente", detalhe: "gripe" });
  const situacoesDela = await Promise.all(ids.map(async (id) => (await lerAgendamento(id)).situacao));
  expect(situacoesDela).toEqual(["concluido", "cancelado", "cancelado"]);
  expect(await lerAgendamento(ids[2]!)).toMatchObject({ canceladoMotivo: "cliente_doente", canceladoDetalhe: "gripe" });
});

describe("atrasar o resto do dia", () => {
  const pedirAtraso = (vistos: Visto[], minutos = 30) => ({
    ...{ funcionarioId: salao.ana, de: as("9h30"), minutos, vistos },
  });

  test("leva tudo o que está aberto e marca o que sai do horário", async () => {
    const [antes, a, b] = [await marcar("9h", {}, { duracaoMinutos: 30 }), await marcar("10h"), await marcar("17h")];
    const atrasados = await atrasar(por(), pedirAtraso([a, b]));
    expect(atrasados.map(({ id }) => id)).toEqual([a.id, b.id]);
    const depois = await Promise.all([antes, a, b].map(({ id }) => lerAgendamento(id)));
    expect(depois.map(({ inicio }) => inicio.toISOString())).toEqual([as("9h"), as("10h30"), as("17h30")]);
    expect(depois.map(({ foraDoHorario }) => foraDoHorario)).toEqual([false, false, true]);
  });

  test("sem ter visto todos, ou como estão, é recusado", async () => {
    const [a, b] = [await marcar("10h"), await marcar("11h")];
    const frase = "A agenda mudou enquanto isso. Confira de novo antes de atrasar.";
    expect((await recusaDe(atrasar(por(), pedirAtraso([a])))).message).toBe(frase);
    await confirmar(por(), b);
    expect((await recusaDe(atrasar(por(), pedirAtraso([a, b])))).message).toBe(frase);
  });

  test("de quem não existe, ou com um agendamento que nunca houve, não é encontrado", async () => {
    const a = await marcar("10h");
    const ninguem = 2_000_000_000;
    const codigo = async (pedido: ReturnType<typeof pedirAtraso>) => (await recusaDe(atrasar(por(), pedido))).code;
    expect(await codigo({ ...pedirAtraso([a]), funcionarioId: ninguem })).toBe("nao_encontrado");
    expect(await codigo(pedirAtraso([{ ...a, id: ninguem }]))).toBe("nao_encontrado");
    await levar.cancelado(a);
    expect(await codigo(pedirAtraso([a]))).toBe("conflito");
  });

  test("não passa por cima do que não anda", async () => {
    const a = await marcar("10h");
    await levar.concluido(await marcar("11h"), { now: new Date(as("12h")) });
    expect((await recusaDe(atrasar(por(), pedirAtraso([a])))).message).toMatch(/^Ana já tem .* das 11h às 12h/);
  });
});

describe("trocar", () => {
  const horas = async (vistos: Visto[]) =>
    Promise.all(vistos.map(async ({ id }) => (await lerAgendamento(id)).inicio.toISOString()));

  test("dois de profissionais diferentes trocam de hora e de pessoa", async () => {
    const [a, b] = [await marcar("10h"), await marcar("14h", {}, { funcionarioId: salao.bia })];
    await trocar(por(), { um: a, outro: b });
    expect(await horas([a, b])).toEqual([as("14h"), as("10h")]);
    expect((await lerAgendamento(a.id)).funcionarioId).toBe(salao.bia);
  });

  test("dois vizinhos de durações diferentes cabem no mesmo trecho", async () => {
    const [a, b] = [await marcar("10h", {}, { duracaoMinutos: 30 }), await marcar("10h30")];
    await marcar("11h30");
    await trocar(por(), { um: b, outro: a });
    expect(await horas([a, b])).toEqual([as("11h"), as("10h")]);
    expect(await sobreposicoes()).toEqual([]);
  });

  test("quem não cabe no lugar do outro é recusado pelo nome de quem está ali", async () => {
    const [a, b] = [await marcar("10h", {}, { duracaoMinutos: 30 }), await marcar("14h")];
    await marcar("10h30");
    expect((await recusaDe(trocar(por(), { um: a, outro: b }))).message).toMatch(/^Ana já tem .* das 10h30 às 11h30/);
    expect(await horas([a, b])).toEqual([as("10h"), as("14h")]);
  });
});

describe("o que tem agendamentos não se exclui", () => {
  test("nem o serviço, nem o cliente, nem o funcionário: a recusa conta e diz o que fazer", async () => {
    const celia = await contratar("Dona Célia");
    await marcar("10h");
    const visto = (id: number) => [{ actor: celia }, { id, versao: 1 }] as const;
    expect((await recusaDe(excluirServico(...visto(salao.escova)))).message).toBe(
      "1 agendamento usa este serviço. Desative-o em vez de excluir.",
    );
    await marcar("11h");
    expect(await recusaDe(excluirServico(...visto(salao.escova)))).toMatchObject({
      ...{ code: "em_uso", message: "2 agendamentos usam este serviço. Desative-o em vez de excluir." },
    });
    expect((await recusaDe(excluirCliente(...visto(maria)))).message).toBe(
      "2 agendamentos são deste cliente. Desative-o em vez de excluir.",
    );
    expect((await recusaDe(excluirFuncionario(...visto(salao.ana)))).message).toBe(
      "2 agendamentos são deste funcionário. Desative-o em vez de excluir.",
    );
    await excluirFuncionario(...visto(salao.bia));
  });
});
