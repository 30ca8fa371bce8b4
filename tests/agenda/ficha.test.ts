import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { agendamentos, agendamentoServicos, pagamentos } from "@/db/schema";
import type { Tx } from "@/db/client";
import type { ChaveAto } from "@/lib/domain/permissoes";
import { verAgendamento } from "@/lib/fichas/queries";
import type { Usuario } from "@/lib/server/actor";
import { contratar, mudar, recusaDe } from "../support/people";
import { abrirSalao, as, como, marcar } from "./cenario";

const DIA = "2026-11-24";
const VISITA = "5d0f6c3e-2a53-4f0c-9a1b-7e1c2f4d8a60";

let carla: Usuario;
let salao: Awaited<ReturnType<typeof abrirSalao>>;

beforeAll(async () => {
  salao = await abrirSalao();
  carla = await contratar("Carla");
  await mudar(salao.celia.id, { observacoes: "Gosta de café" });
});

const fazer = (ato: ChaveAto, requisicao: string, work: (tx: Tx) => Promise<unknown>) =>
  como(carla, ato, requisicao, work);

test("conta tudo o que a ficha mostra", async () => {
  const { ana, bia, corte, escova, celia } = salao;
  const inicio = as(DIA, "14:00");
  const antes = await marcar({
    funcionarioId: ana.id,
    clienteId: celia.id,
    inicio: as("2026-10-01", "10:00"),
    servicos: [corte.id],
    situacao: "concluido",
    concluidoEm: as("2026-10-01", "11:00"),
  });
  await marcar({
    funcionarioId: ana.id,
    clienteId: celia.id,
    inicio: as("2026-09-01", "10:00"),
    servicos: [corte.id],
    situacao: "faltou",
  });
  const parte = await marcar({
    funcionarioId: bia.id,
    clienteId: celia.id,
    inicio: as(DIA, "15:00"),
    servicos: [escova.id],
    visita: VISITA,
  });
  const { id } = await marcar({
    funcionarioId: ana.id,
    clienteId: celia.id,
    inicio,
    servicos: [corte.id, escova.id],
    visita: VISITA,
    observacoes: "Alérgica",
  });
  const ficha = await verAgendamento(carla, id);
  expect(ficha).toMatchObject({
    fuso: "America/Sao_Paulo",
    situacao: "agendado",
    duracaoMinutos: 60,
    funcionario: { nome: "Ana", cor: "violeta", ativo: true },
    cliente: { id: celia.id, nome: "Célia Prado", telefone: "+5511987654321", observacoes: "Gosta de café" },
    servicos: [
      { servicoId: corte.id, nome: "Corte", duracaoMinutos: 30, precoCentavos: null },
      { servicoId: escova.id, nome: "Escova" },
    ],
    pagamentos: [],
    partes: [{ id: parte.id, funcionario: "Bia", servicos: "Escova" }],
    doCliente: { visitas: 1, faltas: 1, anterior: { id: antes.id }, proximo: { id: parte.id } },
  });
  expect(new Date(ficha.inicio)).toEqual(inicio);
});

test("a história diz quem fez o quê, um passo por pedido, com nomes em vez de números", async () => {
  const { ana, bia, corte, escova, davi } = salao;
  const { id } = await marcar({ funcionarioId: ana.id, inicio: as("2026-11-25", "09:00"), servicos: [corte.id] });
  const daqui = eq(agendamentos.id, id);
  await fazer("agendamento.remarcar", "um", (tx) =>
    tx
      .update(agendamentos)
      .set({
        funcionarioId: bia.id,
        inicio: as("2026-11-25", "16:00"),
        fim: as("2026-11-25", "17:00"),
        livreEm: as("2026-11-25", "17:00"),
      })
      .where(daqui),
  );
  await fazer("agendamento.remarcar", "dois", async (tx) => {
    await tx.delete(agendamentoServicos).where(eq(agendamentoServicos.agendamentoId, id));
    await tx
      .insert(agendamentoServicos)
      .values({ agendamentoId: id, ordem: 1, servicoId: escova.id, duracaoMinutos: 45 });
  });
  await fazer("agendamento.editar", "três", (tx) =>
    tx.update(agendamentos).set({ clienteId: davi.id, observacoes: "Com pressa" }).where(daqui),
  );
  await fazer("agendamento.concluir", "quatro", async (tx) => {
    const valores = {
      situacao: "concluido",
      concluidoEm: as("2026-11-25", "17:00"),
      valorFinalCentavos: 6_500,
    } as const;
    await tx.update(agendamentos).set(valores).where(daqui);
    await tx.insert(pagamentos).values({
      agendamentoId: id,
      forma: "pix",
      valorCentavos: 6_500,
      recebidoEm: as("2026-11-25", "17:00"),
    });
  });

  const { historia } = await verAgendamento(carla, id);
  expect(historia.map(({ quem, rotulo }) => [quem, rotulo])).toEqual([
    ["Sistema", "Alterou direto no banco de dados"],
    ["Carla", "Remarcou"],
    ["Carla", "Remarcou"],
    ["Carla", "Editou o agendamento"],
    ["Carla", "Concluiu"],
  ]);
  const [, hora, servicos, edicao, fim] = historia.map(({ mudancas }) => mudancas);
  expect(hora).toEqual([
    { campo: "Início", antes: "25/11/2026, 09:00", depois: "25/11/2026, 16:00" },
    { campo: "Profissional", antes: "Ana", depois: "Bia" },
  ]);
  expect(servicos).toEqual([{ campo: "Serviços", antes: "Corte", depois: "Escova" }]);
  expect(edicao).toEqual([
    { campo: "Observações", antes: null, depois: "Com pressa" },
    { campo: "Cliente", antes: null, depois: "Davi Lopes" },
  ]);
  expect(fim!.map(({ campo, depois }) => `${campo}: ${depois?.replace(/\s/g, " ")}`)).toEqual([
    "Valor final: R$ 65,00",
    "Pagamento: R$ 65,00, Pix",
  ]);

  const bruno = await contratar("Bruno", { podeVerAgendamentos: true });
  const semValor = await verAgendamento(bruno, id);
  expect(semValor).toMatchObject({ valorFinalCentavos: null, pagamentos: null, cliente: { telefone: null } });
  expect(semValor.historia.at(-1)!.mudancas).toEqual([]);
});

test("o que não existe não é encontrado, e quem não vê a agenda não vê a ficha", async () => {
  expect((await recusaDe(verAgendamento(carla, 2_000_000_000))).code).toBe("nao_encontrado");
  const ana = await contratar("Ana", { podeCadastrarCliente: true });
  expect((await recusaDe(verAgendamento(ana, 1))).code).toBe("sem_permissao");
});
