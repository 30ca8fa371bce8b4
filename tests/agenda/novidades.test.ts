import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { agendamentos } from "@/db/schema";
import { verNovidades } from "@/lib/agenda/commands";
import { verAtraso } from "@/lib/atrasos/queries";
import { listarParaConfirmar } from "@/lib/marcacoes/queries";
import { contarNovidades, listarNovidades } from "@/lib/novidades/queries";
import type { Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { comoSistema, contar } from "../support/sql";
import { sql } from "drizzle-orm";
import { abrirSalao, as, como, marcar } from "./cenario";

const DIA = "2026-11-25";

let carla: Usuario;
let celia: Usuario;
let salao: Awaited<ReturnType<typeof abrirSalao>>;

beforeAll(async () => {
  salao = await abrirSalao();
  carla = await contratar("Carla");
  celia = await contratar("Dona Célia");
});

const agora = () => new Date();

test("quem volta lê o que os outros marcaram, moveram e cancelaram, e não o que fez sozinho", async () => {
  const { ana, bia, corte, davi } = salao;
  const { id } = await marcar({
    ...{ funcionarioId: ana.id, clienteId: davi.id, inicio: as(DIA, "10:00"), servicos: [corte.id] },
  });
  const proprio = await marcar({ funcionarioId: bia.id, inicio: as(DIA, "15:00"), servicos: [corte.id] });
  const mudar = (quem: Usuario, ato: "remarcar" | "cancelar", requisicao: string, valores: object, qual = id) =>
    como(quem, `agendamento.${ato}`, requisicao, (tx) =>
      tx.update(agendamentos).set(valores).where(eq(agendamentos.id, qual)),
    );
  const das = (de: string, ate: string) => ({ inicio: as(DIA, de), fim: as(DIA, ate), livreEm: as(DIA, ate) });
  await mudar(carla, "remarcar", "um", das("11:00", "12:00"));
  await mudar(celia, "remarcar", "dois", das("16:00", "17:00"), proprio.id);
  await mudar(carla, "cancelar", "três", {
    ...{ situacao: "cancelado", canceladoEm: as(DIA, "09:00"), canceladoMotivo: "cliente_doente" },
  });

  const { fuso, novidades, ate, mais } = await listarNovidades(celia, agora());
  expect({ fuso, mais }).toEqual({ fuso: "America/Sao_Paulo", mais: false });
  expect(novidades.map(({ tipo, quem, rotulo }) => [tipo, quem, rotulo])).toEqual([
    ["cancelado", "Carla", "Cancelou"],
    ["movido", "Carla", "Remarcou"],
  ]);
  expect(novidades[1]!.mudancas).toEqual([
    { campo: "Início", antes: "25/11/2026, 10:00", depois: "25/11/2026, 11:00" },
  ]);
  expect(novidades[0]!.agendamento).toMatchObject({
    ...{ id, situacao: "cancelado", cliente: "Davi Lopes", profissional: "Ana", servicos: "Corte" },
  });
  expect(await contarNovidades(celia, agora())).toBe(1);
  expect((await listarNovidades(carla, agora())).novidades.map(({ quem }) => quem)).toEqual(["Dona Célia"]);

  await mudar(carla, "remarcar", "quatro", das("17:00", "18:00"), proprio.id);
  await verNovidades({ actor: celia }, { ate });
  const depois = await listarNovidades(celia, agora());
  expect(depois.novidades.map(({ agendamento }) => agendamento.id)).toEqual([proprio.id]);
  await verNovidades({ actor: celia }, { ate: depois.ate });
  expect((await listarNovidades(celia, agora())).novidades).toEqual([]);
  await verNovidades({ actor: celia }, { ate });
  expect(await contarNovidades(celia, agora())).toBe(0);
});

test("ninguém dá por lido o que ainda não aconteceu", async () => {
  await verNovidades({ actor: carla }, { ate: "2199-01-01T00:00:00Z" });
  expect(await contar(sql`from agenda_vistas where vista_em > now() + interval '1 minute'`)).toBe(0);
});

test("a lista de amanhã tem só quem ainda não confirmou, e deixa para o fim quem não tem telefone", async () => {
  const { ana, bia, corte, celia: cliente, davi } = salao;
  const dia = "2026-12-03";
  const em = (hora: string, mais: object) =>
    marcar({ funcionarioId: ana.id, inicio: as(dia, hora), servicos: [corte.id], ...mais });
  await comoSistema((tx) => tx.execute(sql`update usuarios set telefone = null where id = ${cliente.id}`));
  const semTelefone = await em("09:00", { clienteId: cliente.id });
  const pergunta = await em("11:00", { clienteId: davi.id, atendido: "O filho" });
  await em("12:00", { clienteId: davi.id, situacao: "confirmado" });
  await em("13:00", {});
  await marcar({ funcionarioId: bia.id, inicio: as("2026-12-04", "00:00"), clienteId: davi.id, servicos: [corte.id] });
  const { empresa, itens } = await listarParaConfirmar(carla, dia);
  expect(empresa).toBe("Salão da Ana");
  expect(itens.map(({ id, telefone }) => [id, telefone])).toEqual([
    [pergunta.id, "+5511912345678"],
    [semTelefone.id, null],
  ]);
  expect(itens[0]).toMatchObject({ versao: 1, cliente: "Davi Lopes", atendido: "O filho", profissional: "Ana" });
});

test("antes de atrasar o resto do dia vê-se o que muda, e o que fica no caminho", async () => {
  const { bia, corte } = salao;
  const dia = "2026-12-08";
  const em = (hora: string, mais: object = {}) =>
    marcar({ funcionarioId: bia.id, inicio: as(dia, hora), servicos: [corte.id], ...mais });
  await em("09:00");
  const um = await em("14:00");
  await em("15:00", { situacao: "cancelado", canceladoEm: as(dia, "10:00"), canceladoMotivo: "outro" });
  const outro = await em("17:00");
  await marcar({ funcionarioId: bia.id, inicio: as("2026-12-09", "09:00"), servicos: [corte.id] });
  const pedido = { funcionario: bia.id, de: as(dia, "13:30"), minutos: 30 };
  const { itens } = await verAtraso(carla, pedido, as(dia, "13:30"));
  expect(itens.map(({ id, versao, novoInicio }) => [id, versao, new Date(novoInicio)])).toEqual([
    [um.id, 1, as(dia, "14:30")],
    [outro.id, 1, as(dia, "17:30")],
  ]);
  expect(itens[0]!.avisos).toEqual([]);
  expect(itens[1]!.avisos).toHaveLength(1);
});

test("antes de atrasar vê-se também que a visita tem mais um atendimento, que não muda", async () => {
  const { ana, bia, corte } = salao;
  const [dia, visita] = ["2026-12-10", randomUUID()];
  const parte = { servicos: [corte.id], visita };
  await marcar({ ...parte, funcionarioId: bia.id, inicio: as(dia, "14:00") });
  await marcar({ ...parte, funcionarioId: ana.id, inicio: as(dia, "15:00") });
  const pedido = { funcionario: bia.id, de: as(dia, "13:30"), minutos: 30 };
  const { itens } = await verAtraso(carla, pedido, as(dia, "13:30"));
  expect(itens[0]!.avisos).toEqual([expect.stringMatching(/^A visita tem mais um atendimento, com /)]);
});

test("só quem pode pergunta", async () => {
  const bruno = await contratar("Bruno");
  for (const promise of [listarNovidades(bruno, agora()), listarParaConfirmar(bruno, DIA)]) {
    expect((await recusaDe(promise)).code).toBe("sem_permissao");
  }
});
