import { beforeEach, describe, expect, test } from "vitest";
import type { Usuario } from "@/lib/server/actor";
import { cadastrar, cargo, contratar, funcionario, mudar } from "../support/people";
import { connect, usando } from "../support/sql";

let celia: Usuario;
let carla: Usuario;
let ana: Usuario;
beforeEach(async () => {
  [celia, carla, ana] = [await contratar("Dona Célia"), await contratar("Carla"), await contratar("Ana")];
});

/** Runs a statement as the application, in the name of an actor. */
function como(ator: string, statement: string, values: unknown[] = []) {
  return usando("app", async (client) => {
    await client.query("begin");
    try {
      await client.query("select set_config('app.ator', $1, true)", [ator]);
      const { rowCount } = await client.query(statement, values);
      return rowCount;
    } finally {
      await client.query("rollback");
    }
  });
}
const recusado = { code: "HM004" };
const novoUsuario = (tipo: string) =>
  `insert into usuarios (nome, email, tipo) values ('Intrusa', 'intrusa@exemplo.com.br', '${tipo}')`;

describe("quem não é master", () => {
  test.each([
    "tipo = 'master'",
    "pode_ver_relatorios = true",
    "ativo = false",
    "email = 'outro@exemplo.com.br'",
    "tipo = 'cliente', senha_hash = null",
  ])("não muda em si: %s", async (mudanca) => {
    const atual = `update usuarios set ${mudanca} where id = ${ana.id}`;
    await expect(como(`usuario:${ana.id}`, atual)).rejects.toMatchObject(recusado);
  });

  test.each(["nome = 'X'", "senha_hash = 'x'", "tipo = 'restrito'", "pode_agendar = true", "ativo = false"])(
    "não muda em um master: %s",
    async (mudanca) => {
      const statement = `update usuarios set ${mudanca} where id = ${celia.id}`;
      await expect(como(`usuario:${carla.id}`, statement)).rejects.toMatchObject(recusado);
    },
  );

  test("não cria, não exclui e não promove quem entra", async () => {
    for (const ator of [`usuario:${carla.id}`, "bot:1", "cliente:1"]) {
      for (const tipo of ["master", "restrito"])
        await expect(como(ator, novoUsuario(tipo)), ator).rejects.toMatchObject(recusado);
      await expect(como(ator, "delete from usuarios where id = $1", [ana.id])).rejects.toMatchObject(recusado);
    }
    const diego = await cadastrar("Diego");
    const promover = "update usuarios set tipo = 'restrito' where id = $1";
    await expect(como(`usuario:${carla.id}`, promover, [diego.id])).rejects.toMatchObject(recusado);
  });

  test("muda o próprio nome, telefone e senha, e cuida dos clientes", async () => {
    const eu = `update usuarios set nome = 'Carla Dias', telefone = '+5511977776666', senha_hash = 'x' where id = $1`;
    expect(await como(`usuario:${carla.id}`, eu, [carla.id])).toBe(1);
    const diego = await cadastrar("Diego");
    expect(await como(`usuario:${carla.id}`, "update usuarios set nome = 'Diego' where id = $1", [diego.id])).toBe(1);
    expect(await como(`usuario:${carla.id}`, novoUsuario("cliente"))).toBe(1);
  });

  test("não liga um funcionário a um usuário, nem desliga", async () => {
    const { id: cargoId } = await cargo("Recepção");
    const ligado = "insert into funcionarios (nome, cargo_id, usuario_id) values ('Ana', $1, $2)";
    await expect(como(`usuario:${carla.id}`, ligado, [cargoId, celia.id])).rejects.toMatchObject(recusado);
    const solto = "insert into funcionarios (nome, cargo_id) values ('Ana', $1)";
    expect(await como(`usuario:${carla.id}`, solto, [cargoId])).toBe(1);

    const { id } = await funcionario("Ana", cargoId, ana.id);
    const atual = `usuario:${carla.id}`;
    for (const usuarioId of [celia.id, carla.id, null]) {
      const religar = "update funcionarios set usuario_id = $2 where id = $1";
      await expect(como(atual, religar, [id, usuarioId]), String(usuarioId)).rejects.toMatchObject(recusado);
    }
    await expect(como(atual, "delete from funcionarios where id = $1", [id])).rejects.toMatchObject(recusado);
    expect(await como(atual, "update funcionarios set nome = 'Ana Dias' where id = $1", [id])).toBe(1);
    expect(await como(`usuario:${celia.id}`, "delete from funcionarios where id = $1", [id])).toBe(1);
  });
});

test("quem deixou de ser master já não manda", async () => {
  await contratar("Dona Célia");
  await mudar(celia.id, { tipo: "restrito" });
  await expect(como(`usuario:${celia.id}`, novoUsuario("restrito"))).rejects.toMatchObject(recusado);
  await mudar(celia.id, { tipo: "master", ativo: false });
  await expect(como(`usuario:${celia.id}`, novoUsuario("restrito"))).rejects.toMatchObject(recusado);
});

test("ninguém sem nome faz um master depois do primeiro", async () => {
  await expect(como("anonimo", novoUsuario("master"))).rejects.toMatchObject(recusado);
});

test("ser rebaixada e promover alguém ao mesmo tempo: depois do rebaixamento nada passa", async () => {
  await contratar("Dona Célia");
  const [uma, outra] = [await connect("app"), await connect("app")];
  try {
    await uma.query("begin; select set_config('app.ator', 'sistema', true)");
    await uma.query("update usuarios set tipo = 'restrito' where id = $1", [celia.id]);
    await outra.query("begin");
    await outra.query("select set_config('app.ator', $1, true)", [`usuario:${celia.id}`]);
    // Nothing is committed yet, so she still is a master here.
    await outra.query("update usuarios set pode_agendar = true where id = $1", [ana.id]);
    await outra.query("rollback");
    await uma.query("commit");
    await outra.query("begin");
    await outra.query("select set_config('app.ator', $1, true)", [`usuario:${celia.id}`]);
    const promover = outra.query("update usuarios set tipo = 'master' where id = $1", [ana.id]);
    await expect(promover).rejects.toMatchObject(recusado);
    await outra.query("rollback");
  } finally {
    await Promise.all([uma.end(), outra.end()]);
  }
});
