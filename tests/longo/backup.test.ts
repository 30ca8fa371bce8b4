import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { tablesOf } from "@/db/backup/tables";
import { propositoDe } from "@/lib/assistente/queries";
import { seal } from "@/lib/server/secrets";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { ROOT } from "@/scripts/launcher/config.mjs";
import { openEmbedded } from "@/scripts/launcher/database.mjs";
import { launch, temporaryFolder } from "../setup/launcher";
import { tryToEnter } from "../support/doors";
import { visitor } from "../support/visitor";

beforeAll(() => ensureBuild());

const NADA = { DATABASE_URL: "", DATABASE_URL_DONO: "", AUTH_SECRET: "", HOST: "", NEXTAUTH_URL: "", NODE_ENV: "" };

/** Runs one of the tools as a person does, on a data folder. */
async function npm(dados: string, script: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, ...NADA, DADOS: dados } as NodeJS.ProcessEnv;
  try {
    const { stdout, stderr } = await promisify(execFile)("npm", ["run", "-s", script, "--", ...args], {
      cwd: ROOT,
      env,
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

async function usando<R>(dados: string, work: (client: Client) => Promise<R>): Promise<R> {
  const { server, urlDono } = await openEmbedded({ dir: dados });
  const client = new Client({ connectionString: urlDono });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
    if (!server.adopted) await server.stop();
  }
}

/** Every table of the company as one text that any changed, missing or doubled row changes, and how long its trail is. */
const retrato = (dados: string) =>
  usando(dados, async (client) => {
    const tabelas: Record<string, string> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(
        `select concat(count(*), ' ', md5(string_agg(md5(t::text), '' order by md5(t::text)))) as soma from ${name} t`,
      );
      if (name.startsWith("public.")) tabelas[name] = rows[0].soma;
    }
    const { "public.log_auditoria": trilha, ...resto } = tabelas;
    return { tabelas: resto, trilha: Number(trilha!.split(" ")[0]) };
  });

test("de uma pasta para outra, em outra porta: linhas iguais, o logo aparece, o segredo abre, e todos entram", async () => {
  const [aqui, la] = [temporaryFolder(), temporaryFolder()];
  // The folder's own secret, which this process can seal with.
  writeFileSync(path.join(aqui, "segredo"), process.env.AUTH_SECRET!);
  const primeiro = await launch({ env: { DADOS: aqui } });
  await primeiro.opened();
  const palavra = "palavra-de-verificacao-1";
  const logo = await usando(aqui, async (client) => {
    await client.query("select set_config('app.ator', 'sistema', false)");
    await client.query(
      "update configuracao_whatsapp set ativo = true, numero_id = '10203040', verificacao_cifrada = $1, verificacao_final = 'ao-1'",
      [seal(propositoDe("verificacao"), palavra)],
    );
    const { rows } = await client.query(
      "select a.nome, conteudo from arquivos a join configuracao_empresa e on e.logo_id = a.id",
    );
    return rows[0] as { nome: string; conteudo: Buffer };
  });

  expect(await npm(aqui, "restaurar", "qualquer.gz")).toMatchObject({
    code: 1,
    said: expect.stringContaining("Encerre-a antes de restaurar"),
  });
  const feito = await npm(aqui, "backup");
  expect(feito, feito.said).toMatchObject({ code: 0 });
  const [arquivo] = readdirSync(path.join(aqui, "backups"));
  process.kill(primeiro.pid, "SIGTERM");
  await primeiro.end;

  mkdirSync(la, { recursive: true });
  const volta = await npm(la, "restaurar", path.join(aqui, "backups", arquivo!));
  expect(volta, volta.said).toMatchObject({ code: 0, said: expect.stringContaining("Pronto: tudo está como em") });
  expect(volta.said).not.toContain("AUTH_SECRET");
  expect(readFileSync(path.join(la, "segredo"), "utf8").trim()).toBe(process.env.AUTH_SECRET);
  const [antes, depois] = [await retrato(aqui), await retrato(la)];
  const { trilha, ...resto } = depois;
  expect(resto).toEqual({ tabelas: antes.tabelas });
  // What the first one wrote after its backup: that it was made.
  expect(antes.trilha - trilha).toBe(1);

  const segundo = await launch({ env: { DADOS: la } });
  await segundo.opened();
  const imagem = await visitor(segundo.url).get(`/api/arquivos/${logo.nome}`);
  expect(imagem.status).toBe(200);
  expect(Buffer.from(await imagem.arrayBuffer()).equals(logo.conteudo)).toBe(true);
  const pergunta = (dita: string) =>
    visitor(segundo.url).get(`/api/whatsapp/webhook?hub.mode=subscribe&hub.verify_token=${dita}&hub.challenge=42`);
  expect(await (await pergunta(palavra)).text()).toBe("42");
  expect((await pergunta("outra-palavra-qualquer")).status).toBe(403);
  const { rows } = await usando(la, (client) =>
    client.query("select email from usuarios where tipo = 'master' limit 1"),
  );
  expect(await tryToEnter(visitor(segundo.url), rows[0].email, "demonstracao")).toBe("entrou");
});
