import { encode } from "next-auth/jwt";
import { Client } from "pg";
import { permissoes, type Permissao } from "@/lib/domain/permissoes";
import { startApp } from "../setup/app";
import { visitor } from "./visitor";

type Person = {
  nome: string;
  tipo?: "master" | "restrito";
  pode?: readonly Permissao[];
  ativo?: boolean;
  deveTrocarSenha?: boolean;
  senhaHash?: string;
};

export const SESSION_COOKIE = "next-auth.session-token";

/** The cookies that a browser has after signing in, as the server itself would set them. */
async function sessionCookies(sessaoId: string): Promise<Record<string, string>> {
  const session = await encode({ token: { sessaoId }, secret: process.env.AUTH_SECRET! });
  // Without the second the first action of each visitor would set it, and Next would send the whole page along.
  return { [SESSION_COOKIE]: session, aparelho: "teste" };
}

/** Writes into the database of a running application as its owner, in the name of the system. */
export async function backstage({ url, urlDono }: { url: string; urlDono: string }) {
  const client = new Client({ connectionString: urlDono });
  await client.connect();
  await client.query("select set_config('app.ator', 'sistema', false)");

  const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await client.query<R>(text, values)).rows;

  async function person({ nome, tipo = "restrito", pode = [], ativo = true, ...more }: Person): Promise<number> {
    const switches = Object.keys(permissoes) as Permissao[];
    const columns = ["nome", "email", "tipo", "ativo", "deve_trocar_senha", "senha_hash", ...switches];
    const email = `${nome.toLowerCase().replace(/\W+/g, ".")}@exemplo.com.br`;
    const known = [nome, email, tipo, ativo, more.deveTrocarSenha ?? false, more.senhaHash ?? null];
    const values = [...known, ...switches.map((chave) => pode.includes(chave))];
    const places = values.map((_, index) => `$${index + 1}`);
    const [row] = await rows<{ id: number }>(
      `insert into usuarios (${columns.join()}) values (${places.join()}) returning id`,
      values,
    );
    return row!.id;
  }

  async function openSession(usuarioId: number): Promise<string> {
    const [row] = await rows<{ id: string }>(
      "insert into sessoes (usuario_id, dispositivo, descricao, endereco) values ($1, 'teste', 'Teste', '127.0.0.1') returning id",
      [usuarioId],
    );
    return row!.id;
  }

  return {
    rows,
    person,
    openSession,
    /** A browser in which this person has just signed in. */
    signedIn: async (usuarioId: number) => visitor(url, await sessionCookies(await openSession(usuarioId))),
    /** A fingerprint of everything but the trail and the sessions. */
    async fingerprint(): Promise<string> {
      const tables = await rows<{ name: string }>(
        `select quote_ident(tablename) as name from pg_tables
         where schemaname = 'public' and tablename not in ('log_auditoria', 'sessoes') order by 1`,
      );
      const parts = tables.map(
        ({ name }) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t)`,
      );
      const [row] = await rows<{ hash: string }>(`select concat(${parts.join()}) as hash`);
      return row!.hash;
    },
    close: () => client.end(),
  };
}

/** A running application with a company in it, its backstage, and browsers that have just arrived. */
export async function openHouse(options: Parameters<typeof startApp>[0] = {}) {
  const app = await startApp({ vazio: true, ...options });
  const back = await backstage(app);
  await back.rows("insert into configuracao_empresa (nome) values ('Salão da Dona Célia')");
  const stop = async () => {
    await back.close();
    await app.stop();
  };
  return { ...app, ...back, arrive: () => visitor(app.url), stop };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

export type Backstage = Awaited<ReturnType<typeof backstage>>;
