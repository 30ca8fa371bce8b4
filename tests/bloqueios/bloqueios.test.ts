import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendamentos, bloqueios, configuracaoEmpresa } from "@/db/schema";
import { agendar, manterForaDoHorario, remarcar } from "@/lib/agendamentos/commands";
import { criarBloqueio, excluirBloqueio } from "@/lib/bloqueios/commands";
import { agendamentosAfetados, contarPendencias, listarPendencias } from "@/lib/bloqueios/queries";
import { pedidoDeAfetadosSchema } from "@/lib/bloqueios/schema";
import { naParede, minutoDe } from "@/lib/domain/tempo";
import { desativarFuncionario, editarFuncionario } from "@/lib/funcionarios/commands";
import { verFuncionario } from "@/lib/funcionarios/queries";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { db } from "@/db/client";
import { abrirSalao, AGORA, as, pedido, TERCA, type Salao } from "../support/agenda";
import { cadastrar, contratar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

let carla: Usuario;
let salao: Salao;
beforeAll(async () => {
  carla = await contratar("Carla");
});
// Each test begins with an agenda in which nothing is booked.
const cancelado = { situacao: "cancelado", canceladoMotivo: "engano", canceladoEm: AGORA } as const;
beforeEach(async () => {
  await comoSistema((tx) => tx.delete(bloqueios));
  await comoSistema((tx) => tx.update(agendamentos).set(cancelado));
  salao = await abrirSalao();
});

const bloqueio = (mudancas: object = {}) => ({
  funcionarioId: salao.ana,
  inicio: as("14h"),
  fim: as("18h"),
  motivo: "doenca",
  descricao: "",
  repetir: null,
  ...mudancas,
});
const bloquear = (mudancas: object = {}, requestId?: string) =>
  criarBloqueio({ actor: carla, now: AGORA, requestId }, bloqueio(mudancas));
async function marcar(hora: string, funcionarioId = salao.ana, cientes: string[] = []) {
  const { ids, versoes } = await agendar(
    { actor: carla, now: AGORA },
    pedido({ funcionarioId, inicio: as(hora), servicos: [salao.escova] }, { cientes }),
  );
  return { id: ids[0]!, versao: versoes[0]! };
}
const pendencias = async () => (await listarPendencias(carla, AGORA)).pendencias;
const linhas = (serie: string | null = null) =>
  db()
    .select()
    .from(bloqueios)
    .where(serie ? sql`serie = ${serie}` : undefined)
    .orderBy(bloqueios.inicio);

describe("criar", () => {
  test("conta quem atinge, deixa o agendamento onde está e o lista como pendência com o motivo", async () => {
    const { id: clienteId } = await cadastrar("Diego");
    const { ids } = await agendar(
      { actor: carla, now: AGORA },
      pedido({ funcionarioId: salao.ana, inicio: as("14h"), servicos: [salao.escova] }, { clienteId }),
    );
    await marcar("13h");
    await marcar("14h", salao.bia);
    const requestId = randomUUID();
    const criado = await bloquear({}, requestId);
    expect(criado).toMatchObject({ vezes: 1, afetados: 1 });
    expect(await rastroDe(requestId)).toMatchObject([
      { ato: "bloqueio.criar", entidade: "bloqueios", entidade_id: criado.id },
    ]);
    expect(await pendencias()).toMatchObject([
      { id: ids[0], cliente: "Diego", profissional: "Ana", motivos: ["Bloqueio até 18h: doença."], visita: false },
    ]);
    expect(await contarPendencias(carla, AGORA)).toBe(1);
    expect(await contarPendencias(carla, AGORA, salao.bia)).toBe(0);
  });

  test("de todos atinge a agenda de cada um", async () => {
    await marcar("14h");
    await marcar("16h", salao.bia);
    expect(await bloquear({ funcionarioId: null })).toMatchObject({ afetados: 2 });
    expect(await pendencias()).toHaveLength(2);
  });

  test("mantido, não volta à lista; remarcado para onde cabe, também não", async () => {
    const mantido = await marcar("14h");
    const movido = await marcar("16h");
    await bloquear();
    await manterForaDoHorario({ actor: carla, now: AGORA }, mantido);
    await remarcar({ actor: carla, now: AGORA }, { ...movido, funcionarioId: salao.bia, cientes: [] });
    expect(await pendencias()).toEqual([]);
  });

  test("repetido vira linhas de uma série na mesma hora da parede, também quando os relógios mudam", async () => {
    await comoSistema((tx) => tx.update(configuracaoEmpresa).set({ fuso: "Europe/Lisbon" }));
    const { vezes } = await bloquear({
      inicio: "2027-03-23T12:00:00.000Z",
      fim: "2027-03-23T13:00:00.000Z",
      repetir: { cada: "semana", dias: [], ate: "2027-04-06" },
    });
    const feitas = await linhas();
    expect(vezes).toBe(3);
    expect(new Set(feitas.map(({ serie }) => serie)).size).toBe(1);
    expect(feitas.map(({ inicio }) => naParede(minutoDe(inicio), "Europe/Lisbon"))).toEqual(
      ["2027-03-23", "2027-03-30", "2027-04-06"].map((dia) => ({ dia, minutos: 720 })),
    );
    expect(feitas.map(({ inicio }) => inicio.getUTCHours())).toEqual([12, 11, 11]);
    await comoSistema((tx) => tx.update(configuracaoEmpresa).set({ fuso: "America/Sao_Paulo" }));
  });

  test.each([
    ["o fim antes do início", { fim: "2027-03-16T16:00:00.000Z" }, { fim: "O fim precisa vir depois do início." }],
    [
      "mais de 400 dias",
      { fim: "2029-03-16T16:00:00.000Z" },
      { fim: "Um bloqueio vai até 400 dias. Para mais tempo, desative o profissional." },
    ],
    [
      "quem não existe",
      { funcionarioId: 2_147_483_647 },
      { funcionarioId: "Este profissional não existe mais. Escolha outro." },
    ],
    [
      "mais de 400 vezes",
      { repetir: { cada: "semana", dias: [0, 1, 2, 3, 4, 5, 6], ate: "2029-01-01" } },
      { "repetir.ate": "Isto daria mais de 400 bloqueios. Escolha um último dia mais próximo." },
    ],
    [
      "uma repetição que acaba antes de começar",
      { repetir: { cada: "mes", dias: [], ate: "2027-03-01" } },
      { "repetir.ate": "Até este dia não há nenhuma vez. Escolha um último dia mais distante." },
    ],
  ])("%s é recusado, e nada fica", async (_caso, mudancas, fields) => {
    expect((await recusaDe(bloquear(mudancas))).fields).toEqual(fields);
    expect(await linhas()).toEqual([]);
  });

  test("400 vezes ainda cabem", async () => {
    const repetir = { cada: "semana", dias: [0, 1, 2, 3, 4, 5, 6], ate: "2028-04-18" };
    expect(await bloquear({ repetir })).toMatchObject({ vezes: 400 });
  });
});

describe("antes de criar", () => {
  const perguntar = (mudancas: object = {}) =>
    agendamentosAfetados(
      carla,
      pedidoDeAfetadosSchema.parse({ funcionario: String(salao.ana), inicio: as("14h"), fim: as("18h"), ...mudancas }),
      AGORA,
    );

  test("diz quem seria atingido, também pelas repetições, sem mudar nada", async () => {
    await marcar("14h");
    await marcar("16h", salao.bia);
    expect(await perguntar()).toMatchObject({ total: 1, vezes: 1, agendamentos: [{ profissional: "Ana" }] });
    expect(await perguntar({ funcionario: undefined })).toMatchObject({ total: 2 });
    const semanaAntes = { inicio: as("14h", "2027-03-09"), fim: as("18h", "2027-03-09") };
    expect(await perguntar(semanaAntes)).toMatchObject({ total: 0 });
    expect(await perguntar({ ...semanaAntes, cada: "semana", dias: "", repetirAte: "2027-03-16" })).toMatchObject({
      total: 1,
      vezes: 2,
    });
    expect(await linhas()).toEqual([]);
  });

  test("o que encosta no bloqueio não é atingido", async () => {
    await marcar("13h");
    expect(await perguntar()).toMatchObject({ total: 0, agendamentos: [] });
    expect(await bloquear()).toMatchObject({ afetados: 0 });
  });
});

describe("excluir", () => {
  test("um só sai da série; o resto fica, e a hora volta a ser livre", async () => {
    const repetir = { cada: "semana", dias: [], ate: "2027-03-30" };
    const { id, versao } = await bloquear({ repetir });
    const { serie } = (await linhas())[0]!;
    expect(await excluirBloqueio({ actor: carla, now: AGORA }, { id, versao, toda: false })).toEqual({
      id,
      excluidos: 1,
    });
    expect(await linhas(serie)).toHaveLength(2);
    await marcar("14h");
    expect(await pendencias()).toEqual([]);
  });

  test("a série daqui para a frente: o que já passou fica guardado", async () => {
    const repetir = { cada: "semana", dias: [], ate: "2027-04-06" };
    await bloquear({ inicio: as("14h", "2027-03-02"), fim: as("18h", "2027-03-02"), repetir });
    const feitas = await linhas();
    const { id, versao } = feitas[3]!;
    expect(await excluirBloqueio({ actor: carla, now: AGORA }, { id, versao, toda: true })).toEqual({
      id,
      excluidos: 4,
    });
    expect((await linhas()).map((uma) => uma.id)).toEqual([feitas[0]!.id, feitas[1]!.id]);
  });

  test("com uma versão velha, avisa", async () => {
    const { id, versao } = await bloquear();
    expect(
      (await recusaDe(excluirBloqueio({ actor: carla, now: AGORA }, { id, versao: versao + 1, toda: false }))).code,
    ).toBe("conflito");
  });
});

test("o que foi mantido antes volta à lista quando um bloqueio novo o atinge", async () => {
  const depois = await marcar("18h", salao.ana, ["fechado"]);
  expect(await pendencias()).toEqual([]);
  expect(await bloquear({ inicio: as("17h"), fim: as("20h") })).toMatchObject({ afetados: 1 });
  expect((await pendencias()).map(({ id }) => id)).toEqual([depois.id]);
});

describe("quem sai da equipe", () => {
  test("desativado, deixa pendências, também o que foi mantido fora do horário", async () => {
    const { id } = await marcar("14h");
    const fora = await marcar("18h", salao.ana, ["fechado"]);
    const saida = await desativarFuncionario({ actor: carla, now: AGORA }, { id: salao.ana, versao: 1 });
    expect(saida).toMatchObject({ depois: 2 });
    expect((await pendencias()).map((uma) => uma.id)).toEqual([id, fora.id]);
    expect((await pendencias())[0]!.motivos).toEqual(["Ana não atende mais: o cadastro está desativado."]);
  });

  test("com um último dia, só o que vem depois dele", async () => {
    await marcar("14h");
    const { ids } = await agendar(
      { actor: carla, now: AGORA },
      pedido({ funcionarioId: salao.ana, inicio: as("9h", "2027-03-17"), servicos: [salao.escova] }),
    );
    const { usuario: _, ativo: __, marcados, ...ana } = await verFuncionario(carla, salao.ana);
    expect(marcados).toBe(2);
    const salvo = await editarFuncionario({ actor: carla, now: AGORA }, { ...ana, desligamento: TERCA });
    expect(salvo).toMatchObject({ desligado: false, depois: 1 });
    expect(await pendencias()).toMatchObject([{ id: ids[0], motivos: ["Ana trabalha aqui só até 16/03/2027."] }]);
  });
});

test("vinte vezes, um agendamento e um bloqueio ao mesmo tempo: ou é avisado, ou vira pendência", async () => {
  let avisados = 0;
  for (let rodada = 0; rodada < 20; rodada++) {
    const sala = await abrirSalao();
    const marcando = agendar(
      { actor: carla, now: AGORA },
      pedido({ funcionarioId: sala.ana, inicio: as("14h"), servicos: [sala.escova] }),
    ).then(
      ({ ids }) => ids[0]!,
      (recusa: { code?: string }) => {
        expect(recusa.code).toBe("aviso");
        return null;
      },
    );
    const [id, criado] = await Promise.all([
      marcando,
      criarBloqueio({ actor: carla, now: AGORA }, { ...bloqueio(), funcionarioId: sala.ana }),
    ]);
    const lista = (await listarPendencias(carla, AGORA, sala.ana)).pendencias.map((uma) => uma.id);
    if (id === null) avisados += 1;
    expect(lista).toEqual(id === null ? [] : [id]);
    expect(criado.afetados).toBe(lista.length);
  }
  console.log(`corridas: ${avisados} avisadas, ${20 - avisados} viraram pendência`);
  expect(await contar(sql`from bloqueios`)).toBe(20);
});

test("Bruno, que não agenda, não lê nem bloqueia; um estranho também não", async () => {
  const bruno = await contratar("Bruno");
  for (const actor of [bruno, anonimo]) {
    for (const run of [criarBloqueio, excluirBloqueio])
      expect((await recusaDe(run({ actor, now: AGORA }, bloqueio()))).code).toBe("sem_permissao");
    expect((await recusaDe(listarPendencias(actor, AGORA))).code).toBe("sem_permissao");
    expect((await recusaDe(contarPendencias(actor, AGORA))).code).toBe("sem_permissao");
  }
  expect(await linhas()).toEqual([]);
});
