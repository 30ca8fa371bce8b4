import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { chavesIdempotencia, limites, sessoes } from "@/db/schema";
import * as z from "@/lib/domain/mensagens";
import { sistema, type Usuario } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { enqueue, type Job } from "@/lib/server/queue";
import { limparVencidos } from "@/lib/sistema/commands";
import { tasks } from "@/lib/jobs/tasks";
import { contratar } from "../support/people";
import { comoSistema, contar, usando } from "../support/sql";

let bruno: Usuario;
beforeAll(async () => {
  bruno = await contratar("Bruno");
});
beforeEach(() => usando("dono", (client) => client.query("delete from graphile_worker._private_jobs")));

const naFila = () =>
  usando("dono", async (client) => {
    const { rows } = await client.query<{ task_identifier: string; key: string | null }>(
      "select task_identifier, key from graphile_worker.jobs order by id",
    );
    return rows;
  });

const desconhecida: Job = { tarefa: JSON.parse('"formatar_disco"') };

const avisar = (cair: boolean, chave?: string) =>
  command({
    act: "cargo.criar",
    input: z.strictObject({}),
    async execute() {
      return { cair };
    },
    notify: (result) => {
      if (!result.cair) return [{ tarefa: "limpeza", chave }];
      return [{ tarefa: "limpeza" }, desconhecida];
    },
  });

test("o que o comando pede vai para a fila", async () => {
  await avisar(false)({ actor: bruno }, {});
  expect(await naFila()).toEqual([{ task_identifier: "limpeza", key: null }]);
});

test("com a mesma chave, o pedido novo toma o lugar do velho", async () => {
  await avisar(false, "noite")({ actor: bruno }, {});
  await avisar(false, "noite")({ actor: bruno }, {});
  expect(await naFila()).toEqual([{ task_identifier: "limpeza", key: "noite" }]);
});

test("uma tarefa desconhecida é recusada, e a transação desfeita não deixa nada na fila", async () => {
  await expect(comoSistema((tx) => enqueue(tx, desconhecida))).rejects.toMatchObject({ cause: { code: "HM002" } });
  await expect(avisar(true)({ actor: bruno }, {})).rejects.toMatchObject({ code: "inesperado" });
  expect(await naFila()).toEqual([]);
});

test("toda tarefa que a casa conhece é aceita pela fila", async () => {
  for (const tarefa of Object.keys(tasks)) {
    await expect(db().execute(sql`select enfileirar(${tarefa}, '{}'::json)`)).resolves.toBeDefined();
  }
});

test("a aplicação não mexe nas tabelas da fila", async () => {
  await usando("app", async (client) => {
    for (const statement of [
      "select graphile_worker.add_job('limpeza')",
      "select * from graphile_worker.jobs",
      "insert into graphile_worker._private_jobs (task_id) values (1)",
      "delete from graphile_worker._private_jobs",
    ]) {
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

test("a limpeza apaga só o que venceu", async () => {
  const now = new Date("2030-01-31T12:00:00Z");
  const antes = (dias: number) => new Date(now.getTime() - dias * 24 * 60 * 60 * 1000);
  const sessao = (endereco: string, usadaEm: Date, encerradaEm: Date | null) => ({
    usuarioId: bruno.id,
    dispositivo: "aparelho",
    descricao: "Firefox no Windows",
    endereco,
    usadaEm,
    encerradaEm,
  });
  await comoSistema(async (tx) => {
    await tx.delete(sessoes);
    await tx.delete(chavesIdempotencia);
    await tx.insert(limites).values([
      { key: "velho", expire: now.getTime() - 1 },
      { key: "novo", expire: now.getTime() + 1 },
    ]);
    await tx.insert(chavesIdempotencia).values([
      { chave: "00000000-0000-4000-8000-000000000001", ator: "sistema", ato: "x", criadaEm: antes(1.01) },
      { chave: "00000000-0000-4000-8000-000000000002", ator: "sistema", ato: "x", criadaEm: antes(0.99) },
    ]);
    await tx
      .insert(sessoes)
      .values([
        sessao("encerrada há 91", antes(200), antes(91)),
        sessao("encerrada há 89", antes(200), antes(89)),
        sessao("parada há 121", antes(121), null),
        sessao("parada há 119", antes(119), null),
      ]);
  });
  expect(await limparVencidos({ actor: sistema, now }, {})).toEqual({ apagados: 4 });
  expect(await contar(sql`from limites where key in ('velho', 'novo')`)).toBe(1);
  const { rows } = await db().execute(sql`select endereco from sessoes order by 1`);
  expect(rows).toEqual([{ endereco: "encerrada há 89" }, { endereco: "parada há 119" }]);
});
