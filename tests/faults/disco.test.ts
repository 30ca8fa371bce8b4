import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleTool, toolCommand } from "@/scripts/launcher/tools.mjs";
import { openHouse, type House } from "../support/backstage";
import { imagem } from "../support/imagens";

let casa: House;
beforeAll(async () => {
  casa = await openHouse();
});
afterAll(() => casa.stop());

const semDisco = `create function sem_disco() returns trigger language plpgsql as
  $$ begin raise 'could not extend file: No space left on device' using errcode = '53100'; end $$`;

test("o disco enche no meio de um envio: uma frase diz por quê, o que havia continua, e depois se envia", async () => {
  const celia = await casa.signedIn(await casa.person({ nome: "Dona Celia", tipo: "master" }));
  const enviar = async () => {
    const resposta = await celia.post("/api/logo", new Uint8Array(await imagem("png")));
    return { status: resposta.status, corpo: await resposta.text() };
  };
  expect((await enviar()).status).toBe(200);
  const logo = () => casa.rows<{ id: number }>("select logo_id as id from configuracao_empresa");
  const antes = await logo();

  await casa.rows(semDisco);
  await casa.rows("create trigger a_sem_disco before insert on arquivos for each row execute function sem_disco()");
  const cheio = await enviar();
  expect(cheio).toMatchObject({ status: 503 });
  expect(cheio.corpo).toContain("O disco do servidor está cheio");
  expect(await logo()).toEqual(antes);
  expect((await celia.get("/configuracoes")).status).toBe(200);

  await casa.rows("drop trigger a_sem_disco on arquivos");
  expect((await enviar()).status).toBe(200);
});

test("o disco dos backups enche: o comando diz por quê, e nenhum arquivo pela metade passa por inteiro", async () => {
  const pasta = mkdtempSync(path.join(os.tmpdir(), "hora-marcada-disco-"));
  await bundleTool("backup");
  const env = { ...process.env, DATABASE_URL: casa.urlApp, DATABASE_URL_DONO: casa.urlDono, BACKUP_PASTA: pasta };
  // No file of this process may grow beyond a kilobyte: what a full disk does, without filling one.
  const cheio = promisify(execFile)("prlimit", ["--fsize=1024", ...toolCommand("backup")], { env });
  const { stdout, stderr } = (await cheio.catch((error: unknown) => error)) as { stdout: string; stderr: string };
  expect(stdout + stderr).toContain("O backup não foi gravado");
  expect(readdirSync(pasta).filter((name) => name.endsWith(".gz"))).toEqual([]);
  const [program, ...args] = toolCommand("backup");
  await promisify(execFile)(program!, args, { env });
  expect(readdirSync(pasta).filter((name) => name.endsWith(".gz"))).toHaveLength(1);
  rmSync(pasta, { recursive: true });
});
