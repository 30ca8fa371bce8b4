import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePools } from "@/db/client";
import { listarAuditoria } from "@/lib/auditoria/queries";
import { filtroAuditoriaSchema } from "@/lib/auditoria/schema";
import type { Usuario } from "@/lib/server/actor";
import { freshDatabase } from "../setup/database";
import { contratar } from "../support/people";

const FUSO = "America/Sao_Paulo";
const ROUNDS = 8;
const RUNS = 5;
const LIMIT = 3;

type Company = { urlApp: string; urlDono: string; drop: () => Promise<void>; cursors: string[]; celia: Usuario };
let small: Company;
let large: Company;
const { DATABASE_URL, DATABASE_URL_DONO } = process.env;

async function enter({ urlApp, urlDono }: { urlApp: string; urlDono: string }) {
  await closePools();
  Object.assign(process.env, { DATABASE_URL: urlApp, DATABASE_URL_DONO: urlDono });
}

/** The cursor of a row, counted from the newest. */
async function cursorAt(owner: Client, offset: number): Promise<string> {
  const { rows } = await owner.query<{ cursor: string }>(
    `select jsonb_build_array(em::text, id)::text as cursor from log_auditoria order by em desc, id desc
     offset $1::int limit 1`,
    [offset],
  );
  return Buffer.from(rows[0]!.cursor).toString("base64url");
}

/** Two years of a company: twenty people, the system and strangers, 200 services, some deleted. */
async function company(rows: number): Promise<Company> {
  const database = await freshDatabase();
  await enter(database);
  const celia = await contratar("Dona Célia");
  const owner = new Client({ connectionString: database.urlDono });
  await owner.connect();
  await owner.query("begin; select set_config('app.ator', 'sistema', true)");
  await owner.query(
    "insert into usuarios (nome, email, tipo) select 'Pessoa ' || n, n || '@x.com', 'restrito' from generate_series(2, 20) n",
  );
  await owner.query(
    "insert into servicos (nome, duracao_minutos, preco_centavos, cor) select 'Serviço ' || n, 30, 100, 'azul' from generate_series(1, 200) n",
  );
  await owner.query("commit");
  // The same random numbers in both sizes.
  await owner.query("select setseed(0.2)");
  await owner.query(
    `insert into log_auditoria (em, ator_tipo, ator_id, ato, operacao, entidade, entidade_id, antes, depois, requisicao)
     select '2024-11-01'::timestamptz + interval '2 years' * n / $1::int,
       case when a < 0.9 then 'usuario' when a < 0.97 then 'sistema' else 'anonimo' end,
       case when a < 0.9 then 1 + floor(a / 0.9 * 20) end,
       (array['servico.editar', 'cargo.editar', 'acesso.entrar', 'servico.desativar', 'acesso.sair'])[1 + n % 5],
       case when n % 997 = 0 then 'exclusao' else 'alteracao' end,
       case when n % 997 = 0 then 'cargos' when n % 5 in (0, 3) then 'servicos' when n % 5 = 1 then 'cargos' else 'usuarios' end,
       case when n % 997 = 0 then 1000 + n when n % 5 in (0, 3) then 1 + n % 200 else 1 + n % 20 end,
       jsonb_build_object('nome', case when n % 997 = 0 then 'Cargo extinto ' || n else 'Antes ' || n end, 'preco_centavos', n),
       jsonb_build_object('nome', 'Depois ' || n, 'preco_centavos', n + 1), gen_random_uuid()::text
     from (select n, random() as a from generate_series(1, $1::int) n offset 0) s`,
    [rows],
  );
  await owner.query("vacuum analyze");
  const cursors = [await cursorAt(owner, rows * 0.5), await cursorAt(owner, rows * 0.95)];
  await owner.end();
  return { ...database, cursors, celia };
}

type Filter = Record<string, string>;
const [MIDDLE, NEAR_THE_END] = [0, 1];

/** What is asked for, and from which of the cursors on. */
const pages: [string, Filter, number?][] = [
  ["a primeira página", {}],
  ["uma página no meio", {}, MIDDLE],
  ["uma página no fim", {}, NEAR_THE_END],
  ["de volta, do meio", { sentido: "antes" }, MIDDLE],
  ["do mais antigo para o mais novo", { ordem: "em" }],
  ["por pessoa", { quem: "7" }],
  ["por pessoa, no meio", { quem: "7" }, MIDDLE],
  ["por uma pessoa que nada fez", { quem: "9999" }],
  ["do sistema", { quem: "sistema" }],
  ["do assistente, que nada fez", { quem: "bot" }],
  ["por área", { area: "servico" }],
  ["por área, no meio", { area: "acesso" }, MIDDLE],
  ["por ato", { ato: "servico.desativar" }],
  ["por um ato que não houve", { ato: "cargo.excluir" }],
  ["por registro", { entidade: "servicos", registro: "26" }],
  ["por um período", { de: "2025-06-01", ate: "2025-06-30" }],
  ["por um período vazio", { de: "2020-01-01", ate: "2020-01-31" }],
  ["pelo nome de quem existe", { busca: "serviço 126" }],
  ["pelo nome de muitos", { busca: "serviço" }],
  ["pelo nome de quem foi excluído", { busca: "cargo extinto 997" }],
  ["por um nome que não existe", { busca: "xyzw" }],
  ["por pessoa e área", { quem: "7", area: "servico" }],
  ["por pessoa e área em que nada fez", { quem: "7", area: "sistema" }],
  ["por pessoa e período", { quem: "7", de: "2025-01-01", ate: "2025-12-31" }],
  ["do sistema e por um ato que ele não fez", { quem: "sistema", ato: "cargo.criar" }],
];

async function time(read: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await read();
  return performance.now() - started;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

const measured = new Map<string, { small: number; large: number }>();

beforeAll(async () => {
  [small, large] = [await company(1_000), await company(1_000_000)];
  const times = new Map(pages.map(([name]) => [name, { small: [] as number[], large: [] as number[] }]));
  // In turns, so that a busy moment of the machine meets both sizes.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [size, where] of [
      ["small", small],
      ["large", large],
    ] as const) {
      await enter(where);
      for (const [name, { sentido = "depois", ...filter }, from] of pages) {
        const cursor = from === undefined ? {} : { [sentido]: where.cursors[from] };
        const read = () => listarAuditoria(where.celia, filtroAuditoriaSchema.parse({ ...filter, ...cursor }), FUSO);
        await read();
        for (let run = 0; run < RUNS; run++) times.get(name)![size].push(await time(read));
      }
    }
  }
  for (const [name, both] of times) measured.set(name, { small: median(both.small), large: median(both.large) });
  const ms = (n: number) => `${n.toFixed(1)} ms`;
  for (const [name, both] of measured) {
    console.log(`${(both.large / both.small).toFixed(2)}x  ${ms(both.small)} -> ${ms(both.large)}  ${name}`);
  }
});

afterAll(async () => {
  await enter({ urlApp: DATABASE_URL!, urlDono: DATABASE_URL_DONO! });
  for (const each of [small, large]) await each.drop();
});

describe("um milhão de linhas na trilha", () => {
  test.each(pages.map(([name]) => name))("%s custa menos de três vezes o que custa com mil", (name) => {
    const both = measured.get(name)!;
    expect(both.large / both.small).toBeLessThan(LIMIT);
  });
});
