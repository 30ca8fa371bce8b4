import { beforeAll, expect, test } from "vitest";
import { agendar } from "@/lib/agendamentos/commands";
import { concluir, desfazer } from "@/lib/atendimentos/commands";
import { anotarNota } from "@/lib/recibos/commands";
import { verRecibo } from "@/lib/recibos/queries";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, pedido } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";

let carla: Usuario;
let feito: { id: number; versao: number };
const por = () => ({ actor: carla, now: AGORA });

beforeAll(async () => {
  carla = await contratar("Carla");
  const { ana, escova } = await abrirSalao();
  const { id: clienteId } = await cadastrar("Diego", { nome: "Maria Souza", telefone: "+5511987654321" });
  const parte = { funcionarioId: ana, inicio: as("9h"), servicos: [escova] };
  const { ids, versoes } = await agendar(por(), pedido(parte, { clienteId }));
  await expect(verRecibo(carla, ids[0]!)).rejects.toMatchObject({ code: "nao_encontrado" });
  feito = await concluir(por(), {
    id: ids[0]!,
    versao: versoes[0]!,
    valorCentavos: 7_550,
    pagamentos: [{ forma: "pix", valorCentavos: 5_000 }],
  });
});

test("tem a empresa, o cliente, os itens, os pagamentos e o valor cobrado", async () => {
  expect(await verRecibo(carla, feito.id)).toMatchObject({
    empresa: "Salão da Dona Célia",
    cliente: "Maria Souza",
    telefone: "+5511987654321",
    dia: "2027-03-16",
    profissional: "Ana",
    servicos: [{ precoCentavos: 8_000 }],
    valorCentavos: 8_000,
    valorFinalCentavos: 7_550,
    pagamentos: [{ forma: "pix", valorCentavos: 5_000 }],
    notaFiscal: null,
  });
});

test("o número da nota se anota, se corrige e se tira, por quem viu a versão de agora", async () => {
  const anotado = await anotarNota(por(), { ...feito, notaFiscal: " NF-e  1234 " });
  expect((await verRecibo(carla, feito.id)).notaFiscal).toBe("NF-e 1234");
  expect(await recusaDe(anotarNota(por(), { ...feito, notaFiscal: "99" }))).toMatchObject({ code: "conflito" });
  const tirado = await anotarNota(por(), { ...anotado, notaFiscal: "" });
  expect((await verRecibo(carla, feito.id)).notaFiscal).toBeNull();
  feito = tirado;
});

test("quem só vê a agenda não o vê; desfazer traz a nota de volta", async () => {
  const ana = await contratar("Ana", { podeVerAgendamentos: true });
  await expect(verRecibo(ana, feito.id)).rejects.toMatchObject({ code: "sem_permissao" });
  await desfazer(por(), feito);
  expect((await verRecibo(carla, feito.id)).notaFiscal).toBe("NF-e 1234");
});
