import fs, { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { BackupError, checkArchive, fileName, fingerprint } from "@/db/backup/archive";
import { dropOldBackups } from "@/db/backup/keep";
import { restoreBackup } from "@/db/backup/restore";
import { sequencesOf, tablesOf } from "@/db/backup/tables";
import { writeBackup } from "@/db/backup/write";
import { run } from "@/scripts/launcher/command.mjs";
import { bundleTool, toolCommand } from "@/scripts/launcher/tools.mjs";
import { freshDatabase } from "../setup/database";

type Database = Awaited<ReturnType<typeof freshDatabase>>;

const AGORA = new Date("2026-11-25T06:20:00Z");
const VERSAO = "9.9.9";
const SEGREDO = "um segredo de teste com mais de 32 caracteres";

let salao: Database;
let pasta: string;
const abertos: Database[] = [];

async function vazio() {
  const database = await freshDatabase();
  abertos.push(database);
  return database;
}

async function usando<R>({ urlDono }: Database, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: urlDono });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table as one number that any changed, missing or doubled row changes, and every sequence. */
const retrato = (database: Database) =>
  usando(database, async (client) => {
    const linhas: Record<string, unknown> = {};
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(
        `select count(*)::int as linhas, md5(string_agg(md5(t::text), '' order by md5(t::text))) as soma from ${name} t`,
      );
      linhas[name] = rows[0];
    }
    return { linhas, sequencias: await sequencesOf(client) };
  });

const guardar = (mudancas: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({
    dono: salao.urlDono,
    folder: pasta,
    secret: SEGREDO,
    keepSecret: false,
    now: AGORA,
    versao: VERSAO,
    ...mudancas,
  });

const restaurar = ({ urlDono }: Database, file: string, replace = false) =>
  restoreBackup({ dono: urlDono, file, replace });

/** The file with its text changed; the checksum stays as it was. */
async function alterado(file: string, change: (text: string) => string) {
  const other = path.join(pasta, "alterado.sql.gz");
  await writeFile(other, gzipSync(change(gunzipSync(await readFile(file)).toString())));
  return other;
}

beforeAll(async () => {
  await bundleTool("demo");
  salao = await freshDatabase();
  abertos.push(salao);
  const env = { ...process.env, DATABASE_URL: salao.urlApp, DATABASE_URL_DONO: salao.urlDono };
  expect(await run(toolCommand("demo", []), { env })).toBe(0);
  await usando(salao, (client) =>
    client.query(`select graphile_worker.add_job('lembrar', '{"agendamentoId": 1}', job_key => 'lembrete:1')`),
  );
});
beforeEach(async () => {
  pasta = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-backup-"));
  return () => rm(pasta, { recursive: true });
});
afterAll(async () => {
  for (const { drop } of abertos) await drop();
});

describe("o que se guarda volta", () => {
  test("em um banco vazio: tabelas, fila e sequências iguais, a trilha nem perdida nem em dobro; e os gatilhos trabalham", async () => {
    const antes = await retrato(salao);
    const { file } = await guardar();
    const outro = await vazio();
    await restaurar(outro, file);
    expect(await retrato(outro)).toEqual(antes);
    expect(antes.linhas["public.log_auditoria"]).toMatchObject({ linhas: expect.any(Number) });
    expect(antes.linhas["graphile_worker._private_jobs"]).toMatchObject({ linhas: 1 });

    const novo = await usando(outro, async (client) => {
      await expect(client.query("insert into cargos (nome) values ('Sem autor')")).rejects.toThrow();
      const { rows: cargos } = await client.query("select max(id) as id from cargos");
      await client.query("begin");
      await client.query("select set_config('app.ator', 'sistema', true)");
      const { rows } = await client.query("insert into cargos (nome) values ('Manicure nova') returning id");
      await client.query("commit");
      const rastro = await client.query(
        "select from log_auditoria where operacao = 'criacao' and entidade = 'cargos' and entidade_id = $1",
        [rows[0].id],
      );
      return { depoisDosOutros: rows[0].id > cargos[0].id, rastros: rastro.rowCount };
    });
    expect(novo).toEqual({ depoisDosOutros: true, rastros: 1 });

    await expect(restaurar(outro, file)).rejects.toThrow("--substituir");
    await restaurar(outro, file, true);
    expect(await retrato(outro)).toEqual(antes);
  });

  test("enquanto outros escrevem, o arquivo é de um instante só", async () => {
    let parar = false;
    const escrevendo = usando(salao, async (client) => {
      for (let n = 0; !parar; n++) {
        await client.query("begin");
        await client.query("select set_config('app.ator', 'sistema', true)");
        await client.query("insert into cargos (nome) values ($1)", [`Cargo ${n}`]);
        await client.query("commit");
      }
    });
    const { file } = await guardar();
    parar = true;
    await escrevendo;
    const outro = await vazio();
    await restaurar(outro, file);
    const { rows } = await usando(outro, (client) =>
      client.query(`select (select count(*) from cargos)::int as cargos,
        (select count(*) from log_auditoria where entidade = 'cargos' and operacao = 'criacao')::int as rastros`),
    );
    expect(rows[0].cargos).toBe(rows[0].rastros);
  });
});

describe("o arquivo", () => {
  test("só o dono lê, tem a data no nome, e diz a versão e de que segredo é", async () => {
    const { file } = await guardar();
    expect(path.basename(file)).toBe("hora-marcada-2026-11-25T062000Z.sql.gz");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const header = await checkArchive(file);
    expect(header).toMatchObject({ formato: 1, versao: VERSAO, postgres: 18, impressao: fingerprint(SEGREDO) });
    expect(header).not.toHaveProperty("segredo");
    const { file: comSegredo } = await guardar({ keepSecret: true, now: new Date("2026-11-26T06:20:00Z") });
    expect(await checkArchive(comSegredo)).toMatchObject({ segredo: SEGREDO });
  });

  test("com uma letra trocada, uma linha a menos ou o fim cortado é recusado, e o banco fica como estava", async () => {
    const { file } = await guardar();
    const outro = await vazio();
    const antes = await retrato(outro);
    for (const change of [
      (text: string) => text.replace("Gerente", "Gerentf"),
      (text: string) => text.replace(/\n[^\n]*Atendente[^\n]*/, ""),
      (text: string) => text.slice(0, -100),
    ])
      await expect(restaurar(outro, await alterado(file, change))).rejects.toThrow("soma de verificação");
    expect(await retrato(outro)).toEqual(antes);
  });

  test("cortado no meio da compressão também é recusado, e o que não é backup nem se abre", async () => {
    const { file } = await guardar();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length / 2));
    await expect(checkArchive(file)).rejects.toThrow("incompleto");
    await writeFile(file, "qualquer coisa");
    await expect(checkArchive(file)).rejects.toBeInstanceOf(BackupError);
    await writeFile(file, gzipSync("qualquer coisa\n"));
    await expect(checkArchive(file)).rejects.toThrow("não é um backup");
  });

  test("quando a pasta não serve, uma frase diz por quê e nada fica para trás", async () => {
    await writeFile(path.join(pasta, "arquivo"), "");
    await expect(guardar({ folder: path.join(pasta, "arquivo/backups") })).rejects.toThrow("não foi gravado em");
    await expect(guardar({ dono: salao.urlDono.replace(/:\d+\//, ":1/") })).rejects.toThrow();
    expect(await readdir(pasta)).toEqual(["arquivo"]);
  });
});

describe("restaurar recusa", () => {
  test("um banco em que alguém está, e o de outra versão", async () => {
    const { file } = await guardar();
    const outro = await vazio();
    await usando(outro, () => expect(restaurar(outro, file)).rejects.toThrow("conexões abertas"));
    await usando(outro, (client) =>
      client.query("update drizzle.__drizzle_migrations set created_at = created_at - 1"),
    );
    await expect(restaurar(outro, file)).rejects.toThrow("mais nova");
  });
});

describe("com o pg_dump da mesma versão maior", () => {
  /** A program of that name that says which version it is, and then what it is told to. */
  async function comPgDump(versao: string, script: string, work: () => Promise<void>) {
    const caminho = process.env.PATH;
    const programa = `#!/bin/sh\nif [ "$1" = --version ]; then echo "pg_dump (PostgreSQL) ${versao}"; exit; fi\n${script}\n`;
    await writeFile(path.join(pasta, "pg_dump"), programa, { mode: 0o755 });
    process.env.PATH = `${pasta}:${caminho}`;
    try {
      await work();
    } finally {
      process.env.PATH = caminho;
    }
  }

  test("é ele quem escreve, do mesmo instante, e a senha não passa pela linha de comando", () =>
    comPgDump("18.1 (Debian)", 'echo "-- argumentos: $*"; echo "-- senha: ${#PGPASSWORD}"', async () => {
      const { file, com } = await guardar();
      expect(com).toBe("pg_dump");
      expect(await checkArchive(file)).toMatchObject({ com: "pg_dump" });
      const texto = gunzipSync(await readFile(file)).toString();
      const { password } = new URL(salao.urlDono);
      expect(texto).toMatch(/--snapshot=[0-9A-F]+-[0-9A-F]+-\d/);
      expect(texto).not.toContain(password);
      expect(texto).toContain(`-- senha: ${password.length}`);
    }));

  test("se ele falha, a frase diz o que ele disse, e não fica arquivo", () =>
    comPgDump("18.1", "echo COPY; echo sem memoria >&2; exit 1", async () => {
      await expect(guardar()).rejects.toThrow("O pg_dump não terminou: sem memoria");
      expect(await readdir(pasta)).toEqual(["pg_dump"]);
    }));

  test("o de outra versão não é usado", () =>
    comPgDump("17.6", "exit 1", async () => expect(await guardar()).toMatchObject({ com: "copy" })));
});

describe("dois backups na mesma pasta", () => {
  const umSegundoDepois = new Date(AGORA.getTime() + 1_000);
  const nomes = [fileName(AGORA), fileName(umSegundoDepois)];

  test("no mesmo segundo ficam os dois, inteiros, e nenhum rascunho", async () => {
    const feitos = await Promise.all([guardar(), guardar()]);
    expect(feitos.map(({ file }) => path.basename(file)).sort()).toEqual(nomes);
    expect((await readdir(pasta)).sort()).toEqual(nomes);
    for (const { file } of feitos) await checkArchive(file);
  });

  test("o que já está lá não se perde, também num disco sem links", async () => {
    await writeFile(path.join(pasta, nomes[0]!), "de outra instalação");
    const { link } = fs;
    onTestFinished(() => void (Object.assign(fs, { link }), syncBuiltinESMExports()));
    const recusa = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
    // Linux looks at the name first, and then at what the disk can do.
    fs.link = async (_, file) =>
      recusa((await readdir(pasta)).includes(path.basename(String(file))) ? "EEXIST" : "EPERM");
    syncBuiltinESMExports();
    const { file } = await guardar();
    expect((await readdir(pasta)).sort()).toEqual(nomes);
    expect(await readFile(path.join(pasta, nomes[0]!), "utf8")).toBe("de outra instalação");
    await checkArchive(file);
  });
});

describe("os backups antigos", () => {
  const dias = (n: number) => new Date(AGORA.getTime() - n * 86_400_000);

  test("saem depois de tantos dias; o mais novo e o que tem outro nome ficam", async () => {
    const [velho, novo] = [fileName(dias(15)), fileName(dias(3))];
    const rascunhos = [`.${velho}.12ab.parcial`, `.${fileName(dias(0))}.34cd.parcial`];
    for (const nome of [velho, novo, "minha-copia.sql.gz", ...rascunhos]) await writeFile(path.join(pasta, nome), "");
    expect(await dropOldBackups(pasta, 14, AGORA)).toEqual([velho, rascunhos[0]]);
    expect((await readdir(pasta)).sort()).toEqual([rascunhos[1], novo, "minha-copia.sql.gz"].sort());
    expect(await dropOldBackups(pasta, 1, AGORA)).toEqual([]);
  });
});
