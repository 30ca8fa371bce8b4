import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Usuario } from "@/lib/server/actor";
import type { Command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { commandsOfActions } from "../support/actions";
import { entradas } from "../support/entradas";
import { contratar } from "../support/people";
import { contar } from "../support/sql";

const commands = await commandsOfActions();
const acts = [...commands.keys()].sort();

let master: Usuario;
beforeAll(async () => {
  master = await contratar("Dona Célia");
});

type Entrada = Record<string, unknown>;
const valida = (act: string) => entradas[act]!(master) as Promise<Entrada>;
const chamar = (act: string, entrada: unknown) => (commands.get(act) as Command)({ actor: master }, entrada);

/** How it ended: `aceito`, or the code of a refusal that a person can read. @throws what nobody foresaw */
async function fim(act: string, entrada: unknown): Promise<string> {
  try {
    await chamar(act, entrada);
    return "aceito";
  } catch (error) {
    if (error instanceof AppError && error.code !== "inesperado") return error.code;
    throw error;
  }
}

/** The trail has a row for every change, so it tells whether there was one. */
const rastros = () => contar(sql`from log_auditoria`);

test("de toda ação com dados se sabe o que o seu formulário envia", () => {
  expect(Object.keys(entradas).sort()).toEqual(acts);
});

const escondidos = {
  id: 1,
  versao: 1,
  tipo: "master",
  master: true,
  ativo: true,
  senha: "umasenhaqualquer",
  senhaHash: "$argon2id$v=19$m=19456,t=2,p=1$YWJj$YWJj",
  deveTrocarSenha: false,
  podeAgendar: true,
  pode_agendar: true,
  permissoes: ["pode_agendar"],
  usuarioId: 1,
  logoId: 1,
  criadoEm: "2026-01-01T00:00:00Z",
};

describe.each(acts)("%s", (act) => {
  test("aceita o que o seu formulário envia", async () => {
    expect(await fim(act, await valida(act))).toBe("aceito");
  });

  test("recusa inteiro o que traz um campo a mais", async () => {
    const entrada = await valida(act);
    const antes = await rastros();
    for (const [campo, valor] of Object.entries(escondidos)) {
      if (campo in entrada) continue;
      expect(await fim(act, { ...entrada, [campo]: valor }), campo).toBe("invalido");
    }
    expect(await rastros()).toBe(antes);
  });

  test("nenhum texto, vazio, enorme ou estranho, passa do que o formulário sabe dizer", async () => {
    const entrada = await valida(act);
    for (const [campo, valor] of Object.entries(entrada)) {
      if (typeof valor !== "string") continue;
      for (const texto of ["", " ", "a", "💈".repeat(60), "\u202eodal", "Ana\0", "%_\\'\"", "x".repeat(1_000_000)]) {
        const outra = { ...(await valida(act)), [campo]: texto };
        expect(["aceito", "invalido", "conflito", "nao_encontrado"], campo).toContain(await fim(act, outra));
      }
    }
  });

  test("nenhum valor de outro tipo passa", async () => {
    const entrada = await valida(act);
    for (const campo of Object.keys(entrada)) {
      for (const valor of [undefined, Number.NaN, -1, 1e300, {}, [[]], "x", "2026-02-31", "__proto__"]) {
        const outra = { ...(await valida(act)), [campo]: valor };
        expect(["aceito", "invalido", "conflito", "aviso", "nao_encontrado"], campo).toContain(await fim(act, outra));
      }
    }
  });

  test("o número de um registro que não existe, ou que é de outra coisa, não é encontrado", async () => {
    const entrada = await valida(act);
    if (!("id" in entrada) || typeof entrada.id !== "number") return;
    const antes = await rastros();
    expect(await fim(act, { ...entrada, id: 2_000_000_000 })).toBe("nao_encontrado");
    if (act.startsWith("cliente.") && act !== "cliente.retirar_consentimento")
      expect(await fim(act, { ...entrada, id: master.id })).toBe("nao_encontrado");
    expect(await rastros()).toBe(antes);
  });
});
