import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { bloqueios, expedientes, funcionarios } from "@/db/schema";
import { verJanela } from "@/lib/agenda/queries";
import { janelaSchema } from "@/lib/agenda/schema";
import type { Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";
import { abrirSalao, as, emMinutos, marcar } from "./cenario";

const DIA = "2026-11-24";
const agora = as(DIA, "09:00");

let quem: Usuario;
let salao: Awaited<ReturnType<typeof abrirSalao>>;

beforeAll(async () => {
  salao = await abrirSalao();
  quem = await contratar("Ana", { podeVerAgendamentos: true });
});

const janela = (de = DIA, ate = de, profissional?: number) => verJanela(quem, { de, ate, profissional }, agora);

test("mostra cada agendamento do dia em poucas letras, e cala o que não há para dizer", async () => {
  const { ana, bia, corte, escova, celia } = salao;
  const cheio = await marcar({
    funcionarioId: ana.id,
    clienteId: celia.id,
    atendido: "A filha",
    inicio: as(DIA, "10:00"),
    minutos: 105,
    preparo: 15,
    servicos: [escova.id, corte.id],
    situacao: "confirmado",
    confirmadoEm: agora,
    encaixe: true,
    encaixeMotivo: "Casamento",
    chegouEm: agora,
    visita: "5d0f6c3e-2a53-4f0c-9a1b-7e1c2f4d8a60",
    observacoes: "Alérgica",
    foraDoHorario: true,
  });
  const vazio = await marcar({ funcionarioId: bia.id, inicio: as(DIA, "11:00"), servicos: [corte.id] });
  const { fuso, agora: minuto, itens } = await janela();
  expect({ fuso, minuto }).toEqual({ fuso: "America/Sao_Paulo", minuto: emMinutos(agora) });
  expect(itens).toEqual([
    {
      ...{ id: cheio.id, v: 1, f: ana.id, i: emMinutos(as(DIA, "10:00")), d: 105, p: 15, s: "confirmado" },
      ...{ c: "Célia Prado", k: celia.id, a: "A filha", n: "Escova + Corte", e: 1, g: 1, t: 1, o: 1, x: 1 },
    },
    { id: vazio.id, v: 1, f: bia.id, i: emMinutos(as(DIA, "11:00")), d: 60, s: "agendado", n: "Corte" },
  ]);
});

test("a janela vai da meia-noite à meia-noite da empresa, e pega o que atravessa uma delas", async () => {
  const { bia, corte } = salao;
  const dia = "2026-12-01";
  const em = (data: string, hora: string, minutos: number) =>
    marcar({ funcionarioId: bia.id, inicio: as(data, hora), minutos, servicos: [corte.id] });
  await em("2026-11-30", "22:00", 120);
  const atravessa = await em("2026-12-02", "23:30", 60);
  const cedo = await em(dia, "00:00", 30);
  const tarde = await em(dia, "23:45", 15);
  const ids = async (de: string, ate = de) => (await janela(de, ate)).itens.map(({ id }) => id);
  expect(await ids(dia)).toEqual([cedo.id, tarde.id]);
  expect(await ids("2026-12-02")).toEqual([atravessa.id]);
  expect(await ids("2026-12-03")).toEqual([atravessa.id]);
  expect(await ids(dia, "2026-12-02")).toEqual([cedo.id, tarde.id, atravessa.id]);
});

test("de um profissional só vêm os seus itens e os bloqueios que o atingem, e todos para escolher", async () => {
  const { ana, bia, corte } = salao;
  const dia = "2026-12-07";
  await marcar({ funcionarioId: ana.id, inicio: as(dia, "10:00"), servicos: [corte.id] });
  const dela = await marcar({ funcionarioId: bia.id, inicio: as(dia, "10:00"), servicos: [corte.id] });
  const [todos, seu] = await comoSistema((tx) =>
    tx
      .insert(bloqueios)
      .values([
        { inicio: as("2026-11-20", "00:00"), fim: as("2026-12-08", "00:00"), motivo: "ferias" },
        { funcionarioId: bia.id, inicio: as(dia, "12:00"), fim: as(dia, "13:00"), motivo: "almoco", descricao: "Sai" },
        { funcionarioId: ana.id, inicio: as(dia, "12:00"), fim: as(dia, "13:00"), motivo: "almoco" },
      ])
      .returning(),
  );
  const { itens, bloqueios: seus, profissionais } = await janela(dia, dia, bia.id);
  expect(itens.map(({ id }) => id)).toEqual([dela.id]);
  expect(seus).toEqual([
    { id: todos!.id, v: 1, f: null, i: emMinutos(as("2026-11-20", "00:00")), d: 18 * 1_440, m: "ferias" },
    { id: seu!.id, v: 1, f: bia.id, i: emMinutos(as(dia, "12:00")), d: 60, m: "almoco", x: "Sai" },
  ]);
  expect(profissionais.map(({ nome }) => nome)).toEqual(["Ana", "Bia"]);
  expect((await janela("2026-12-09")).bloqueios).toEqual([]);
});

test("quem saiu some das colunas, menos nos dias em que ainda tem agendamento", async () => {
  const { bia, corte } = salao;
  const dia = "2026-12-10";
  await marcar({ funcionarioId: bia.id, inicio: as(dia, "10:00"), servicos: [corte.id] });
  const mudar = (valores: Partial<typeof funcionarios.$inferInsert>) =>
    comoSistema((tx) => tx.update(funcionarios).set(valores).where(eq(funcionarios.id, bia.id)));
  const nomes = async (de: string) => (await janela(de)).profissionais.map(({ nome, ativo }) => [nome, ativo]);
  await mudar({ ativo: false });
  expect(await nomes(dia)).toEqual([
    ["Ana", true],
    ["Bia", false],
  ]);
  expect(await nomes("2026-12-11")).toEqual([["Ana", true]]);
  await mudar({ ativo: true, desligamento: "2026-12-11" });
  expect(await nomes("2026-12-11")).toHaveLength(2);
  expect(await nomes("2026-12-12")).toEqual([["Ana", true]]);
  await mudar({ desligamento: null, admissao: "2026-12-13" });
  expect(await nomes("2026-12-12")).toEqual([["Ana", true]]);
  expect(await nomes("2026-12-13")).toHaveLength(2);
  await mudar({ admissao: null });
});

test("sombreia o que fica fora do expediente de cada um, a noite em um só trecho", async () => {
  const { ana, bia } = salao;
  await comoSistema((tx) =>
    tx.insert(expedientes).values({
      ...{ funcionarioId: bia.id, de: "2027-01-05", ate: null },
      semana: [
        [],
        [],
        [
          [600, 720],
          [780, 1_440],
        ],
        [],
        [],
        [],
        [],
      ],
    }),
  );
  const { fechado } = await janela("2027-01-04", "2027-01-05");
  const de = (id: number) => fechado.filter(({ f }) => f === id).map(({ i, d }) => [i, i + d]);
  const em = (dia: string, hora: string) => emMinutos(as(dia, hora));
  const [segunda, terca] = ["2027-01-04", "2027-01-05"];
  expect(de(ana.id)).toEqual([
    [em(segunda, "00:00"), em(segunda, "09:00")],
    [em(segunda, "18:00"), em(terca, "09:00")],
    [em(terca, "18:00"), em("2027-01-06", "00:00")],
  ]);
  expect(de(bia.id)).toEqual([
    [em(segunda, "00:00"), em(segunda, "09:00")],
    [em(segunda, "18:00"), em(terca, "10:00")],
    [em(terca, "12:00"), em(terca, "13:00")],
    [em(terca, "18:00"), em("2027-01-06", "00:00")],
  ]);
  expect((await janela(segunda, terca, ana.id)).fechado.every(({ f }) => f === ana.id)).toBe(true);
});

test("lê tudo com quatro perguntas ao banco no máximo", async () => {
  let perguntas = 0;
  const original = pool().query.bind(pool());
  Object.assign(pool(), {
    query: (...args: Parameters<typeof original>) => {
      perguntas += 1;
      return original(...args);
    },
  });
  await janela("2026-11-01", "2026-12-12");
  expect(perguntas).toBeGreaterThan(1);
  expect(perguntas).toBeLessThanOrEqual(4);
  Object.assign(pool(), { query: original });
});

test("não mostra a agenda a quem não pode vê-la, nem mais de 42 dias, nem dias ao contrário", async () => {
  const bruno = await contratar("Bruno", { podeVerRelatorios: true });
  expect((await recusaDe(verJanela(bruno, { de: DIA, ate: DIA }, agora))).code).toBe("sem_permissao");
  expect(janelaSchema.safeParse({ de: "2026-11-01", ate: "2026-12-13" }).success).toBe(false);
  expect(janelaSchema.safeParse({ de: "2026-11-02", ate: "2026-11-01" }).success).toBe(false);
});
