import { urlOf } from "./server.mjs";

/** @typedef {{ owner: string, app: string }} Roles the owner migrates and runs jobs; the application may do only what it is granted */

/**
 * Makes the two roles of an embedded server, or gives them their passwords again.
 * @param {{ superUrl: string, passwords: { dono: string, app: string } }} server
 * @param {Roles} roles
 */
export const prepareRoles = ({ superUrl, passwords }, { owner, app }) =>
  asSuperuser(superUrl, async (client) => {
    for (const [role, password] of Object.entries({ [owner]: passwords.dono, [app]: passwords.app })) {
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
      await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${role} LOGIN PASSWORD '${password}'`);
    }
  });

/**
 * Makes a database of the owner that only the two roles may enter, unless it is there.
 * @param {{ port: number, superUrl: string, passwords: { dono: string, app: string } }} server
 * @param {Roles & { database: string, template?: string }} options
 * @returns {Promise<{ urlApp: string, urlDono: string }>}
 */
export async function prepareDatabase({ port, superUrl, passwords }, { database, owner, app, template = "template1" }) {
  await asSuperuser(superUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    // Copying files takes a quarter of the time that writing them through the log takes, which is the default.
    if (!rowCount)
      await client.query(`CREATE DATABASE ${database} OWNER ${owner} TEMPLATE ${template} STRATEGY file_copy`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${app}`);
  });
  return { urlApp: urlOf(app, passwords.app, port, database), urlDono: urlOf(owner, passwords.dono, port, database) };
}

/** Removes a database, with whoever is still connected to it. */
export const dropDatabase = ({ superUrl }, database) =>
  asSuperuser(superUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));

async function asSuperuser(superUrl, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    // Roles belong to the whole server, and PostgreSQL lets two changes of one collide. The lock ends with the session.
    await client.query("SELECT pg_advisory_lock(4607181)");
    return await work(client);
  } finally {
    await client.end();
  }
}
