import { refusal } from "./ports.mjs";
import { prepareDatabase, prepareRoles } from "./postgres/roles.mjs";
import { startPostgres } from "./postgres/server.mjs";
import { UserError } from "./terminal.mjs";

const ROLES = { owner: "hora_marcada_dono", app: "hora_marcada_app" };

/** @typedef {{ urlApp: string, urlDono: string, server?: Awaited<ReturnType<typeof startPostgres>> }} Database */

/**
 * The embedded database of a data folder, started or adopted, with its roles.
 * @param {{ dir: string, fast?: boolean }} options
 */
export async function openEmbedded({ dir, fast }) {
  const server = await startPostgres({ dir, fast });
  try {
    await prepareRoles(server, ROLES);
    return { server, ...(await prepareDatabase(server, { ...ROLES, database: "hora_marcada" })) };
  } catch (error) {
    if (!server.adopted) await server.stop();
    throw error;
  }
}

/**
 * The database that the environment names. With one address alone it is the owner's, and the
 * application steps down by itself.
 * @param {Record<string, string | undefined>} env
 */
export const namedDatabase = (env) => ({
  urlApp: env.DATABASE_URL,
  urlDono: env.DATABASE_URL_DONO || env.DATABASE_URL,
});

/**
 * What must be right before anything is installed or built: the secret, where one has to be given, and the way to the
 * database, where one is named.
 * @throws {UserError}
 */
export async function checkEnvironment(env) {
  if ((env.DATABASE_URL || env.AUTH_SECRET) && (env.AUTH_SECRET ?? "").length < 32) {
    throw new UserError(
      `${env.DATABASE_URL ? "Com DATABASE_URL é preciso um" : "Falta tamanho ao"} AUTH_SECRET, que assina as sessões: ` +
        "pelo menos 32 caracteres. Gere um com: openssl rand -base64 33",
    );
  }
  for (const name of ["DATABASE_URL", "DATABASE_URL_DONO"]) if (env[name]) await checkReachable(name, env[name]);
}

async function checkReachable(name, value) {
  const url = parseUrl(name, value);
  // A socket folder in `?host=` has no port to knock at.
  if (!url.hostname) return;
  const port = Number(url.port || 5432);
  const reason = await refusal(url.hostname.replace(/^\[|\]$/g, ""), port);
  if (reason) {
    throw new UserError(
      `Não alcanço o banco de ${name} em ${url.hostname}:${port} (${reason}). Confira se ele está ligado e se o endereço está certo.`,
    );
  }
}

function parseUrl(name, value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return url;
  throw new UserError(
    `${name} não é um endereço do PostgreSQL. A forma é postgres://usuario:senha@maquina:5432/banco.`,
  );
}

const refusals = {
  "28P01": "a senha não confere",
  28000: "o usuário não pode entrar",
  "3D000": "este banco não existe",
  53300: "não há conexões livres",
};

/**
 * Signs in to the named database once; needs the installed packages.
 * @throws {UserError}
 */
export async function checkSignIn(env) {
  const { default: pg } = await import("pg");
  for (const name of ["DATABASE_URL", "DATABASE_URL_DONO"]) {
    if (!env[name]) continue;
    const client = new pg.Client({ connectionString: env[name], connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.end();
    } catch (error) {
      throw new UserError(
        `O banco de ${name} recusou a conexão: ${refusals[error.code] ?? error.message}. Corrija ${name}.`,
      );
    }
  }
}
