import { beforeAll, describe, expect, test } from "vitest";
import { agendar, editarAgendamento, remarcar } from "@/lib/agendamentos/commands";
import {
  atrasar,
  cancelar,
  concluir,
  confirmar,
  desfazer,
  marcarFalta,
  registrarChegada,
  trocar,
} from "@/lib/atendimentos/commands";
import { sql } from "drizzle-orm";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, sobreposicoes, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema, contar, linhas } from "../support/sql";

let carla: Usuario;
let salao: Salao;
let maria: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  maria = (await cadastrar("Diego", { nome: "Maria Souza" })).id;
});
// Each test has professionals of its own.
const novoDia = async () => (salao = await abrirSalao());
const por = () => ({ actor: carla, now: AGORA });

async function marcar(hora: string, mudancas = {}) {
  const parte = { funcionarioId: salao.ana, inicio: as(hora), servicos: [salao.escova] };
  const { ids, versoes } = await agendar(por(), pedido(parte, { clienteId: maria, ...mudancas }));
  return { id: ids[0]!, versao: versoes[0]! };
}

/** All that an appointment is, without its stamps and the numbers of its rows. */
async function retrato(id: number) {
  const { versao: _, criadoEm: __, atualizadoEm: ___, ...linha } = await lerAgendamento(id);
  const servicos = await linhas(sql`select ordem, servico_id, duracao_minutos, preco_centavos
    from agendamento_servicos where agendamento_id = ${id} order by ordem`);
  const pagos = await linhas(sql`select forma, valor_centavos, recebido_em from pagamentos
    where agendamento_id = ${id} order by forma`);
  const visita = await linhas(sql`select ultima_visita_em from usuarios where id = ${linha.clienteId}`);
  return { linha, servicos, pagos, visita };
}

type Visto = { id: number; versao: number };
const outrosDe = (id: number) =>
  linhas<Visto>(sql`select o.id, o.versao from agendamentos o join agendamentos a using (funcionario_id)
    where a.id = ${id} and o.id <> a.id`);
const atos: Record<string, (visto: Visto) => Promise<Visto>> = {
  confirmar: (visto) => confirmar(por(), visto),
  "registrar a chegada": (visto) => registrarChegada(por(), { ...visto, chegou: true }),
  concluir: (visto) =>
    concluir(por(), {
      ...visto,
      valorCentavos: 9_000,
      pagamentos: [
        { forma: "pix", valorCentavos: 5_000 },
        { forma: "dinheiro", valorCentavos: 4_000 },
      ],
    }),
  "marcar falta": (visto) => marcarFalta(por(), visto),
  cancelar: (visto) => cancelar(por(), { ...visto, motivo: "cliente_doente", detalhe: "gripe" }),
  editar: (visto) =>
    editarAgendamento(por(), { ...visto, clienteId: null, atendido: "a filha", observacoes: "sem amônia" }),
  "remarcar a hora": (visto) => remarcar(por(), { ...visto, inicio: as("16h"), cientes: [] }),
  "remarcar com Bia": (visto) => remarcar(por(), { ...visto, funcionarioId: salao.bia, cientes: [] }),
  "remarcar os serviços": (visto) => remarcar(por(), { ...visto, servicos: [salao.luzes, salao.escova], cientes: [] }),
  "trocar um serviço por outro igual": (visto) => remarcar(por(), { ...visto, servicos: [salao.igual], cientes: [] }),
  encaixar: (visto) => remarcar(por(), { ...visto, encaixe: { motivo: "noiva" }, cientes: [] }),
};

describe.each(Object.keys(atos))("desfazer e refazer: %s", (nome) => {
  test("volta tudo como era, e de novo como ficou", async () => {
    await novoDia();
    const marcado = await marcar("10h");
    const antes = await retrato(marcado.id);
    const feito = await atos[nome]!(marcado);
    const depois = await retrato(marcado.id);
    expect(depois).not.toEqual(antes);

    const desfeito = await desfazer(por(), feito);
    expect(await retrato(marcado.id)).toEqual(antes);
    expect(desfeito.versao).toBeGreaterThan(feito.versao);
    await desfazer(por(), desfeito);
    expect(await retrato(marcado.id)).toEqual(depois);
  });
});

test("o que se refaz conta como a última visita, também se antes outra veio depois dela", async () => {
  await novoDia();
  const clienteId = (await cadastrar("Diego")).id;
  const tarde = await atos.concluir!(await marcar("15h", { clienteId }));
  const cedo = await atos.concluir!(await marcar("10h", { clienteId }));
  const aberto = await desfazer(por(), cedo);
  await desfazer(por(), tarde);
  await desfazer(por(), aberto);
  const [cliente] = await linhas<{ em: string }>(
    sql`select to_json(ultima_visita_em at time zone 'UTC') #>> '{}' as em from usuarios where id = ${clienteId}`,
  );
  expect(new Date(`${cliente!.em}Z`).toISOString()).toBe(as("10h"));
});

test("desfazer o agendamento cancela por engano, e refazer o marca outra vez", async () => {
  await novoDia();
  const marcado = await marcar("10h");
  const antes = await retrato(marcado.id);
  const desfeito = await desfazer(por(), marcado);
  expect(await lerAgendamento(marcado.id)).toMatchObject({ situacao: "cancelado", canceladoMotivo: "engano" });
  expect(await contar(sql`from agendamento_servicos where agendamento_id = ${marcado.id}`)).toBe(1);
  await desfazer(por(), desfeito);
  expect(await retrato(marcado.id)).toEqual(antes);
});

test("desfazer uma visita desfaz todas as partes", async () => {
  await novoDia();
  const { ana, bia, escova } = salao;
  const partes = [
    { funcionarioId: ana, inicio: as("10h"), servicos: [escova] },
    { funcionarioId: bia, inicio: as("11h"), servicos: [escova] },
  ];
  const { ids, versoes } = await agendar(por(), pedido(partes));
  const movida = await remarcar(por(), { id: ids[0]!, versao: versoes[0]!, inicio: as("13h"), cientes: [] });
  expect((await lerAgendamento(ids[1]!)).inicio.toISOString()).toBe(as("14h"));
  const voltou = await desfazer(por(), movida);
  expect((await lerAgendamento(ids[1]!)).inicio.toISOString()).toBe(as("11h"));
  const cancelada = await cancelar(por(), { ...voltou, motivo: "outro", detalhe: "" });
  expect((await lerAgendamento(ids[1]!)).situacao).toBe("cancelado");
  await desfazer(por(), cancelada);
  expect((await lerAgendamento(ids[1]!)).situacao).toBe("agendado");
});

describe("quando outro tomou o lugar", () => {
  const recusa = "Não dá para desfazer: Ana já tem um atendimento das 10h às 11h (João Lima).";
  test.each(["cancelar", "marcar falta", "remarcar a hora", "remarcar com Bia"])("não se desfaz %s", async (nome) => {
    await novoDia();
    const feito = await atos[nome]!(await marcar("10h"));
    const joao = (await cadastrar("Diego", { nome: "João Lima" })).id;
    await marcar("10h", { clienteId: joao });
    expect(await recusaDe(desfazer(por(), feito))).toMatchObject({ code: "conflito", message: recusa });
    expect(await sobreposicoes()).toEqual([]);
  });

  test("o encaixe desfeito não volta a ser normal sobre outro", async () => {
    await novoDia();
    await marcar("10h");
    const encaixe = await marcar("10h30", { encaixe: { motivo: "noiva" } });
    expect((await recusaDe(remarcar(por(), { ...encaixe, encaixe: null, cientes: [] }))).message).toMatch(
      /^Ana já tem um atendimento das 10h às 11h/,
    );
    const livre = await remarcar(por(), { ...encaixe, inicio: as("12h"), cientes: [] });
    const normal = await remarcar(por(), { ...livre, encaixe: null, cientes: [] });
    expect(await lerAgendamento(normal.id)).toMatchObject({ encaixe: false, encaixeMotivo: null });
  });
});

test("confirmar sob um encaixe se desfaz: não toma tempo de ninguém", async () => {
  await novoDia();
  const marcado = await marcar("10h");
  await marcar("10h30", { encaixe: { motivo: "noiva" } });
  const confirmado = await confirmar(por(), marcado);
  await desfazer(por(), confirmado);
  expect((await lerAgendamento(marcado.id)).situacao).toBe("agendado");
});

test("o que está sob um encaixe muda, atrasa e se desfaz: a sobreposição já estava decidida", async () => {
  await novoDia();
  const marcado = await marcar("10h");
  await marcar("10h30", { encaixe: { motivo: "noiva" } });
  const menor = await remarcar(por(), { ...marcado, duracaoMinutos: 45, cientes: [] });
  const concluido = await concluir(por(), { ...menor, valorCentavos: null, pagamentos: [] });
  const aberto = await desfazer(por(), concluido);
  expect((await lerAgendamento(marcado.id)).situacao).toBe("agendado");
  const [atrasado] = await atrasar(por(), {
    ...{ funcionarioId: salao.ana, de: as("10h"), minutos: 15 },
    vistos: [{ id: marcado.id, versao: aberto.versao }, ...(await outrosDe(marcado.id))],
  });
  expect((await lerAgendamento(atrasado!.id)).inicio.toISOString()).toBe(as("10h15"));
});

test("o encaixe que já começou não segura quem atrasa", async () => {
  await novoDia();
  const marcado = await marcar("10h");
  await marcar("9h30", { encaixe: { motivo: "noiva" } });
  const pedido = { funcionarioId: salao.ana, de: as("10h"), minutos: 15, vistos: [marcado] };
  expect(await atrasar(por(), pedido)).toHaveLength(1);
});

test("uma parte de visita não troca de lugar sem as outras", async () => {
  await novoDia();
  const partes = [
    { funcionarioId: salao.ana, inicio: as("13h"), servicos: [salao.escova] },
    { funcionarioId: salao.bia, inicio: as("14h"), servicos: [salao.igual] },
  ];
  const { ids, versoes } = await agendar(por(), pedido(partes, { clienteId: maria }));
  const outro = await marcar("16h");
  const troca = trocar(por(), { um: { id: ids[0]!, versao: versoes[0]! }, outro });
  expect((await recusaDe(troca)).message).toMatch(/parte de uma visita/);
});

test("o atraso e a troca se desfazem inteiros", async () => {
  await novoDia();
  const [a, b] = [await marcar("10h"), await marcar("11h")];
  const atrasados = await atrasar(por(), {
    ...{ funcionarioId: salao.ana, de: as("9h"), minutos: 30 },
    vistos: [a, b],
  });
  expect((await lerAgendamento(b.id)).inicio.toISOString()).toBe(as("11h30"));
  await desfazer(por(), atrasados[0]!);
  const horas = async () =>
    [await lerAgendamento(a.id), await lerAgendamento(b.id)].map((um) => um.inicio.toISOString());
  expect(await horas()).toEqual([as("10h"), as("11h")]);
  const agora = [await lerAgendamento(a.id), await lerAgendamento(b.id)].map(({ id, versao }) => ({ id, versao }));
  const trocados = await trocar(por(), { um: agora[0], outro: agora[1] });
  expect(await horas()).toEqual([as("11h"), as("10h")]);
  await desfazer(por(), trocados[1]!);
  expect(await horas()).toEqual([as("10h"), as("11h")]);
});

test("não se desfaz o que tocou um agendamento que mudou depois", async () => {
  await novoDia();
  const [a, b] = [await marcar("10h"), await marcar("11h")];
  const [atrasado, outro] = await atrasar(por(), {
    ...{ funcionarioId: salao.ana, de: as("9h"), minutos: 30 },
    vistos: [a, b],
  });
  await confirmar(por(), outro!);
  expect(await recusaDe(desfazer(por(), atrasado!))).toMatchObject({
    code: "conflito",
    message: "Outro agendamento desta mudança já mudou depois. Desfaça primeiro o que veio por último.",
  });
});

test("não se desfaz o que não foi feito na agenda, nem o que já é outro", async () => {
  await novoDia();
  const marcado = await marcar("10h");
  await comoSistema((tx) => tx.execute(sql`update agendamentos set observacoes = 'à mão' where id = ${marcado.id}`));
  expect((await recusaDe(desfazer(por(), { ...marcado, versao: 2 }))).message).toMatch(/não foi feita na agenda/);
  expect(await recusaDe(desfazer(por(), marcado))).toMatchObject({ code: "conflito", current: { versao: 2 } });
  expect(await recusaDe(desfazer(por(), { id: 2_000_000_000, versao: 1 }))).toMatchObject({ code: "nao_encontrado" });
});
