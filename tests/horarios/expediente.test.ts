import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { configuracaoEmpresa } from "@/db/schema";
import { verHorarios } from "@/lib/configuracoes/queries";
import type { Semana } from "@/lib/domain/expediente";
import {
  editarExpediente,
  editarRegras,
  excluirExcecao,
  excluirExpediente,
  salvarExcecao,
} from "@/lib/horarios/commands";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { cargo, contratar, funcionario, recusaDe } from "../support/people";
import { comoSistema, rastroDe } from "../support/sql";

const AGORA = new Date("2026-11-24T15:00:00Z");
const DIA: Semana[number] = [
  [540, 720],
  [780, 1_080],
];
const semana: Semana = [[], DIA, DIA, DIA, DIA, DIA, []];

let celia: Usuario;
let cargoId: number;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
  await comoSistema((tx) => tx.insert(configuracaoEmpresa).values({ nome: "Salão da Dona Célia" }));
  cargoId = (await cargo("Cabeleireira")).id;
});

const ver = () => verHorarios(celia, AGORA);
const periodosDe = async (id: number) => (await ver()).profissionais.find((um) => um.id === id)!.periodos;
const periodo = (funcionarioId: number | null, mudancas: object = {}) => ({
  id: null,
  versao: null,
  funcionarioId,
  de: null,
  ate: null,
  semana,
  ...mudancas,
});
const editar = (input: object, requestId?: string) => editarExpediente({ actor: celia, requestId }, input);

describe("o expediente da empresa", () => {
  test("já existe depois da instalação e se muda, com o antes e o depois na trilha", async () => {
    const { empresa } = await ver();
    const requestId = randomUUID();
    await editar({ ...empresa, semana }, requestId);
    expect((await ver()).empresa).toMatchObject({ semana, versao: empresa.versao + 1 });
    expect(await rastroDe(requestId)).toMatchObject([
      { ato: "horario.editar_expediente", entidade: "expedientes", depois: { semana } },
    ]);
  });

  test("quem chega depois vê a semana nova", async () => {
    const { empresa } = await ver();
    const fechada: Semana = [[], [], [], [], [], [], []];
    await editar({ ...empresa, semana });
    await editar({ ...(await ver()).empresa, semana: fechada });
    expect(await recusaDe(editar({ ...empresa, semana }))).toMatchObject({
      code: "conflito",
      current: { semana: fechada },
    });
    await editar({ ...(await ver()).empresa, semana });
  });

  test("é um só, não se exclui, não tem datas e não passa para ninguém", async () => {
    const { empresa } = await ver();
    const { id: ana } = await funcionario("Ana", cargoId);
    expect(await recusaDe(editar(periodo(null)))).toMatchObject({ code: "conflito" });
    expect(
      await recusaDe(excluirExpediente({ actor: celia }, { id: empresa.id, versao: empresa.versao })),
    ).toMatchObject({
      code: "em_uso",
      message: "A empresa precisa de um expediente. Mude os horários em vez de excluir.",
    });
    expect((await recusaDe(editar({ ...empresa, de: "2026-12-01" }))).fields).toEqual({
      de: "O expediente da empresa não tem datas.",
    });
    expect((await recusaDe(editar({ ...empresa, funcionarioId: ana }))).code).toBe("nao_encontrado");
    expect((await ver()).empresa).toEqual(empresa);
  });
});

describe("o expediente de um profissional", () => {
  test("o que começa depois encerra na véspera o que não tinha fim", async () => {
    const { id: ana } = await funcionario("Ana", cargoId);
    await editar(periodo(ana));
    await editar(periodo(ana, { de: "2026-12-01", ate: "2027-01-31" }));
    expect(await periodosDe(ana)).toMatchObject([
      { de: null, ate: "2026-11-30" },
      { de: "2026-12-01", ate: "2027-01-31" },
    ]);
  });

  test("dois períodos que se cruzam são recusados, e o que já havia fica como estava", async () => {
    const { id: bruno } = await funcionario("Bruno", cargoId);
    await editar(periodo(bruno, { de: "2026-12-01", ate: "2026-12-31" }));
    expect(await recusaDe(editar(periodo(bruno, { de: "2026-12-31" })))).toMatchObject({
      code: "conflito",
      message: "Este profissional já tem um expediente em parte deste período.",
    });
    expect((await recusaDe(editar(periodo(bruno)))).code).toBe("conflito");
    expect(await periodosDe(bruno)).toMatchObject([{ de: "2026-12-01", ate: "2026-12-31", versao: 1 }]);
  });

  test("excluído, a pessoa volta a trabalhar como a empresa", async () => {
    const { id: carla } = await funcionario("Carla", cargoId);
    const { id, versao } = await editar(periodo(carla));
    expect((await recusaDe(excluirExpediente({ actor: celia }, { id, versao: versao + 1 }))).code).toBe("conflito");
    await excluirExpediente({ actor: celia }, { id, versao });
    expect(await periodosDe(carla)).toEqual([]);
  });

  test("de quem não existe é recusado", async () => {
    expect((await recusaDe(editar(periodo(2_147_483_647)))).code).toBe("nao_encontrado");
  });
});

test.each([
  ["o fim antes do início", [[600, 540]], "semana.1.0", "O fim precisa vir depois do início."],
  [
    "dois períodos que se cruzam",
    [
      [540, 720],
      [700, 800],
    ],
    "semana.1",
    "Os períodos do dia precisam estar em ordem, sem se sobrepor.",
  ],
  ["uma hora que não existe", [[540, 1_441]], "semana.1.0.1", "Confira a hora."],
  ["uma hora vazia", [[null, 600]], "semana.1.0.0", "Escreva a hora, por exemplo 09:00."],
])("a segunda com %s é recusada no seu lugar", async (_caso, segunda, campo, frase) => {
  const { empresa } = await ver();
  expect((await recusaDe(editar({ ...empresa, semana: semana.with(1, segunda as never) }))).fields).toEqual({
    [campo]: frase,
  });
});

describe("as regras", () => {
  const regras = {
    gradeMinutos: 30,
    antecedenciaMinutos: 120,
    horizonteDias: 90,
    prazoClienteMinutos: 1_440,
    feriadosFechados: false,
  };

  test("mudam juntas, e uma versão velha não muda nenhuma", async () => {
    const { regras: antes } = await ver();
    await editarRegras({ actor: celia }, { ...regras, versao: antes.versao });
    expect((await ver()).regras).toEqual({ ...regras, versao: antes.versao + 1 });
    const atrasada = editarRegras({ actor: celia }, { ...regras, horizonteDias: 10, versao: antes.versao });
    expect(await recusaDe(atrasada)).toMatchObject({ code: "conflito", current: { horizonteDias: 90 } });
  });

  test.each([
    [{ gradeMinutos: 25 }, { gradeMinutos: "Escolha o intervalo." }],
    [{ antecedenciaMinutos: -1 }, { antecedenciaMinutos: "Não pode ser negativa." }],
    [{ horizonteDias: 731 }, { horizonteDias: "Use no máximo 730 dias." }],
    [{ prazoClienteMinutos: Number.NaN }, { prazoClienteMinutos: "Informe o prazo." }],
  ])("%j é recusado", async (mudanca, fields) => {
    expect((await recusaDe(editarRegras({ actor: celia }, { ...regras, versao: 1, ...mudanca }))).fields).toEqual(
      fields,
    );
  });
});

describe("as datas", () => {
  const natal = {
    id: null,
    versao: null,
    data: "2026-12-25",
    anual: false,
    nome: "Natal",
    origem: "nacional",
    aberto: true,
    turnos: null,
  };
  const salvar = (input: object) => salvarExcecao({ actor: celia }, input);
  const doDia = async (dia: string) => (await ver()).datas.find((uma) => uma.dia === dia);

  test("um feriado nacional se abre com uma linha, se fecha mudando-a e volta à regra sem ela", async () => {
    const nova = await salvar(natal);
    expect(await doDia("2026-12-25")).toMatchObject({ aberto: true, excecao: nova });
    const mudada = await salvar({ ...natal, ...nova, aberto: false });
    expect(await doDia("2026-12-25")).toMatchObject({ aberto: false });
    await excluirExcecao({ actor: celia }, mudada);
    expect(await doDia("2026-12-25")).toMatchObject({ excecao: null });
  });

  test("duas no mesmo dia são recusadas; uma do dia e uma de todo ano convivem", async () => {
    const vespera = { ...natal, data: "2026-12-24", nome: "Véspera", origem: "empresa", turnos: [[540, 780]] };
    await salvar(vespera);
    expect((await recusaDe(salvar(vespera))).fields).toEqual({ data: "Já existe uma data especial neste dia." });
    const todoAno = { ...vespera, data: "2020-12-24", anual: true, aberto: false, turnos: null };
    await salvar(todoAno);
    expect((await recusaDe(salvar({ ...todoAno, data: "1999-12-24" }))).fields).toEqual({
      data: "Já existe uma data especial de todo ano neste dia.",
    });
    expect(await doDia("2026-12-24")).toMatchObject({ aberto: true, turnos: [[540, 780]] });
    expect(await doDia("2027-12-24")).toMatchObject({ aberto: false });
  });

  test("fechada não tem horários, e sem nome não entra", async () => {
    expect((await recusaDe(salvar({ ...natal, aberto: false, turnos: [[540, 600]] }))).fields).toEqual({
      turnos: "Fechado não tem horários.",
    });
    expect((await recusaDe(salvar({ ...natal, nome: " " }))).fields).toEqual({ nome: "Dê um nome a esta data." });
  });
});

test("Carla, com os seis interruptores, não lê nem muda nada disto; um estranho também não", async () => {
  const carla = await contratar("Carla");
  const antes = await ver();
  for (const actor of [carla, anonimo]) {
    expect((await recusaDe(verHorarios(actor, AGORA))).code).toBe("sem_permissao");
    for (const run of [editarExpediente, excluirExpediente, editarRegras, salvarExcecao, excluirExcecao])
      expect((await recusaDe(run({ actor }, { id: antes.empresa.id, versao: 1 }))).code).toBe("sem_permissao");
  }
  expect(await ver()).toEqual(antes);
});
