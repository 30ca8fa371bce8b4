import { beforeEach, describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { agendar } from "@/lib/agendamentos/commands";
import { concluir, desfazer, marcarFalta } from "@/lib/atendimentos/commands";
import type { FormaDePagamento } from "@/lib/domain/agenda";
import { fecharDia, reabrirDia } from "@/lib/fechamentos/commands";
import { verCaixa } from "@/lib/fechamentos/queries";
import { sistema, type Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, pedido, TERCA, type Salao } from "../support/agenda";
import { contratar, recusaDe } from "../support/people";
import { comoSistema, linhas, rastroDe, usando } from "../support/sql";

/** The evening of the Tuesday, after the last of its appointments. */
const NOITE = new Date("2027-03-16T23:00:00Z");

let carla: Usuario;
let salao: Salao;
beforeEach(async () => {
  await usando("dono", async (client) => {
    const tabelas = ["pagamentos", "fechamentos", "agendamento_servicos", "agendamentos"];
    for (const tabela of tabelas) await client.query(`alter table ${tabela} disable trigger user`);
    for (const tabela of tabelas) await client.query(`delete from ${tabela}`);
    for (const tabela of tabelas) await client.query(`alter table ${tabela} enable trigger user`);
  });
  carla = await contratar("Carla");
  salao = await abrirSalao();
});

const noite = (mais = {}) => ({ actor: carla, now: NOITE, ...mais });

async function marcar(hora: string) {
  const parte = { funcionarioId: salao.ana, inicio: as(hora), servicos: [salao.escova] };
  const { ids, versoes } = await agendar({ actor: carla, now: AGORA }, pedido(parte));
  return { id: ids[0]!, versao: versoes[0]! };
}

const receber = async (hora: string, forma: FormaDePagamento, valorCentavos: number) =>
  concluir(noite(), { ...(await marcar(hora)), valorCentavos, pagamentos: [{ forma, valorCentavos }] });

type Valores = { forma: FormaDePagamento; registradoCentavos: number; contadoCentavos: number }[];
const valor = (forma: FormaDePagamento, registrado: number, contado = registrado) => {
  return { forma, registradoCentavos: registrado, contadoCentavos: contado };
};
const fechar = (valores: Valores, mais: object = {}, call = noite()) =>
  fecharDia(call, { dia: TERCA, versao: null, valores, observacao: "", ...mais });

describe("fechar o dia", () => {
  test("guarda por forma o que foi registrado e contado, e deixa o seu rastro", async () => {
    await receber("9h", "dinheiro", 8_000);
    await receber("10h", "pix", 7_000);
    await receber("11h", "dinheiro", 123);
    const caixa = await verCaixa(carla, TERCA, NOITE);
    expect(caixa.registrados).toEqual({ dinheiro: 8_123, pix: 7_000 });
    const requestId = crypto.randomUUID();
    await fechar([valor("dinheiro", 8_123), valor("pix", 7_000)], {}, noite({ requestId }));
    const { fechamento } = await verCaixa(carla, TERCA, NOITE);
    expect(fechamento).toMatchObject({ fechadoPor: "Carla", reabertoEm: null, observacao: "" });
    expect(fechamento!.valores).toEqual({
      dinheiro: { registradoCentavos: 8_123, contadoCentavos: 8_123 },
      pix: { registradoCentavos: 7_000, contadoCentavos: 7_000 },
    });
    expect(await rastroDe(requestId)).toMatchObject([
      { ator_tipo: "usuario", ato: "fechamento.fechar", operacao: "criacao", entidade: "fechamentos" },
    ]);
  });

  test("recusa enquanto houver um agendamento que começou e ninguém disse o que houve", async () => {
    const primeiro = await marcar("9h");
    const meioDia = new Date("2027-03-16T15:00:00Z");
    await marcar("16h");
    expect(await recusaDe(fechar([], {}, noite({ now: meioDia })))).toMatchObject({
      code: "conflito",
      message: expect.stringContaining("1 agendamento deste dia está sem desfecho"),
    });
    expect((await verCaixa(carla, TERCA, NOITE)).semDesfecho).toHaveLength(2);
    await marcarFalta(noite({ now: meioDia }), primeiro);
    // What is still to come today keeps nobody from closing early.
    await expect(fechar([], {}, noite({ now: meioDia }))).resolves.toMatchObject({ versao: 1 });
  });

  test("com diferença pede o motivo, e então a guarda", async () => {
    await receber("9h", "dinheiro", 8_000);
    const faltando = [valor("dinheiro", 8_000, 7_500)];
    expect(await recusaDe(fechar(faltando))).toMatchObject({ fields: { observacao: "Diga o motivo da diferença." } });
    await fechar(faltando, { observacao: "Troco errado de manhã" });
    expect((await verCaixa(carla, TERCA, NOITE)).fechamento).toMatchObject({
      observacao: "Troco errado de manhã",
      valores: { dinheiro: { registradoCentavos: 8_000, contadoCentavos: 7_500 } },
    });
  });

  test("recusa o que não é mais como a pessoa viu, o que já foi fechado e o que ainda não chegou", async () => {
    await receber("9h", "dinheiro", 8_000);
    expect(await recusaDe(fechar([valor("dinheiro", 7_999)]))).toMatchObject({ code: "conflito" });
    expect(await recusaDe(fechar([valor("dinheiro", 8_000), valor("pix", 1)]))).toMatchObject({ code: "conflito" });
    await fechar([valor("dinheiro", 8_000)]);
    expect(await recusaDe(fechar([valor("dinheiro", 8_000)]))).toMatchObject({ message: "Este dia já foi fechado." });
    expect(await recusaDe(fechar([], { dia: "2027-03-17" }))).toMatchObject({ code: "invalido" });
  });

  test("dois que fecham ao mesmo tempo: um só consegue", async () => {
    const tentativas = await Promise.allSettled([fechar([]), fechar([])]);
    expect(tentativas.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("é de quem agenda: quem só vê a agenda e a máquina ficam de fora", async () => {
    const ana = await contratar("Ana", { podeVerAgendamentos: true, podeVerRelatorios: true });
    expect(await recusaDe(fechar([], {}, noite({ actor: ana })))).toMatchObject({ code: "sem_permissao" });
    await expect(verCaixa(ana, TERCA, NOITE)).rejects.toMatchObject({ code: "sem_permissao" });
    expect(await recusaDe(fechar([], {}, noite({ actor: sistema })))).toMatchObject({ code: "invalido" });
  });
});

describe("um dia fechado", () => {
  test("não deixa mudar nem desfazer o que foi recebido, nem por SQL, até ser reaberto com um motivo", async () => {
    const feito = await receber("9h", "pix", 8_000);
    const { id, versao } = await fechar([valor("pix", 8_000)]);
    expect(await recusaDe(desfazer(noite(), feito))).toMatchObject({
      code: "conflito",
      message: expect.stringContaining("O caixa deste dia está fechado."),
    });
    await expect(comoSistema((tx) => tx.execute(sql`update pagamentos set valor_centavos = 1`))).rejects.toMatchObject({
      cause: { code: "HM005" },
    });
    expect(await recusaDe(reabrirDia(noite(), { id, versao, motivo: " " }))).toMatchObject({
      fields: { motivo: "Diga por que o dia é reaberto." },
    });
    await reabrirDia(noite(), { id, versao, motivo: "Cobrado a mais" });
    await desfazer(noite(), feito);
    expect(await linhas(sql`select id from pagamentos`)).toEqual([]);
    expect((await verCaixa(carla, TERCA, NOITE)).fechamento).toMatchObject({ reabertoMotivo: "Cobrado a mais" });
  });

  test("reaberto, é fechado de novo por quem viu a versão de agora; a trilha guarda os dois", async () => {
    const { id, versao } = await fechar([]);
    const aberto = await reabrirDia(noite(), { id, versao, motivo: "Faltou um" });
    expect(await recusaDe(reabrirDia(noite(), { ...aberto, motivo: "Outra vez" }))).toMatchObject({ code: "conflito" });
    await receber("9h", "pix", 100);
    expect(await recusaDe(fechar([valor("pix", 100)], { versao }))).toMatchObject({ code: "conflito" });
    await fechar([valor("pix", 100)], { versao: aberto.versao });
    expect((await verCaixa(carla, TERCA, NOITE)).fechamento).toMatchObject({ reabertoEm: null, reabertoMotivo: null });
    const atos = await linhas<{ ato: string }>(
      sql`select ato from log_auditoria where entidade = 'fechamentos' and entidade_id = ${id} order by id`,
    );
    expect(atos.map(({ ato }) => ato)).toEqual(["fechamento.fechar", "fechamento.reabrir", "fechamento.fechar"]);
  });

  test("o que se recebe depois entra, aparece como depois, e ainda pode ser desfeito", async () => {
    const tarde = await marcar("16h");
    const cedo = new Date("2027-03-16T15:00:00Z");
    await fechar([], {}, noite({ now: cedo }));
    const feito = await concluir(noite(), {
      ...tarde,
      valorCentavos: null,
      pagamentos: [{ forma: "pix", valorCentavos: 8_000 }],
    });
    const { fechamento, registrados } = await verCaixa(carla, TERCA, NOITE);
    expect([fechamento!.valores, registrados]).toEqual([{}, { pix: 8_000 }]);
    await expect(desfazer(noite(), feito)).resolves.toBeDefined();
  });

  test("o dia é o da empresa: o recebido às 23h30 de terça é de terça, e o da meia-noite é de quarta", async () => {
    const emTerca = new Date("2027-03-17T02:59:00Z");
    const emQuarta = new Date("2027-03-17T03:00:00Z");
    for (const [hora, now] of [
      ["9h", emTerca],
      ["10h", emQuarta],
    ] as const)
      await concluir(noite({ now }), {
        ...(await marcar(hora)),
        valorCentavos: 100,
        pagamentos: [{ forma: "pix", valorCentavos: hora === "9h" ? 100 : 7 }],
      });
    expect((await verCaixa(carla, TERCA, emQuarta)).registrados).toEqual({ pix: 100 });
    expect((await verCaixa(carla, "2027-03-17", emQuarta)).registrados).toEqual({ pix: 7 });
  });
});
