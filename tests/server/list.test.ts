import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { listarAuditoria } from "@/lib/auditoria/queries";
import { filtroAuditoriaSchema } from "@/lib/auditoria/schema";
import { filtroConversasSchema } from "@/lib/balcao/schema";
import { listarCargos } from "@/lib/cargos/queries";
import { listarClientes } from "@/lib/clientes/queries";
import { filtroClientesSchema } from "@/lib/clientes/schema";
import { listaSchema } from "@/lib/domain/lista";
import type { Page } from "@/lib/domain/result";
import { listarFuncionarios } from "@/lib/funcionarios/queries";
import type { Usuario } from "@/lib/server/actor";
import { listarServicos } from "@/lib/servicos/queries";
import { filtroServicosSchema } from "@/lib/servicos/schema";
import { listarUsuarios } from "@/lib/usuarios/queries";
import { contratar, servico } from "../support/people";
import { comoSistema } from "../support/sql";

type List = (params: Record<string, unknown>) => Promise<Page<{ id: number }>>;
type Case = { read: List; from: string; ordens: Record<string, string> };

let celia: Usuario;
const ROWS = 130;
const NOME = "sem_acento(nome)";
const cases: Record<string, Case> = {
  serviços: {
    read: (params) => listarServicos(celia, filtroServicosSchema.parse(params)),
    from: "servicos",
    ordens: {
      nome: NOME,
      categoria: "sem_acento(categoria)",
      preco: "coalesce(preco_centavos, 0)",
      duracao: "duracao_minutos",
    },
  },
  cargos: {
    read: (params) => listarCargos(celia, listaSchema.parse(params)),
    from: "cargos c",
    ordens: { nome: NOME, funcionarios: "(select count(*) from funcionarios where cargo_id = c.id)" },
  },
  funcionários: {
    read: (params) => listarFuncionarios(celia, listaSchema.parse(params)),
    from: "funcionarios f",
    ordens: { nome: NOME, cargo: "(select sem_acento(c.nome) from cargos c where c.id = cargo_id)" },
  },
  usuários: {
    read: (params) => listarUsuarios(celia, listaSchema.parse(params)),
    from: "usuarios where tipo <> 'cliente'",
    ordens: { nome: NOME, email: "email" },
  },
  clientes: {
    read: (params) => listarClientes(celia, filtroClientesSchema.parse(params)),
    from: "usuarios where tipo = 'cliente'",
    ordens: { nome: NOME, recente: "coalesce(ultima_visita_em, criado_em)" },
  },
  auditoria: {
    read: (params) => listarAuditoria(celia, filtroAuditoriaSchema.parse(params), "America/Sao_Paulo"),
    from: "log_auditoria",
    ordens: { em: "em" },
  },
};
const everyOrder = Object.entries(cases).flatMap(([lista, { ordens }]) =>
  Object.keys(ordens).flatMap((ordem) => [[lista, ordem] as const, [lista, `-${ordem}`] as const]),
);

/** What PostgreSQL says that the whole list is. */
async function inteira(lista: string, ordem: string): Promise<number[]> {
  const { from, ordens } = cases[lista]!;
  const way = ordem.startsWith("-") ? "desc" : "asc";
  const by = ordens[ordem.replace("-", "")];
  const { rows } = await db().execute<{ id: number }>(
    sql.raw(`select id::int from ${from} order by ${by} ${way}, id ${way}`),
  );
  return rows.map(({ id }) => id);
}

/** What comes into the table of a list, and which of those who came may go. `mark` tells the rows of two calls apart. */
type Movimento = { vem: (unico: string, mark: string) => string; vai?: `${string} where ${string}` };

/** Names and keys repeat up to accents, so that the tie-break by id matters. */
const movimentos: Record<string, Movimento> = {
  serviços: {
    vem: (unico) => `servicos (nome, categoria, preco_centavos, duracao_minutos, cor) select ${unico},
      (array['Cabelo', 'cabelo', 'Unhas', ''])[n % 4 + 1], n % 3 * 100, 30 + n % 2, 'azul'`,
    vai: "servicos where nome like '%z%'",
  },
  cargos: { vem: (unico) => `cargos (nome) select ${unico}`, vai: "cargos where nome like '%z%'" },
  funcionários: {
    vem: () => "funcionarios (nome, cargo_id) select nome, (select min(id) + n % 5 from cargos)",
    vai: `funcionarios where id > ${ROWS}`,
  },
  usuários: {
    vem: (_, mark) => `usuarios (nome, email, tipo) select nome, n || '${mark}@exemplo.com.br', 'restrito'`,
    vai: "usuarios where email like '%z%'",
  },
  clientes: { vem: () => "usuarios (nome, tipo) select nome, 'cliente'" },
};

const encher = (lista: string, rows: number, mark: string) =>
  comoSistema((tx) =>
    tx.execute(
      sql.raw(`insert into ${movimentos[lista]!.vem(`nome || n || '${mark}'`, mark)} from generate_series(1, ${rows}) n,
        lateral (select (array['Ánima', 'anima', 'Água', 'Zé', 'bia', 'Bia', 'ção'])[n % 7 + 1] as nome) m`),
    ),
  );

/** Reads to the end and back again, page by page, with something happening in between. */
async function idaEVolta(lista: string, ordem: string, meanwhile = async () => {}) {
  const { read } = cases[lista]!;
  const ids = (page: Page<{ id: number }>) => page.rows.map(({ id }) => id);
  let page = await read({ ordem });
  const ida = [ids(page)];
  while (page.after && ida.length < 100) {
    await meanwhile();
    page = await read({ ordem, depois: page.after });
    ida.push(ids(page));
  }
  const volta = [ids(page)];
  while (page.before && volta.length < 100) {
    await meanwhile();
    page = await read({ ordem, antes: page.before });
    volta.unshift(ids(page));
  }
  return { ida, volta };
}

beforeAll(async () => {
  celia = await contratar("Dona Célia");
  for (const lista of Object.keys(movimentos)) await encher(lista, ROWS, "a");
});

describe("páginas de 25", () => {
  test.each(everyOrder)("%s por %s: cada linha uma vez, na ordem, até o fim e de volta", async (lista, ordem) => {
    const { ida, volta } = await idaEVolta(lista, ordem);
    const esperado = await inteira(lista, ordem);
    expect(esperado.length).toBeGreaterThanOrEqual(ROWS);
    expect(ida.flat()).toEqual(esperado);
    expect(volta.flat()).toEqual(esperado);
    for (const pagina of ida.slice(0, -1)) expect(pagina).toHaveLength(25);
  });

  test("mostra 50 ou 100 a quem pede, e 25 a quem pede outra coisa", async () => {
    const { read } = cases.serviços!;
    for (const [por, rows] of [
      ["50", 50],
      ["100", 100],
      ["1000", 25],
      ["-1", 25],
      ["muitas", 25],
      ["", 25],
    ] as const) {
      expect((await read({ por })).rows).toHaveLength(rows);
    }
  });
});

test("uma página esvaziada diz que não há mais nada, sem derrubar a lista", async () => {
  const vazio = Buffer.from(JSON.stringify(["zzzz", 1])).toString("base64url");
  expect(await cases.serviços!.read({ depois: vazio })).toMatchObject({ rows: [], before: null, after: null });
});

describe("um endereço torto abre a lista do começo", () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  test.each([
    ["cursor que não é nada", { depois: "%%%" }],
    ["cursor vazio", { depois: "" }],
    ["cursor que não é lista", { depois: cursor({ a: 1 }) }],
    ["cursor nulo", { depois: cursor(null) }],
    ["cursor sem id", { depois: cursor(["a"]) }],
    ["cursor com NUL", { depois: cursor(["a\u0000", 1]) }],
    ["cursor com id em texto", { depois: cursor(["a", "1 or true"]) }],
    ["cursor de 1 MB", { depois: cursor(["a".repeat(1_000_000), 1]) }],
    ["cursor repetido no endereço", { depois: ["a", "b"] }],
    ["ordem desconhecida", { ordem: "cor" }],
    ["ordem perigosa", { ordem: "nome; drop table servicos" }],
    ["ordem que todo objeto tem", { ordem: "constructor" }],
    ["ordem de protótipo", { ordem: "-__proto__" }],
    ["dois sinais", { ordem: "--nome" }],
    ["busca com NUL", { busca: "a\u0000" }],
    ["busca enorme", { busca: "a".repeat(10_000) }],
    ["busca repetida no endereço", { busca: ["a", "b"] }],
  ])("%s", async (_caso, params) => {
    for (const { read } of Object.values(cases)) {
      expect((await read(params)).rows).toEqual((await read({})).rows);
    }
  });

  test.each([
    ["preco", cursor(["Corte", 1])],
    ["preco", cursor(["99999999999", 1])],
    ["duracao", cursor(["", 1])],
    ["duracao", cursor(["1.5", 1])],
  ])("o cursor de outra ordem não serve à ordem %s", async (ordem, depois) => {
    const { read } = cases.serviços!;
    expect((await read({ ordem, depois })).rows).toEqual((await read({ ordem })).rows);
  });

  test.each(["ontem", "2026-13-45 99:99:99+00", "2026-11-23", "infinity"])("nem %j serve à trilha", async (key) => {
    const { read } = cases.auditoria!;
    expect((await read({ depois: cursor([key, 1]) })).rows).toEqual((await read({})).rows);
  });

  test("um período do começo ao fim dos tempos ainda abre a trilha", async () => {
    const { read } = cases.auditoria!;
    for (const periodo of [
      { de: "0001-01-01", ate: "9999-12-31" },
      { de: "2026-02-30" },
      { ate: "amanhã" },
      { de: "2000-01-01" },
      { ate: "2999-12-31" },
    ]) {
      expect((await read(periodo)).rows, JSON.stringify(periodo)).toEqual((await read({})).rows);
    }
    expect((await read({ de: "2999-12-31" })).rows).toEqual([]);
  });

  test("filtros de fora são ignorados", async () => {
    const { read } = cases.serviços!;
    expect((await read({ ativo: "talvez", categoria: "x\u0000" })).rows).toEqual((await read({})).rows);
  });

  test("nem as conversas nem a trilha tropeçam num endereço torto", () => {
    expect(filtroConversasSchema.parse({ busca: "x\u0000" }).busca).toBe("");
    expect(filtroAuditoriaSchema.parse({ registro: "2147483648" }).registro).toBeUndefined();
  });

  test("um id maior que todos apenas não encontra nada", async () => {
    const depois = cursor(["zzzz", Number.MAX_SAFE_INTEGER]);
    for (const { read } of [cases.serviços!, cases.cargos!]) expect((await read({ depois })).rows).toEqual([]);
  });
});

describe("enquanto outros mexem", () => {
  let vez = 0;
  const mexer = (lista: string) => async () => {
    await encher(lista, 7, `z${++vez}`);
    const { vai } = movimentos[lista]!;
    if (!vai) return;
    const [tabela] = vai.split(" ");
    await comoSistema((tx) =>
      tx.execute(sql.raw(`delete from ${tabela} where id in (select id from ${vai} order by random() limit 3)`)),
    );
  };

  // The trail grows at its head: to come back there, it must grow less than one reads.
  const acrescentar = async () => void (await servico({ nome: `A mais ${++vez}` }));

  test.each([
    ["auditoria", "-em", acrescentar],
    ["serviços", "nome", mexer("serviços")],
    ["serviços", "-preco", mexer("serviços")],
    ["cargos", "-nome", mexer("cargos")],
    ["funcionários", "cargo", mexer("funcionários")],
    ["usuários", "email", mexer("usuários")],
    ["clientes", "nome", mexer("clientes")],
  ])("%s por %s: quem estava lá o tempo todo aparece uma vez só", async (lista, ordem, meanwhile) => {
    const before = await inteira(lista, ordem);
    const { ida, volta } = await idaEVolta(lista, ordem, meanwhile);
    const after = new Set(await inteira(lista, ordem));
    const constant = before.filter((id) => after.has(id));
    expect(constant.length).toBeGreaterThanOrEqual(ROWS);
    const kept = new Set(constant);
    expect(ida.flat().filter((id) => kept.has(id))).toEqual(constant);
    expect(volta.flat().filter((id) => kept.has(id))).toEqual(constant);
    expect(new Set(ida.flat()).size).toBe(ida.flat().length);
  });
});

test("o total é exato até 1.000; daí em diante é mais de 1.000", async () => {
  const { read } = cases.clientes!;
  await comoSistema((tx) => tx.execute(sql`delete from usuarios where tipo = 'cliente'`));
  let cadastrados = 0;
  const ate = async (total: number) => {
    await comoSistema((tx) =>
      tx.execute(sql`insert into usuarios (nome, tipo) select 'Cliente ' || n, 'cliente'
        from generate_series(${cadastrados + 1}::int, ${total}::int) n`),
    );
    cadastrados = total;
    const { total: n, totalExact } = await read({});
    return [n, totalExact];
  };
  expect(await ate(0)).toEqual([0, true]);
  expect(await ate(999)).toEqual([999, true]);
  expect(await ate(1_000)).toEqual([1_000, true]);
  expect(await ate(1_001)).toEqual([1_000, false]);
  expect(await ate(1_200)).toEqual([1_000, false]);
  expect(await read({ busca: "cliente 1200" })).toMatchObject({ total: 1, totalExact: true });
});
