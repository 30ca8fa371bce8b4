import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect } from "vitest";
import { entidades, semAuditoria } from "@/lib/domain/entidades";
import { invariantes } from "@/lib/domain/invariantes";
import { openEmbedded } from "@/scripts/launcher/database.mjs";
import { launch, temporaryFolder } from "../setup/launcher";
import { backstage } from "./backstage";
import { callAction } from "./doors";
import type { Visitor } from "./visitor";

const PROFISSIONAIS = 10;
const HORA_MS = 3_600_000;
const CIENTES = ["passado", "fechado", "fora_do_expediente", "bloqueado", "nao_faz", "alem_do_horizonte"];
/** Longer than any wait of the house: whoever has no answer by then was forgotten. */
const PACIENCIA_MS = 30_000;

/** The processes of a data folder by their part, as the launcher noted them. */
export function partesDe(data: string) {
  const { pid, children } = JSON.parse(readFileSync(path.join(data, "estado.json"), "utf8"));
  const postgres = Number(readFileSync(path.join(data, "pg/postmaster.pid"), "utf8").split("\n")[0]);
  return { launcher: pid as number, web: children[0] as number, worker: children[1] as number, postgres };
}

/** The database's process and all that it has started. */
export function processosDoBanco(data: string): number[] {
  const { postgres } = partesDe(data);
  const filhos = execFileSync("ps", ["-o", "pid=", "--ppid", String(postgres)], { encoding: "utf8" });
  return [postgres, ...filhos.split("\n").filter(Boolean).map(Number)];
}

/**
 * The whole house as `npm start` runs it, in a folder of its own, with ten professionals and somebody at each of the desks.
 * It ends with the test.
 */
export async function abrirCasaInteira({ mesas = 8, env = {} }: { mesas?: number; env?: Record<string, string> } = {}) {
  const data = temporaryFolder();
  const casa = await launch({
    args: ["--vazio"],
    env: { DADOS: data, AUTH_SECRET: process.env.AUTH_SECRET!, LOG_LEVEL: "info", ...env },
  });
  await casa.opened();
  const { urlDono, server } = await openEmbedded({ dir: data });
  const back = await backstage({ url: casa.url, urlDono });
  const um = async (texto: string) => (await back.rows<{ id: number }>(`${texto} returning id`))[0]!.id;
  await back.rows("insert into configuracao_empresa (nome) values ('Salão da Dona Célia')");
  const servico = await um(
    "insert into servicos (nome, duracao_minutos, preco_centavos, cor) values ('Escova', 60, 8000, 'azul')",
  );
  const equipe: number[] = [];
  for (let n = 1; n <= PROFISSIONAIS; n++) {
    const id = await um(`insert into funcionarios (nome, cargo_id) values ('Ana ${n}', (select min(id) from cargos))`);
    await back.rows(`insert into funcionario_servicos (funcionario_id, servico_id) values (${id}, ${servico})`);
    equipe.push(id);
  }
  const pessoas: Visitor[] = [];
  for (let n = 1; n <= mesas; n++)
    pessoas.push(await back.signedIn(await back.person({ nome: `Carla ${n}`, tipo: "master" })));
  await back.close();

  /** One look into the database, on a connection of its own: the last one may have died. */
  async function olhar<R extends object>(texto: string, valores: unknown[] = []): Promise<R[]> {
    const client = new Client({ connectionString: urlDono });
    client.on("error", () => {});
    await client.connect();
    try {
      await client.query("select set_config('app.ator', 'sistema', false)");
      return (await client.query<R>(texto, valores)).rows;
    } finally {
      await client.end();
    }
  }
  return { ...casa, data, urlDono, superUrl: server.superUrl, equipe, servico, pessoas, olhar };
}

export type CasaInteira = Awaited<ReturnType<typeof abrirCasaInteira>>;

type Marcado = { id: number; funcionarioId: number; inicio: string };
type Resposta = { ok: boolean; data?: { ids: number[] }; error?: { code: string; message: string } };

/** What people met while they worked: what they were told, how often nothing came, and how long anybody waited. */
export type Carga = {
  marcados: Marcado[];
  /** How often each thing was said instead of a yes; `sem resposta`: the line broke. */
  ditos: Map<string, number>;
  maisLongaMs: number;
};

/** An answer, or what a person understands of its absence. */
async function pedir(quem: Visitor, entrada: object, chave: string): Promise<Resposta> {
  const { status, result, text } = await callAction(quem, "agendarAction", [entrada, chave]);
  if (result) return result as Resposta;
  return { ok: false, error: { code: String(status), message: text.slice(0, 80) } };
}

/**
 * Everybody books one free place after the other while `durante` runs, and asks again with the same key for whatever got
 * no yes, until it has one.
 */
export async function comCarga(
  { pessoas, equipe, servico }: CasaInteira,
  durante: (carga: Carga) => Promise<unknown>,
): Promise<Carga> {
  const carga: Carga = { marcados: [], ditos: new Map(), maisLongaMs: 0 };
  const dizer = (dito: string) => carga.ditos.set(dito, (carga.ditos.get(dito) ?? 0) + 1);
  const inicioDeTudo = Date.UTC(2031, 0, 6, 12);
  let proximo = 0;
  let seguem = true;

  async function marcar(quem: Visitor) {
    const n = proximo++;
    const funcionarioId = equipe[n % equipe.length]!;
    const inicio = new Date(inicioDeTudo + Math.floor(n / equipe.length) * HORA_MS).toISOString();
    const ninguem = { clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null };
    const partes = [{ funcionarioId, inicio, servicos: [servico], duracaoMinutos: 60 }];
    const chave = randomUUID();
    for (const ate = Date.now() + 120_000; Date.now() < ate; await sleep(250)) {
      const desde = performance.now();
      const resposta = await Promise.race([
        pedir(quem, { ...ninguem, cientes: CIENTES, partes }, chave).catch((): Resposta => ({
          ok: false,
          error: { code: "sem resposta", message: "" },
        })),
        sleep(PACIENCIA_MS).then((): Resposta => ({ ok: false, error: { code: "esquecido", message: "" } })),
      ]);
      carga.maisLongaMs = Math.max(carga.maisLongaMs, performance.now() - desde);
      if (resposta.ok) return void carga.marcados.push({ id: resposta.data!.ids[0]!, funcionarioId, inicio });
      dizer(resposta.error!.code);
    }
    throw new Error(`Ninguém conseguiu marcar ${inicio}: ${JSON.stringify([...carga.ditos])}`);
  }
  const trabalho = Promise.all(
    pessoas.map(async (quem) => {
      while (seguem) await marcar(quem);
    }),
  );
  try {
    await durante(carga);
  } finally {
    seguem = false;
  }
  await trabalho;
  return carga;
}

/** Every yes is there once and where it was said, nothing else is, the trail has each of them once, and all adds up. */
export async function conferirCarga({ olhar }: CasaInteira, { marcados }: Carga) {
  const ha = await olhar<Marcado>(
    `select id, funcionario_id as "funcionarioId", to_char(inicio at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as inicio
     from agendamentos where inicio >= '2031-01-01' order by id`,
  );
  expect(ha).toEqual(marcados.toSorted((a, b) => a.id - b.id));
  const trilha = await olhar<{ n: number }>(
    `select count(*)::int as n from log_auditoria where entidade = 'agendamentos' and operacao = 'criacao' group by entidade_id`,
  );
  expect(trilha.map(({ n }) => n)).toEqual(marcados.map(() => 1));
  for (const { assunto, consulta } of invariantes(Object.keys(entidades), Object.keys(semAuditoria)))
    expect([assunto, await olhar(consulta)]).toEqual([assunto, []]);
}
