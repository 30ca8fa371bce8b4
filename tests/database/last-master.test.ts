import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { usuarios } from "@/db/schema";
import * as z from "@/lib/domain/mensagens";
import { sistema, type Actor, type Usuario } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { contratar, mudar, recusaDe } from "../support/people";
import { comoSistema, connect, contar, usando } from "../support/sql";

const mudarUsuario = command({
  act: "usuario.redefinir_senha",
  input: z.strictObject({ id: z.int(), ativo: z.boolean().optional(), tipo: z.enum(["restrito"]).optional() }),
  async execute({ tx, input: { id, ...mudanca } }) {
    await tx.update(usuarios).set(mudanca).where(eq(usuarios.id, id));
    return {};
  },
});
const desativar = (actor: Actor, id: number) => mudarUsuario({ actor }, { id, ativo: false });
const ativos = () => contar(sql`from usuarios where tipo = 'master' and ativo`);
const frase = { code: "conflito", message: "A empresa precisa de pelo menos um master ativo." };

let celia: Usuario;
let carla: Usuario;

// Whoever was master before steps down once the next two are there.
beforeEach(async () => {
  [celia, carla] = [await contratar("Dona Célia"), await contratar("Carla", { tipo: "master" })];
  await comoSistema((tx) =>
    tx.execute(sql`update usuarios set ativo = false where tipo = 'master' and id not in (${celia.id}, ${carla.id})`),
  );
});

test("a última master não se desativa, não se rebaixa e não é excluída", async () => {
  await desativar(celia, carla.id);
  expect(await recusaDe(desativar(celia, celia.id))).toMatchObject(frase);
  expect(await recusaDe(mudarUsuario({ actor: celia }, { id: celia.id, tipo: "restrito" }))).toMatchObject(frase);
  const excluir = comoSistema(async (tx) => {
    await tx.execute(sql`delete from sessoes where usuario_id = ${celia.id}`);
    await tx.execute(sql`delete from usuarios where id = ${celia.id}`);
  });
  await expect(excluir).rejects.toMatchObject({ cause: { code: "HM003" } });
  expect(await ativos()).toBe(1);
});

test("Dona Célia e Carla se desativam ao mesmo tempo: uma fica", async () => {
  for (let vez = 0; vez < 10; vez++) {
    await mudar(celia.id, { ativo: true });
    await mudar(carla.id, { ativo: true });
    const fim = await Promise.allSettled([desativar(celia, carla.id), desativar(carla, celia.id)]);
    expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await ativos()).toBe(1);
  }
});

test("duas transações que já escreveram: a segunda espera a primeira e é recusada", async () => {
  const [uma, outra] = [await connect("app"), await connect("app")];
  try {
    for (const client of [uma, outra]) await client.query("begin; select set_config('app.ator', 'sistema', true)");
    await uma.query("update usuarios set ativo = false where id = $1", [carla.id]);
    const segunda = outra.query("update usuarios set ativo = false where id = $1", [celia.id]);
    const espera = segunda.then(
      () => "passou",
      (error: { code?: string }) => error.code,
    );
    await expect.poll(() => contar(sql`from pg_locks where locktype = 'advisory' and not granted`)).toBe(1);
    await uma.query("commit");
    expect(await espera).toBe("HM003");
  } finally {
    await uma.end();
    await outra.end();
  }
  expect(await ativos()).toBe(1);
});

test("nem um comando só, nem o dono do banco, tira todos de uma vez", async () => {
  await usando("dono", async (client) => {
    await client.query("begin; select set_config('app.ator', 'sistema', true)");
    await expect(client.query("update usuarios set ativo = false")).rejects.toMatchObject({ code: "HM003" });
    await client.query("rollback");
  });
  expect(await ativos()).toBe(2);
});

test("a recusa não deixa a mudança na trilha", async () => {
  await desativar(sistema, carla.id);
  const requestId = randomUUID();
  await recusaDe(mudarUsuario({ actor: sistema, requestId }, { id: celia.id, ativo: false }));
  expect(await contar(sql`from log_auditoria where requisicao = ${requestId}`)).toBe(0);
});
