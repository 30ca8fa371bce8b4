import { afterAll, beforeAll, expect, test } from "vitest";
import { agendar, remarcar, reservar } from "@/lib/agendamentos/commands";
import { cancelar, desfazer } from "@/lib/atendimentos/commands";
import type { Usuario } from "@/lib/server/actor";
import { AppError } from "@/lib/server/errors";
import { abrirSalao, AGORA, as, pedido, sobreposicoes } from "../support/agenda";
import { impasses } from "../support/passeio";
import { cadastrar, contratar } from "../support/people";
import { vezes } from "../support/vezes";

const PESSOAS = 50;
const RODADAS = vezes(5);
const dias = Array.from({ length: RODADAS }, (_, i) => `2027-04-${String(i + 1).padStart(2, "0")}`);
const CIENTES = ["fechado", "fora_do_expediente"];
const FRASE =
  /^(Não dá para desfazer: )?Ana já tem um atendimento das? \d+h(\d\d)? às \d+h(\d\d)? \((Maria \d+|Rosa)\)\.$/;

let atores: Usuario[];
let clientes: number[];
let antes: number;
beforeAll(async () => {
  atores = await Promise.all((["Carla", "Dona Célia", "Carla"] as const).map((nome) => contratar(nome)));
  const nomes = Array.from({ length: PESSOAS }, (_, i) => `Maria ${i}`);
  clientes = await Promise.all(nomes.map(async (nome) => (await cadastrar("Diego", { nome })).id));
  antes = await impasses();
});

afterAll(async () => {
  expect(await impasses()).toBe(antes);
});

const por = (i: number) => ({ actor: atores[i % atores.length]!, now: AGORA });

/** Whoever is told that too many are at it at once tries again, as the sentence says. */
async function insistir(tentar: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      return await tentar();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "ocupado") throw error;
    }
  }
}

/** How many were accepted. @throws when somebody was refused with anything but the sentence that names who has the place */
async function vencedores(tentativas: (() => Promise<unknown>)[]): Promise<number> {
  const fins = await Promise.allSettled(tentativas.map(insistir));
  const recusas = fins.flatMap((fim) => (fim.status === "rejected" ? [fim.reason as unknown] : []));
  for (const recusa of recusas) {
    if (!(recusa instanceof AppError)) throw recusa;
    expect(recusa.message).toMatch(FRASE);
  }
  return fins.length - recusas.length;
}

test("50 pessoas querem o mesmo lugar ao mesmo tempo: uma o tem, as outras leem de quem é e recebem sugestões", async () => {
  const { ana, escova } = await abrirSalao();
  for (const dia of dias) {
    const parte = { funcionarioId: ana, inicio: as("10h", dia), servicos: [escova] };
    const tentar = (clienteId: number, i: number) => () =>
      agendar(por(i), pedido(parte, { clienteId, cientes: CIENTES }));
    expect(await vencedores(clientes.map(tentar))).toBe(1);
  }
  expect(await sobreposicoes()).toEqual([]);
}, 180_000);

test("com inícios e durações diferentes, ninguém se sobrepõe", async () => {
  const { ana, escova } = await abrirSalao();
  for (const dia of dias) {
    const tentar = (clienteId: number, i: number) => {
      const inicio = as(`${9 + (i % 3)}h${["00", "15", "30", "45"][i % 4]}`, dia);
      const parte = { funcionarioId: ana, inicio, servicos: [escova], duracaoMinutos: 15 + (i % 7) * 15 };
      return () => agendar(por(i), pedido(parte, { clienteId, cientes: CIENTES }));
    };
    expect(await vencedores(clientes.map(tentar))).toBeGreaterThan(0);
  }
  expect(await sobreposicoes()).toEqual([]);
}, 180_000);

test("quem marca, quem remarca e quem desfaz disputam um lugar: um só fica com ele", async () => {
  const { ana, bia, escova } = await abrirSalao();
  const { id: rosa } = await cadastrar("Diego", { nome: "Rosa" });
  for (const dia of dias) {
    const lugar = { funcionarioId: ana, inicio: as("10h", dia), servicos: [escova] };
    const marcar = async (parte: typeof lugar, i: number) => {
      const { ids, versoes } = await agendar(por(i), pedido(parte, { clienteId: rosa, cientes: CIENTES }));
      return { id: ids[0]!, versao: versoes[0]! };
    };
    const desistentes = [];
    for (const i of [0, 1, 2])
      desistentes.push(await cancelar(por(i), { ...(await marcar(lugar, i)), motivo: "outro", detalhe: "" }));
    const mudados = [];
    for (const [i, hora] of ["12h", "13h", "14h"].entries())
      mudados.push(await marcar({ funcionarioId: i ? ana : bia, inicio: as(hora, dia), servicos: [escova] }, i));
    const tentativas = [
      ...clientes
        .slice(0, 10)
        .map((clienteId, i) => () => agendar(por(i), pedido(lugar, { clienteId, cientes: CIENTES }))),
      ...mudados.map(
        (visto, i) => () =>
          remarcar(por(i), { ...visto, funcionarioId: ana, inicio: as(i ? "10h30" : "9h30", dia), cientes: CIENTES }),
      ),
      ...desistentes.map((visto, i) => () => desfazer(por(i), visto)),
    ];
    expect(await vencedores(tentativas.sort(() => Math.random() - 0.5))).toBeGreaterThan(0);
  }
  expect(await sobreposicoes()).toEqual([]);
}, 180_000);

test("vários remarcam para o mesmo lugar ao mesmo tempo: um só chega", async () => {
  const { equipe, ana, escova } = await abrirSalao(["Ana", ...Array.from({ length: 12 }, (_, i) => `Bia ${i}`)]);
  for (const dia of dias) {
    const marcados = await Promise.all(
      equipe.slice(1).map(async (funcionarioId, i) => {
        const parte = { funcionarioId, inicio: as("10h", dia), servicos: [escova] };
        const { ids, versoes } = await agendar(por(i), pedido(parte, { clienteId: clientes[i], cientes: CIENTES }));
        return { id: ids[0]!, versao: versoes[0]! };
      }),
    );
    const levar = (visto: object, i: number) => () =>
      remarcar(por(i), { ...visto, funcionarioId: ana, cientes: CIENTES });
    expect(await vencedores(marcados.map(levar))).toBe(1);
  }
  expect(await sobreposicoes()).toEqual([]);
}, 180_000);

test("três pessoas reservam o mesmo lugar ao mesmo tempo: uma o prende, as outras são avisadas", async () => {
  const { ana, escova } = await abrirSalao();
  for (const dia of dias) {
    const partes = pedido({ funcionarioId: ana, inicio: as("10h", dia), servicos: [escova] }).partes;
    const fins = await Promise.allSettled([0, 1, 2].map((i) => insistir(() => reservar(por(i), { partes }))));
    const recusas = fins.flatMap((fim) => (fim.status === "rejected" ? [(fim.reason as AppError).avisos] : []));
    expect(recusas).toEqual([1, 2].map(() => [expect.objectContaining({ chave: "reservado" })]));
  }
}, 60_000);
