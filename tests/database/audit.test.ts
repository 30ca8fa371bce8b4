import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { carregarDemonstracao } from "@/db/demo/carregar";
import { entidades, semAuditoria } from "@/lib/domain/entidades";
import { rotas } from "@/lib/domain/permissoes";
import { hashSenha } from "@/lib/server/password";
import { contar, usando } from "../support/sql";

type Coluna = { classe?: string };
const colunasDe = (entidade: string) =>
  Object.entries(entidades[entidade as keyof typeof entidades].colunas as Record<string, Coluna>);
const daClasse = (entidade: string, classe: string) =>
  colunasDe(entidade)
    .filter(([, coluna]) => coluna.classe === classe)
    .map(([nome]) => nome);

const audited = Object.keys(entidades);

/** A change that each table takes; most have a name to change. */
const mudancas: Record<string, string> = {
  consentimentos: "texto = texto || ' x'",
  funcionario_servicos: "duracao_minutos = coalesce(duracao_minutos, 30) + 5",
  arquivos: "tipo = tipo || 'x'",
  agendamentos: "observacoes = observacoes || ' x'",
  agendamento_servicos: "duracao_minutos = duracao_minutos + 5",
  pagamentos: "valor_centavos = valor_centavos + 1",
  fechamentos: "observacao = observacao || ' x'",
  expedientes: "semana = '[[], [], [], [], [], [], []]'",
  bloqueios: "descricao = descricao || ' x'",
  configuracao_whatsapp: "nome_assistente = nome_assistente || ' x'",
};
const mudanca = (tabela: string) => mudancas[tabela] ?? "nome = nome || ' x'";

// The demonstration has a row in every audited table.
beforeAll(async () => {
  const hash = await hashSenha("demonstracao");
  await db().transaction((tx) => carregarDemonstracao(tx, hash, { clientes: 3, seed: 1 }));
});

test("cada tabela do banco é auditada, ou está na lista curta com o seu motivo", async () => {
  const { rows } = await db().execute<{ tabela: string }>(sql`
    select relname as tabela from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f') order by relname`);
  const tabelas = rows.map((row) => row.tabela);
  expect([...audited, ...Object.keys(semAuditoria)].sort()).toEqual(tabelas);
  for (const motivo of Object.values(semAuditoria)) expect(motivo).toMatch(/\S+ \S+ \S+/);
});

// `usuarios` also holds the clients, whose screen is another.
test("o que tem nome e tela é chamado por ele na trilha, que leva à tela", () => {
  const comTela = Object.entries(entidades).filter(
    ([nome, { colunas }]) => "nome" in colunas && `/${nome}/[id]` in rotas && nome !== "usuarios",
  );
  expect(comTela.map(([nome]) => nome)).toContain("cargos");
  for (const [nome, entidade] of comTela) expect(entidade).toHaveProperty("tela", `/${nome}/`);
});

test("o gatilho de cada tabela pega tudo e conhece as classes das suas colunas", async () => {
  const { rows } = await db().execute<{ tabela: string; ligado: boolean; def: string }>(sql`
    select tgrelid::regclass::text as tabela, tgenabled = 'O' as ligado, pg_get_triggerdef(oid) as def
    from pg_trigger where tgname = 'auditar' order by 1`);
  const esperado = audited.sort().map((tabela) => ({
    tabela,
    ligado: true,
    def:
      `CREATE TRIGGER auditar AFTER INSERT OR DELETE OR UPDATE ON public.${tabela} FOR EACH ROW EXECUTE FUNCTION ` +
      `auditar('{${daClasse(tabela, "segredo")}}', '{${daClasse(tabela, "pessoal")}}')`,
  }));
  expect(rows).toEqual(esperado);
});

test.each(audited)("toda coluna de %s tem nome para a trilha, e nenhum nome sobra", async (tabela) => {
  const { rows } = await db().execute<{ coluna: string }>(sql`
    select attname as coluna from pg_attribute
    where attrelid = ${tabela}::regclass and attnum > 0 and not attisdropped
      and attname not in ('versao', 'criado_em', 'atualizado_em', 'busca') order by 1`);
  const nomes = colunasDe(tabela).map(([nome]) => nome);
  expect(nomes.sort()).toEqual(rows.map((row) => row.coluna));
});

describe("escrita sem autor", () => {
  const semAutor = { code: "HM001", message: "escrita sem autor: defina app.ator na transação" };

  test.each(["app", "dono"] as const)("é recusada em cada tabela, também para o papel %s", async (como) => {
    await usando(como, async (client) => {
      for (const tabela of audited) {
        for (const statement of [`update ${tabela} set ${mudanca(tabela)}`, `update ${tabela} set versao = versao`]) {
          await expect(client.query(statement), statement).rejects.toMatchObject(semAutor);
        }
      }
      const inserir = client.query("insert into cargos (nome) values ('Sem dono')");
      await expect(inserir).rejects.toMatchObject(semAutor);
      await expect(client.query("delete from funcionario_servicos")).rejects.toMatchObject(semAutor);
    });
  });

  test.each(["fulano:1", "usuario", "usuario:", "usuario:x", "sistema:1", "", " sistema", "sistema\n"])(
    "o autor %j não é ninguém",
    async (ator) => {
      await usando("app", async (client) => {
        await client.query("begin");
        await client.query("select set_config('app.ator', $1, true)", [ator]);
        await expect(client.query("update cargos set nome = nome || ' x'")).rejects.toMatchObject({ code: "HM001" });
        await client.query("rollback");
      });
    },
  );

  test("o autor de uma transação não vale para a seguinte", async () => {
    await usando("app", async (client) => {
      await client.query("begin; select set_config('app.ator', 'sistema', true); commit");
      await expect(client.query("update cargos set nome = nome || ' x'")).rejects.toMatchObject(semAutor);
      await expect(client.query("select registrar_ato('acesso.sair', null, null, null)")).rejects.toMatchObject({
        code: "HM001",
      });
    });
  });
});

test.each(audited)("mudar nada em %s não deixa rastro nem sobe a versão", async (tabela) => {
  await usando("app", async (client) => {
    const foto = async () => {
      const { rows } = await client.query<{ linhas: string; rastros: string }>(
        `select (select jsonb_agg(t order by id)::text from ${tabela} t) as linhas,
           (select count(*) from log_auditoria) as rastros`,
      );
      return rows[0];
    };
    const antes = await foto();
    await client.query("begin; select set_config('app.ator', 'sistema', true)");
    const { rowCount } = await client.query(`update ${tabela} set versao = versao + 5, criado_em = now()`);
    await client.query("commit");
    expect(rowCount, `a demonstração (db/demo) precisa de uma linha de ${tabela}`).toBeGreaterThan(0);
    expect(await foto()).toEqual(antes);
  });
});

test("uma mudança de verdade sobe a versão em um e leva à trilha só o que mudou", async () => {
  await usando("app", async (client) => {
    await client.query("begin; select set_config('app.ator', 'sistema', true)");
    const { rows } = await client.query<{ id: number; versao: number }>(
      "update servicos set preco_centavos = 5600, versao = 40 where nome = 'Corte masculino' returning id, versao",
    );
    await client.query("commit");
    expect(rows[0]!.versao).toBe(2);
    const { rows: rastros } = await client.query(
      "select antes, depois, ato from log_auditoria where entidade = 'servicos' and entidade_id = $1 order by id",
      [rows[0]!.id],
    );
    expect(rastros.at(-1)).toEqual({
      antes: { preco_centavos: 5500 },
      depois: { preco_centavos: 5600 },
      ato: "sistema.sql",
    });
  });
});

test("apagar um valor deixa na trilha o que havia e que agora não há", async () => {
  await usando("app", async (client) => {
    await client.query("begin; select set_config('app.ator', 'sistema', true)");
    await client.query("update usuarios set telefone = '+5511987654321' where email = 'gerente@exemplo.com.br'");
    await client.query("update usuarios set telefone = null where email = 'gerente@exemplo.com.br'");
    await client.query("commit");
    const { rows } = await client.query("select antes, depois from log_auditoria order by id desc limit 1");
    expect(rows[0]).toEqual({ antes: { telefone: "+5511987654321" }, depois: { telefone: null } });
  });
});

test("a senha nunca entra na trilha: nem criada, nem trocada, nem excluída", async () => {
  const [hash, outro] = [await hashSenha("uma senha qualquer"), await hashSenha("outra senha qualquer")];
  await usando("app", async (client) => {
    await client.query("begin; select set_config('app.ator', 'sistema', true)");
    await client.query(
      "insert into usuarios (nome, email, tipo, senha_hash) values ('Ana', 'ana@exemplo.com.br', 'restrito', $1)",
      [hash],
    );
    await client.query("update usuarios set senha_hash = $1 where email = 'ana@exemplo.com.br'", [outro]);
    await client.query("delete from usuarios where email = 'ana@exemplo.com.br'");
    await client.query("commit");
  });
  expect(await contar(sql`from log_auditoria l where l::text like '%argon2%'`)).toBe(0);
  const { rows } = await db().execute(sql`
    select operacao, antes ->> 'senha_hash' as antes, depois ->> 'senha_hash' as depois
    from log_auditoria order by id desc limit 3`);
  expect(rows.reverse()).toEqual([
    { operacao: "criacao", antes: null, depois: "•••" },
    { operacao: "alteracao", antes: "•••", depois: "•••" },
    { operacao: "exclusao", antes: "•••", depois: null },
  ]);
});
