import { beforeAll, expect, test } from "vitest";
import { agendar } from "@/lib/agendamentos/commands";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";

let carla: Usuario;
let salao: Salao;
beforeAll(async () => {
  carla = await contratar("Carla");
  salao = await abrirSalao();
});
const marcar = (entrada: unknown) => agendar({ actor: carla, now: AGORA }, entrada);

test("Carla agenda Maria com Ana, e preço, duração e preparo são copiados", async () => {
  const { id: clienteId } = await cadastrar("Diego", { nome: "Maria Souza" });
  const { ana, escova, luzes } = salao;
  const { ids } = await marcar(
    pedido({ funcionarioId: ana, inicio: as("14h"), servicos: [escova, luzes] }, { clienteId }),
  );
  expect(await lerAgendamento(ids[0]!)).toMatchObject({
    clienteId,
    valorCentavos: 18_000,
    preparoMinutos: 15,
    origem: "painel",
  });
  const recusa = await recusaDe(marcar(pedido({ funcionarioId: ana, inicio: as("15h"), servicos: [escova] })));
  expect(recusa).toMatchObject({
    code: "conflito",
    message: "Ana já tem um atendimento das 14h às 15h30, com preparo até 15h45 (Maria Souza).",
  });
});
