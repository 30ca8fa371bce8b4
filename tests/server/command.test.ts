import { setTimeout as sleep } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { pool } from "@/db/client";
import { cargos, sessoes } from "@/db/schema";
import * as z from "@/lib/domain/mensagens";
import type { ChaveAto } from "@/lib/domain/permissoes";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { criarCargo } from "@/lib/cargos/commands";
import { verCargo } from "@/lib/cargos/queries";
import { cargo, contratar, mudar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

const existe = async (nome: string) => (await contar(sql`from cargos where nome = ${nome}`)) === 1;

let bruno: Usuario;
beforeAll(async () => {
  bruno = await contratar("Bruno");
});

test("um ato que não está no catálogo não compila", () => {
  type Ato = Parameters<typeof command>[0]["act"];
  expectTypeOf<Ato>().toEqualTypeOf<ChaveAto>();
  expectTypeOf<"cargo.inventar">().not.toExtend<Ato>();
});

describe("permissão", () => {
  test("Ana não tem o interruptor, e a recusa fica na trilha", async () => {
    const ana = await contratar("Ana");
    const requestId = randomUUID();
    const recusa = await recusaDe(criarCargo({ actor: ana, requestId }, { nome: "Copeira", descricao: "" }));
    expect(recusa).toMatchObject({ code: "sem_permissao", message: "Você não tem permissão para isso." });
    expect(await existe("Copeira")).toBe(false);
    expect(await rastroDe(requestId)).toMatchObject([
      { ator_tipo: "usuario", ator_id: ana.id, ato: "acesso.recusado", depois: { tentativa: "cargo.criar" } },
    ]);
  });

  test("vale o que o banco diz agora, e não o que o ator ainda traz na mão", async () => {
    const carla = await contratar("Carla");
    await mudar(carla.id, { podeCadastrarCargo: false });
    expect(carla.permissoes).toContain("pode_cadastrar_cargo");
    await expect(criarCargo({ actor: carla }, { nome: "Perdida", descricao: "" })).rejects.toMatchObject({
      code: "sem_permissao",
    });
    expect(await existe("Perdida")).toBe(false);
  });

  test("um master rebaixado no meio da sessão já não é master", async () => {
    await contratar("Dona Célia");
    const outra = await contratar("Dona Célia");
    await mudar(outra.id, { tipo: "restrito" });
    await expect(criarCargo({ actor: outra }, { nome: "Rebaixada", descricao: "" })).rejects.toMatchObject({
      code: "sem_permissao",
    });
  });

  test.each([
    ["sessão encerrada", { encerradaEm: new Date() }],
    ["sessão sem uso há 31 dias", { usadaEm: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000) }],
  ])("%s não escreve", async (_caso, mudanca) => {
    const actor = await contratar("Bruno");
    await comoSistema((tx) => tx.update(sessoes).set(mudanca).where(eq(sessoes.id, actor.sessaoId)));
    await expect(criarCargo({ actor }, { nome: "Tarde demais", descricao: "" })).rejects.toMatchObject({
      code: "sem_permissao",
    });
  });

  test("quem foi desativado, e quem precisa trocar a senha, não escreve", async () => {
    for (const mudanca of [{ ativo: false }, { deveTrocarSenha: true }]) {
      const actor = await contratar("Bruno");
      await mudar(actor.id, mudanca);
      await expect(criarCargo({ actor }, { nome: "Parada", descricao: "" })).rejects.toMatchObject({
        code: "sem_permissao",
      });
    }
  });

  test("a sessão de outra pessoa não empresta a permissão dela", async () => {
    const ana = await contratar("Ana");
    const misturado = { ...ana, sessaoId: bruno.sessaoId, permissoes: bruno.permissoes };
    await expect(criarCargo({ actor: misturado }, { nome: "Emprestada", descricao: "" })).rejects.toMatchObject({
      code: "sem_permissao",
    });
  });

  test("um estranho é recusado sem encher a trilha", async () => {
    const requestId = randomUUID();
    await expect(criarCargo({ actor: anonimo, requestId }, {})).rejects.toMatchObject({ code: "sem_permissao" });
    expect(await rastroDe(requestId)).toEqual([]);
  });
});

describe("entrada", () => {
  test("um campo a mais é recusado, e nada é escrito", async () => {
    const recusa = await recusaDe(criarCargo({ actor: bruno }, { nome: "Com sobra", descricao: "", versao: 9 }));
    expect(recusa.code).toBe("invalido");
    expect(await existe("Com sobra")).toBe(false);
  });

  test.each([undefined, null, 7, "texto", [], { nome: { toString: "x" } }])("não entende %j", async (input) => {
    expect((await recusaDe(criarCargo({ actor: bruno }, input))).code).toBe("invalido");
  });

  test("cada campo errado ganha a sua frase", async () => {
    const recusa = await recusaDe(criarCargo({ actor: bruno }, { nome: "", descricao: "x".repeat(501) }));
    expect(recusa.fields).toEqual({ nome: "Informe o nome do cargo.", descricao: "Use no máximo 500 caracteres." });
  });
});

describe("transação", () => {
  const novo = (depois: () => Promise<AppError | void>) =>
    command({
      act: "cargo.criar",
      input: z.strictObject({ nome: z.string() }),
      async execute({ tx, input }) {
        await tx.insert(cargos).values(input);
        return (await depois()) ?? {};
      },
    });

  test("lançar desfaz tudo, a trilha também", async () => {
    const requestId = randomUUID();
    const cair = novo(async () => {
      throw new Error("queda");
    });
    await expect(cair({ actor: bruno, requestId }, { nome: "Desfeita" })).rejects.toMatchObject({ code: "inesperado" });
    expect(await existe("Desfeita")).toBe(false);
    expect(await rastroDe(requestId)).toEqual([]);
  });

  test("devolver uma recusa recusa do mesmo modo, mas guarda o que foi escrito", async () => {
    const recusar = novo(async () => new AppError("invalido", "Guardado mesmo assim."));
    await expect(recusar({ actor: bruno }, { nome: "Lembrada" })).rejects.toThrow("Guardado mesmo assim.");
    expect(await existe("Lembrada")).toBe(true);
  });

  test("a trilha diz quem, o quê e em qual pedido", async () => {
    const requestId = randomUUID();
    const { id } = await criarCargo({ actor: bruno, requestId }, { nome: "Massagista", descricao: "" });
    expect(await rastroDe(requestId)).toEqual([
      {
        ator_tipo: "usuario",
        ator_id: bruno.id,
        ato: "cargo.criar",
        operacao: "criacao",
        entidade: "cargos",
        entidade_id: id,
        antes: null,
        depois: { id, nome: "Massagista", descricao: "" },
      },
    ]);
  });

  test("o autor não vaza para quem usar a mesma conexão depois", async () => {
    await criarCargo({ actor: bruno }, { nome: "Antes do vazamento", descricao: "" });
    expect(await contar(sql`from (select current_setting('app.ator', true) as ator) s where ator <> ''`)).toBe(0);
  });
});

describe("quando duas transações se encontram", () => {
  test("Bruno e Carla se travam um ao outro, e no fim os dois conseguem", async () => {
    const [um, outro] = [await cargo("Lado A"), await cargo("Lado B")];
    let prontos = 0;
    let execucoes = 0;
    const tocarOsDois = command({
      act: "cargo.editar",
      input: z.strictObject({ ids: z.array(z.int()), marca: z.string() }),
      async execute({ tx, input: { ids, marca } }) {
        execucoes++;
        const tocar = (id: number) =>
          tx
            .update(cargos)
            .set({ descricao: sql`descricao || ${marca}` })
            .where(eq(cargos.id, id));
        await tocar(ids[0]!);
        prontos++;
        while (prontos < 2) await sleep(5);
        await tocar(ids[1]!);
        return {};
      },
    });
    const carla = await contratar("Carla");
    await Promise.all([
      tocarOsDois({ actor: bruno }, { ids: [um.id, outro.id], marca: "b" }),
      tocarOsDois({ actor: carla }, { ids: [outro.id, um.id], marca: "c" }),
    ]);
    expect(execucoes).toBe(3);
    expect(await contar(sql`from cargos where id in (${um.id}, ${outro.id}) and descricao in ('bc', 'cb')`)).toBe(2);
  });

  const cair = (vezes: number) => {
    const contagem = { tentativas: 0 };
    const run = command({
      act: "cargo.criar",
      input: z.strictObject({ nome: z.string() }),
      async execute({ tx, input }) {
        await tx.insert(cargos).values(input);
        if (++contagem.tentativas <= vezes)
          await tx.execute(sql`do $$ begin raise 'vizinho' using errcode = '40001'; end $$`);
        return {};
      },
    });
    return { contagem, run };
  };

  test("uma falha de serialização é tentada de novo, inteira", async () => {
    const { contagem, run } = cair(2);
    await run({ actor: bruno }, { nome: "Na terceira" });
    expect(contagem.tentativas).toBe(3);
    expect(await existe("Na terceira")).toBe(true);
  });

  test("depois da terceira, pede paciência à pessoa", async () => {
    const { contagem, run } = cair(3);
    expect(await recusaDe(run({ actor: bruno }, { nome: "Nunca" }))).toMatchObject({ code: "ocupado" });
    expect(contagem.tentativas).toBe(3);
    expect(await existe("Nunca")).toBe(false);
  });
});

describe("sem conexão livre", () => {
  /** Every connection of one share, taken while `durante` runs. */
  async function tomadas(share: "reads" | "writes", durante: () => Promise<unknown>) {
    const todas = await Promise.all(Array.from({ length: pool(share).options.max }, () => pool(share).connect()));
    try {
      await durante();
    } finally {
      for (const client of todas) client.release();
    }
  }

  test("a espera tem fim, e a frase pede paciência", async () => {
    await tomadas("writes", async () => {
      const recusa = await recusaDe(criarCargo({ actor: bruno }, { nome: "Na fila", descricao: "" }));
      expect(recusa.code).toBe("ocupado");
    });
    await tomadas("reads", async () => {
      expect(await recusaDe(verCargo(bruno, 1))).toMatchObject({ code: "ocupado" });
    });
    await criarCargo({ actor: bruno }, { nome: "Na fila", descricao: "" });
  });

  test("quem só lê não espera por quem grava", async () => {
    const { id } = await criarCargo({ actor: bruno }, { nome: "Calma", descricao: "" });
    await tomadas("writes", async () => expect(await verCargo(bruno, id)).toMatchObject({ nome: "Calma" }));
  });
});
