import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { run } from "../scripts/launcher/command.mjs";
import { ROOT } from "../scripts/launcher/config.mjs";
import { openEmbedded } from "../scripts/launcher/database.mjs";
import { readOrMakeSecret } from "../scripts/launcher/folder.mjs";
import { freePort } from "../scripts/launcher/ports.mjs";

const HOME = path.join(ROOT, ".data/bench");

/** Ten years of a large company: everything that must not grow with it is measured there. */
export const GRANDE = { clientes: 100_000, agendamentos: 1_000_000, profissionais: 50 };

/** Starts a command and waits until `url` answers. */
export async function serve(command, { url, cwd = ROOT, env = {} }) {
  const child = spawn(process.execPath, command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for (const until = Date.now() + 180_000; Date.now() < until; await new Promise((done) => setTimeout(done, 200))) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended with ${child.exitCode}`);
    if ((await fetch(url).catch(() => null))?.ok) return { close };
  }
  await close();
  throw new Error(`${url} did not answer`);
}

/** What a kept company was made from; another one is made when it changes. */
function origin() {
  const hash = createHash("sha256");
  for (const folder of ["drizzle", "db/demo"])
    for (const name of readdirSync(path.join(ROOT, folder)).filter((one) => /\.(sql|ts)$/.test(one)))
      hash.update(name).update(readFileSync(path.join(ROOT, folder, name)));
  return hash.digest("hex").slice(0, 8);
}

/** Removes a data folder; the database of root lives elsewhere, behind a link. */
export function remove(folder) {
  const link = path.join(folder, "pg");
  if (existsSync(link) && realpathSync(link) !== link) rmSync(path.dirname(realpathSync(link)), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}

async function make(folder, size, env) {
  for (const name of existsSync(HOME) ? readdirSync(HOME) : [])
    if (name.startsWith(`${size.join("-")}-`)) remove(path.join(HOME, name));
  const args = ["scripts/tool.mjs", "demo", ...size.map((part, i) => (i % 2 ? part : `--${part}`))];
  if ((await run([process.execPath, ...args], { env: { ...process.env, ...env } })) !== 0)
    throw new Error("the demonstration company could not be made");
  // Autovacuum would come in the middle of a measurement.
  const { server, urlDono } = await openEmbedded({ dir: folder });
  const client = new pg.Client({ connectionString: urlDono });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
  if (!server.adopted) await server.stop();
  writeFileSync(path.join(folder, "pronta"), "");
}

/** The headers of a browser in which the master of the demonstration has signed in; it has both of our cookies. */
async function signedIn(client, folder) {
  await client.query("select set_config('app.ator', 'sistema', false)");
  const { rows } = await client.query(
    `insert into sessoes (usuario_id, dispositivo, descricao, endereco)
     select id, 'bench', 'Medição', '127.0.0.1' from usuarios where email = 'master@exemplo.com.br' returning id`,
  );
  const value = await encode({ token: { sessaoId: rows[0].id }, secret: readOrMakeSecret(folder) });
  return { cookie: `next-auth.session-token=${value}; aparelho=bench` };
}

/** What runs for a company now. @returns process ids by their part: `banco` with all of its backends */
function processesOf(folder) {
  const { children } = JSON.parse(readFileSync(path.join(folder, "estado.json"), "utf8"));
  const does = (pid, what) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(what);
  const postgres = Number(readFileSync(path.join(folder, "pg/postmaster.pid"), "utf8").split("\n")[0]);
  const backends = execFileSync("ps", ["-o", "pid=", "--ppid", String(postgres)], { encoding: "utf8" });
  return {
    web: children.filter((pid) => does(pid, "server.js") || does(pid, "next-server")),
    proxy: children.filter((pid) => does(pid, "proxy.mjs")),
    executor: children.filter((pid) => does(pid, "worker.mjs")),
    banco: [postgres, ...backends.split("\n").filter(Boolean).map(Number)],
  };
}

/**
 * A demonstration company in its production build, through the launcher, on a port of its own. It is made once and kept
 * in `.data/bench` until the migrations or the demonstration change.
 *
 * @param {Record<string, number>} [size] what `npm run demo` is given: `clientes`, `agendamentos`, `profissionais`
 * @param {{ webs?: number, anew?: boolean }} [options] `webs`: how many web processes share the requests; `anew`: a
 *   company of today in which nobody has measured
 * @returns its address, its database's URL as the application's role, a connection of that role, `signIn` for one more
 *   browser of its master, `get` as the first of them, `processes` by their part, and how to close it
 */
export async function openCompany({ clientes = 400, ...more } = {}, { webs = 1, anew = false } = {}) {
  const size = Object.entries({ clientes, ...more }).flatMap(([name, number]) => [name, String(number)]);
  const folder = path.join(HOME, `${size.join("-")}-${origin()}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DADOS: folder,
    PORT: String(port),
    HOST: "",
    DATABASE_URL: "",
    DATABASE_URL_DONO: "",
    NEXTAUTH_URL: url,
  };
  if (anew || !existsSync(path.join(folder, "pronta"))) await make(folder, size, env);
  const shared = webs > 1 ? ["--processos", String(webs)] : [];
  const server = await serve(["scripts/start.mjs", ...shared], { url: `${url}/api/saude?pronto=1`, env });
  const { urlApp } = await openEmbedded({ dir: folder });
  const client = new pg.Client({ connectionString: urlApp });
  await client.connect();
  // Of runs before this one.
  await client.query("delete from sessoes where dispositivo = 'bench'");
  const headers = await signedIn(client, folder);
  const { rows } = await client.query(`select (select count(*) from agendamentos) as agendamentos,
    (select count(*) from usuarios where tipo = 'cliente') as clientes, (select count(*) from log_auditoria) as trilha`);
  return {
    url,
    urlApp,
    client,
    headers,
    /** How many rows of each it has. */
    rows: rows[0],
    signIn: () => signedIn(client, folder),
    processes: () => processesOf(folder),
    /** Reads a path to its last byte. @throws when the answer is no page */
    async get(at) {
      const response = await fetch(url + at, { headers, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    },
    async close() {
      await client.end();
      await server.close();
    },
  };
}
