import { beforeAll, expect, test } from "vitest";
import { pagamentos } from "@/db/schema";
import { verVisitasDoCliente } from "@/lib/visitas/queries";
import { contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";
import { abrirSalao, as, marcar } from "./cenario";

const agora = as("2026-11-24", "12:00");
let salao: Awaited<ReturnType<typeof abrirSalao>>;

beforeAll(async () => {
  salao = await abrirSalao();
  const { ana, bia, corte, escova, celia, davi } = salao;
  const em = (dia: string, mais: object = {}) =>
    marcar({ funcionarioId: ana.id, clienteId: celia.id, inicio: as(dia, "10:00"), servicos: [corte.id], ...mais });
  const feito = (dia: string, valorCentavos: number, mais: object = {}) =>
    em(dia, { situacao: "concluido", concluidoEm: as(dia, "11:00"), valorCentavos, ...mais });
  await feito("2024-01-10", 5_000);
  const fiado = await feito("2026-10-10", 9_000, { valorFinalCentavos: 8_000 });
  await em("2026-10-20", { situacao: "faltou" });
  await em("2026-12-20", { situacao: "cancelado", canceladoEm: agora, canceladoMotivo: "outro" });
  await em("2026-12-10", { funcionarioId: bia.id, servicos: [escova.id, corte.id] });
  await em("2026-12-01");
  await feito("2026-11-01", 70_000, { clienteId: davi.id });
  await comoSistema((tx) =>
    tx.insert(pagamentos).values([
      { agendamentoId: fiado.id, forma: "fiado", valorCentavos: 3_000, recebidoEm: agora },
      { agendamentoId: fiado.id, forma: "pix", valorCentavos: 5_000, recebidoEm: agora },
    ]),
  );
});

test("conta visitas, faltas e gastos, e mostra o que vem e o que houve", async () => {
  const { proximos, ultimos, ...resto } = await verVisitasDoCliente(await contratar("Carla"), salao.celia.id, agora);
  expect(resto).toEqual({
    ...{ fuso: "America/Sao_Paulo", visitas: 2, faltas: 1, cancelados: 1 },
    gasto: { totalCentavos: 13_000, anoCentavos: 8_000, fiadoCentavos: 3_000 },
  });
  expect(proximos.map(({ inicio, funcionario, servicos }) => [new Date(inicio), funcionario, servicos])).toEqual([
    [as("2026-12-01", "10:00"), "Ana", "Corte"],
    [as("2026-12-10", "10:00"), "Bia", "Escova + Corte"],
  ]);
  expect(ultimos.map(({ situacao }) => situacao)).toEqual(["cancelado", "faltou", "concluido", "concluido"]);
});

test("o gasto é só de quem lê relatórios, e as visitas de quem vê a agenda", async () => {
  const ana = await contratar("Ana", { podeVerAgendamentos: true });
  expect(await verVisitasDoCliente(ana, salao.celia.id, agora)).toMatchObject({ visitas: 2, gasto: null });
  const bruno = await contratar("Bruno", { podeVerRelatorios: true });
  expect((await recusaDe(verVisitasDoCliente(bruno, salao.celia.id, agora))).code).toBe("sem_permissao");
});
