import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { usuarios } from "@/db/schema";
import { fazerPrimeiroAcesso, trocarSenha } from "@/lib/acesso/commands";
import { anonimo, type Usuario } from "@/lib/server/actor";
import type { Command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { commandsOfActions } from "../support/actions";
import { com, folhas, objetos, type Caminho, type Entrada } from "../support/caminhos";
import { entradas } from "../support/entradas";
import { cadastrar, contratar } from "../support/people";
import { comoSistema, contar } from "../support/sql";

const commands = await commandsOfActions();
const acts = [...commands.keys()].sort();

let master: Usuario;
let cliente: number;
beforeAll(async () => {
  master = await contratar("Dona Célia");
  cliente = (await cadastrar("Diego")).id;
});

const valida = (act: string) => entradas[act]!(master) as Promise<Entrada>;

/** How a call ended: `aceito`, or the refusal that a person can read. @throws what nobody foresaw */
async function fim(act: string, entrada: unknown): Promise<"aceito" | AppError> {
  try {
    await (commands.get(act) as Command)({ actor: master, chave: randomUUID() }, entrada);
    return "aceito";
  } catch (error) {
    if (error instanceof AppError && error.code !== "inesperado") return error;
    throw error;
  }
}
const codigoDe = (um: "aceito" | AppError) => (um === "aceito" ? um : um.code);
const codigo = async (act: string, entrada: unknown) => codigoDe(await fim(act, entrada));

/**
 * Calls an act with what its form sends, changed at one place. What was refused changed nothing, so the next call begins from
 * the same; only what was accepted has to be made anew.
 */
function tentativas(act: string) {
  let boa: Entrada | undefined;
  return async (caminho: Caminho, valor: unknown) => {
    boa ??= await valida(act);
    const como = await fim(act, com(boa, caminho, valor));
    if (como === "aceito") boa = undefined;
    return como;
  };
}
const FORESEEN = ["aceito", "invalido", "conflito", "aviso", "nao_encontrado"];

/** The trail has a row for every change, so it tells whether there was one. */
const rastros = () => contar(sql`from log_auditoria`);
const nome = (caminho: Caminho) => caminho.join(".");

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

const estranhos = ["", " ", "a", "💈".repeat(60), "\u202eodal", "Ana\0", "%_\\'\"", "x".repeat(1_000_000)];
const outrosTipos = [undefined, null, Number.NaN, -1, 1e300, {}, [[]], "x", "2026-02-31", "__proto__", true];

describe.each(acts)("%s", (act) => {
  test("aceita o que o seu formulário envia", async () => {
    expect(await fim(act, await valida(act))).toBe("aceito");
  });

  test("recusa inteiro o que traz um campo a mais, em qualquer lugar", async () => {
    const entrada = await valida(act);
    const antes = await rastros();
    for (const onde of objetos(entrada)) {
      for (const [campo, valor] of Object.entries(escondidos)) {
        const outra = com(entrada, [...onde.caminho, campo], valor);
        if (!(campo in onde.valor)) expect(await codigo(act, outra), nome([...onde.caminho, campo])).toBe("invalido");
      }
    }
    expect(await rastros()).toBe(antes);
  });

  test("nenhum texto, vazio, enorme ou estranho, passa do que o formulário sabe dizer", async () => {
    const tentar = tentativas(act);
    for (const { caminho, valor } of folhas(await valida(act))) {
      if (typeof valor !== "string") continue;
      for (const texto of estranhos) expect(FORESEEN, nome(caminho)).toContain(codigoDe(await tentar(caminho, texto)));
    }
  });

  test("cada texto vai até o maior que o formulário diz, em qualquer alfabeto, e nem uma letra a mais", async () => {
    const tentar = tentativas(act);
    for (const { caminho, valor } of folhas(await valida(act))) {
      if (typeof valor !== "string") continue;
      const recusa = await tentar(caminho, "x".repeat(50_000));
      const frase = recusa === "aceito" ? "" : Object.values(recusa.fields ?? {}).join();
      const maior = Number(/no máximo (\d+) caracteres/.exec(frase)?.[1]);
      if (!maior) continue;
      const cabe = `${++contador} ${"💈".repeat(maior)}`;
      const maiorTexto = [...cabe].slice(0, maior).join("");
      expect(await tentar(caminho, maiorTexto), nome(caminho)).toBe("aceito");
      expect(codigoDe(await tentar(caminho, `${maiorTexto}x`)), nome(caminho)).toBe("invalido");
    }
  });

  test("nenhum valor de outro tipo passa, nem uma lista sem fim", async () => {
    const tentar = tentativas(act);
    const entrada = await valida(act);
    const inteiros = Object.keys(entrada).filter((campo) => typeof entrada[campo] === "object");
    const lugares = [...folhas(entrada), ...inteiros.map((campo) => ({ caminho: [campo] }))];
    for (const { caminho } of lugares)
      for (const valor of [...outrosTipos, Array.from({ length: 10_000 }, (_, i) => `x${i}`)])
        expect(FORESEEN, nome(caminho)).toContain(codigoDe(await tentar(caminho, valor)));
  });

  test("onde cabe o número de um registro, o de outro, que não existe ou não é dali, não é aceito", async () => {
    const ids = folhas(await valida(act)).filter(
      ({ caminho, valor }) => typeof valor === "number" && /^(id|\w+Id)$/.test(String(caminho.at(-1))),
    );
    const alheio: Record<string, number> = { cliente: master.id, usuario: cliente };
    for (const { caminho } of ids) {
      const pessoa = caminho.at(-1) === "id" ? alheio[act.split(".")[0]!] : undefined;
      for (const id of [2_000_000_000, 2_147_483_647, ...(pessoa && !/consentimento/.test(act) ? [pessoa] : [])]) {
        const entrada = await valida(act);
        const antes = await rastros();
        const como = `${nome(caminho)} = ${id}`;
        expect(["nao_encontrado", "invalido"], como).toContain(await codigo(act, com(entrada, caminho, id)));
        expect(await rastros(), como).toBe(antes);
      }
    }
  });
});

let contador = 0;

describe("os formulários das portas", () => {
  const senha = "quatro gatos no telhado";
  const linha = async (id: number) => {
    const [uma] = await comoSistema((tx) =>
      tx
        .select()
        .from(usuarios)
        .where(sql`id = ${id}`),
    );
    const { senhaHash, versao, atualizadoEm, ...resto } = uma!;
    return { senhaHash, resto, versao, atualizadoEm };
  };

  test("trocar a senha, com o que mais se enviar junto, troca só a própria senha", async () => {
    const [ana, bruno] = [await contratar("Ana", { senha }), await contratar("Bruno", { senha })];
    const [antes, outro] = [await linha(ana.id), await linha(bruno.id)];
    const input = { senhaAtual: senha, senhaNova: "cinco gatos no telhado", ...escondidos, usuarioId: bruno.id };
    await trocarSenha({ actor: ana }, { ...input, id: bruno.id });
    const depois = await linha(ana.id);
    expect(depois.senhaHash).not.toBe(antes.senhaHash);
    expect(depois.resto).toEqual(antes.resto);
    expect(await linha(bruno.id)).toEqual(outro);
  });

  test.each(estranhos)("o texto %.20j em qualquer campo tem resposta", async (texto) => {
    const ana = await contratar("Ana", { senha });
    const formularios: [Command, Usuario | typeof anonimo, Record<string, string>][] = [
      [trocarSenha as Command, ana, { senhaAtual: senha, senhaNova: "seis gatos no telhado" }],
      [
        fazerPrimeiroAcesso as Command,
        anonimo,
        { empresa: "Salão", nome: "Célia", email: "celia@exemplo.com.br", senha: "sete gatos no telhado" },
      ],
    ];
    for (const [command, actor, valido] of formularios) {
      for (const campo of Object.keys(valido)) {
        const fim = await command({ actor }, { ...valido, [campo]: texto }).then(
          () => "aceito",
          (error: AppError) => error.code,
        );
        expect([...FORESEEN, "limite"], campo).toContain(fim);
      }
    }
  });
});
