import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bloqueios, servicos } from "@/db/schema";
import { agendar, editarAgendamento, manterForaDoHorario, remarcar } from "@/lib/agendamentos/commands";
import { cancelar, concluir } from "@/lib/atendimentos/commands";
import type { RemarcarInput } from "@/lib/agendamentos/schema";
import type { Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema, linhas, rastroDe } from "../support/sql";

let carla: Usuario;
let salao: Salao;
let maria: number;
beforeAll(async () => {
  carla = await contratar("Carla");
  maria = (await cadastrar("Diego", { nome: "Maria Souza" })).id;
});
beforeEach(async () => {
  salao = await abrirSalao();
});
const por = () => ({ actor: carla, now: AGORA });

async function marcar(hora: string, mudancas = {}, parte = {}) {
  const uma = { funcionarioId: salao.ana, inicio: as(hora), servicos: [salao.escova], ...parte };
  const { ids, versoes } = await agendar(por(), pedido(uma, { clienteId: maria, ...mudancas }));
  return { id: ids[0]!, versao: versoes[0]! };
}
const mudar = (visto: { id: number; versao: number }, mudancas: Partial<RemarcarInput>, mais = {}) =>
  remarcar({ ...por(), ...mais }, { ...visto, cientes: [], ...mudancas });
const servicosDe = (id: number) =>
  linhas(sql`select servico_id as id, duracao_minutos as minutos, preco_centavos as centavos
    from agendamento_servicos where agendamento_id = ${id} order by ordem`);

test("muda só a hora: duração, profissional e preço ficam, e a trilha tem uma linha", async () => {
  const visto = await marcar("10h", {}, { duracaoMinutos: 75 });
  const requestId = randomUUID();
  expect(await mudar(visto, { inicio: as("14h") }, { requestId })).toEqual({ id: visto.id, versao: 2 });
  expect(await lerAgendamento(visto.id)).toMatchObject({ fim: new Date(as("15h15")), funcionarioId: salao.ana });
  expect(await rastroDe(requestId)).toMatchObject([{ ato: "agendamento.remarcar", entidade: "agendamentos" }]);
});

test("nada mudado não deixa rastro nem sobe a versão", async () => {
  const visto = await marcar("10h");
  const requestId = randomUUID();
  expect(await mudar(visto, { inicio: as("10h"), servicos: [salao.escova] }, { requestId })).toEqual(visto);
  expect(await rastroDe(requestId)).toEqual([]);
});

describe("serviços", () => {
  test("o que foi combinado fica, e só o novo custa o de hoje", async () => {
    const visto = await marcar("10h");
    const mais = (id: number) =>
      comoSistema((tx) =>
        tx
          .update(servicos)
          .set({ precoCentavos: 20_000 })
          .where(sql`id = ${id}`),
      );
    await mais(salao.escova);
    await mais(salao.luzes);
    await mudar(visto, { servicos: [salao.escova, salao.luzes] });
    expect(await servicosDe(visto.id)).toEqual([
      { id: salao.escova, minutos: 60, centavos: 8_000 },
      { id: salao.luzes, minutos: 30, centavos: 20_000 },
    ]);
    expect(await lerAgendamento(visto.id)).toMatchObject({
      ...{ valorCentavos: 28_000, fim: new Date(as("11h30")), livreEm: new Date(as("11h45")), preparoMinutos: 15 },
    });
  });

  test("trocar um por outro igual também sobe a versão", async () => {
    const visto = await marcar("10h");
    expect((await mudar(visto, { servicos: [salao.igual] })).versao).toBe(2);
    expect(await recusaDe(mudar(visto, { servicos: [salao.escova] }))).toMatchObject({ code: "conflito" });
  });

  test("duração nula volta a ser a dos serviços", async () => {
    const visto = await marcar("10h", {}, { duracaoMinutos: 20 });
    await mudar(visto, { duracaoMinutos: null });
    expect((await lerAgendamento(visto.id)).fim).toEqual(new Date(as("11h")));
  });
});

describe("recusas", () => {
  test("o lugar de outro, pelo nome, com três sugestões", async () => {
    await marcar("14h");
    const recusa = await recusaDe(mudar(await marcar("10h"), { inicio: as("14h30") }));
    expect(recusa.message).toBe("Ana já tem um atendimento das 14h às 15h (Maria Souza).");
    expect(recusa.sugestoes).toHaveLength(3);
  });

  test("mas o próprio lugar não atrapalha", async () => {
    const visto = await marcar("10h");
    await mudar(visto, { inicio: as("10h30") });
  });

  test("a versão velha, com a nova", async () => {
    const visto = await marcar("10h");
    await mudar(visto, { inicio: as("11h") });
    const recusa = await recusaDe(mudar(visto, { inicio: as("12h") }));
    expect(recusa).toMatchObject({ code: "conflito", current: { versao: 2, inicio: as("11h") } });
  });

  test("o que não está mais aberto", async () => {
    const visto = await marcar("10h");
    const cancelado = await cancelar(por(), { ...visto, motivo: "outro", detalhe: "" });
    const frase = "Este agendamento já foi cancelado. Desfaça isso antes de mudá-lo.";
    expect((await recusaDe(mudar(cancelado, { inicio: as("11h") }))).message).toBe(frase);
  });

  test("quem não pode agendar", async () => {
    const ana = await contratar("Ana");
    const visto = await marcar("10h");
    expect(await recusaDe(mudar(visto, { inicio: as("11h") }, { actor: ana }))).toMatchObject({
      code: "sem_permissao",
    });
  });
});

describe("visita", () => {
  async function visita() {
    const { ana, bia, escova } = salao;
    const partes = [
      { funcionarioId: ana, inicio: as("10h"), servicos: [escova] },
      { funcionarioId: bia, inicio: as("11h"), servicos: [escova] },
    ];
    const { ids, versoes } = await agendar(por(), pedido(partes, { clienteId: maria }));
    return { ids, visto: { id: ids[0]!, versao: versoes[0]! } };
  }

  test("anda inteira quando a hora muda", async () => {
    const { ids, visto } = await visita();
    await mudar(visto, { inicio: as("10h30") });
    expect((await lerAgendamento(ids[1]!)).inicio).toEqual(new Date(as("11h30")));
  });

  test("ou não anda", async () => {
    const { ids, visto } = await visita();
    await marcar("15h", {}, { funcionarioId: salao.bia });
    expect((await recusaDe(mudar(visto, { inicio: as("14h") }))).message).toMatch(/^Bia já tem/);
    expect((await lerAgendamento(ids[0]!)).inicio).toEqual(new Date(as("10h")));
  });

  test("muda de cliente inteira, e só a parte de profissional", async () => {
    const { ids, visto } = await visita();
    const { id: rita } = await cadastrar("Diego", { nome: "Rita" });
    const editado = await editarAgendamento(por(), { ...visto, clienteId: rita, atendido: "", observacoes: "" });
    expect((await lerAgendamento(ids[1]!)).clienteId).toBe(rita);
    await mudar(editado, { funcionarioId: salao.bia });
    expect((await lerAgendamento(ids[1]!)).inicio).toEqual(new Date(as("11h")));
  });
});

describe("avisos já aceitos não se repetem", () => {
  test("no mesmo lugar", async () => {
    const visto = await marcar("17h30", { cientes: ["fechado"] });
    await mudar(visto, { servicos: [salao.igual] });
    expect((await lerAgendamento(visto.id)).foraDoHorario).toBe(true);
  });

  test("mas valem para outra hora, e de volta ao expediente a marca some", async () => {
    const visto = await marcar("17h30", { cientes: ["fechado"] });
    expect(await recusaDe(mudar(visto, { inicio: as("18h") }))).toMatchObject({ code: "aviso" });
    await mudar(visto, { inicio: as("12h") });
    expect((await lerAgendamento(visto.id)).foraDoHorario).toBe(false);
  });
});

test("manter decide que fica, ainda que um bloqueio diga outra coisa", async () => {
  const visto = await marcar("10h");
  const dela = { funcionarioId: salao.ana, motivo: "folga" as const };
  await comoSistema((tx) =>
    tx.insert(bloqueios).values({ ...dela, inicio: new Date(as("9h")), fim: new Date(as("12h")) }),
  );
  const { versao } = await manterForaDoHorario(por(), visto);
  expect(await lerAgendamento(visto.id)).toMatchObject({ foraDoHorario: true, versao });
});

test("o cliente de um atendimento concluído não muda, as observações sim", async () => {
  const visto = await marcar("10h");
  const feito = await concluir(por(), { ...visto, valorCentavos: null, pagamentos: [] });
  const ficha = { clienteId: maria, atendido: null, observacoes: "alergia a amônia" };
  expect((await recusaDe(editarAgendamento(por(), { ...feito, ...ficha, clienteId: null }))).code).toBe("conflito");
  await editarAgendamento(por(), { ...feito, ...ficha });
  expect((await lerAgendamento(visto.id)).observacoes).toBe("alergia a amônia");
});
