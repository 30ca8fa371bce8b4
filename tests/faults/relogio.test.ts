import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashSenha } from "@/lib/server/password";
import { startApp } from "../setup/app";
import { backstage } from "../support/backstage";
import { callAction, enter, tryToEnter } from "../support/doors";
import { visitor, type Visitor } from "../support/visitor";

const SENHA = "uma senha bem comprida";
const DIA_MS = 86_400_000;

/** A module that moves the clock of the process that loads it. */
function relogioMovido(ms: number, pasta: string): string {
  const file = path.join(pasta, `relogio${ms}.mjs`);
  writeFileSync(
    file,
    `const now = () => Real.now() + ${ms};
     const Real = Date;
     globalThis.Date = new Proxy(Real, {
       construct: (target, parts) => (parts.length ? new target(...parts) : new target(now())),
       get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
     });`,
  );
  return `--import ${file}`;
}

let pasta: string;
beforeAll(() => {
  pasta = mkdtempSync(path.join(os.tmpdir(), "hora-marcada-relogio-"));
});
afterAll(() => rmSync(pasta, { recursive: true }));

test.each([
  ["adiantado", DIA_MS],
  ["atrasado", -DIA_MS],
])("o relógio do servidor fica um dia %s e volta: quem entrou continua, o que se marcou está lá", async (_, ms) => {
  const movido = await startApp({ env: { NODE_OPTIONS: relogioMovido(ms, pasta) } });
  const back = await backstage(movido);
  const senhaHash = await hashSenha(SENHA);
  await back.person({ nome: "Dona Celia", tipo: "master", senhaHash });
  const [quem] = await back.rows<{ profissional: number; servico: number }>(
    "select funcionario_id as profissional, servico_id as servico from funcionario_servicos order by 1, 2 limit 1",
  );
  const email = "dona.celia@exemplo.com.br";

  const entrar = async (url: string) => {
    const celia = visitor(url);
    expect((await enter(celia, email, SENHA)).status).toBe(303);
    return celia;
  };
  const marcar = async (celia: Visitor, inicio: string) => {
    const partes = [{ funcionarioId: quem!.profissional, inicio, servicos: [quem!.servico], duracaoMinutos: 60 }];
    const cientes = ["passado", "fechado", "fora_do_expediente", "bloqueado", "alem_do_horizonte"];
    const ninguem = { clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null };
    const { result, status, text } = await callAction(celia, "agendarAction", [{ ...ninguem, cientes, partes }]);
    expect({ status, result, text }).toMatchObject({ result: { ok: true } });
  };
  const celia = await entrar(movido.url);
  await marcar(celia, "2031-01-06T12:00:00.000Z");
  for (const tela of ["/inicio", "/agenda", "/conta", "/relatorios/agendamentos"])
    expect((await celia.get(tela)).status).toBe(200);
  expect(await tryToEnter(visitor(movido.url), email, "não é esta")).toBe("E-mail ou senha não conferem.");

  const certo = await startApp({
    vazio: true,
    env: { DATABASE_URL: movido.urlApp, DATABASE_URL_DONO: movido.urlDono },
  });
  const depois = visitor(certo.url, Object.fromEntries(celia.jar));
  for (const tela of ["/inicio", "/agenda", "/conta", "/relatorios/agendamentos"])
    expect((await depois.get(tela)).status).toBe(200);
  await marcar(depois, "2031-01-06T14:00:00.000Z");
  await entrar(certo.url);
  const marcados = await back.rows("select id from agendamentos where inicio >= '2031-01-01'");
  expect(marcados).toHaveLength(2);
  await back.close();
  await certo.stop();
  await movido.stop();
});
