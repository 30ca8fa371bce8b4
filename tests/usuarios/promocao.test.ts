import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { usuarios } from "@/db/schema";
import { anonimo, sistema, type Usuario } from "@/lib/server/actor";
import {
  ativarUsuario,
  criarUsuario,
  desativarUsuario,
  editarConta,
  editarUsuario,
  redefinirSenha,
} from "@/lib/usuarios/commands";
import { listarModelos, listarUsuarios, verConta, verUsuario } from "@/lib/usuarios/queries";
import { filtroUsuariosSchema, interruptores } from "@/lib/usuarios/schema";
import { cadastrar, contratar, mudar, recusaDe } from "../support/people";
import { comoSistema, connect, contar } from "../support/sql";

let celia: Usuario;
let carla: Usuario;

// Whoever was master before steps down once the next two are there.
beforeEach(async () => {
  [celia, carla] = [await contratar("Dona Célia"), await contratar("Carla", { tipo: "master" })];
  await comoSistema((tx) =>
    tx.execute(sql`update usuarios set ativo = false where tipo = 'master' and id not in (${celia.id}, ${carla.id})`),
  );
});

let contador = 0;
const formulario = (mudancas: object = {}) => ({
  nome: "Ana",
  email: `ana.promovida${++contador}@exemplo.com.br`,
  telefone: null,
  tipo: "restrito",
  ...interruptores([]),
  ...mudancas,
});
const tipoDe = async (id: number) =>
  (
    await comoSistema((tx) =>
      tx
        .select({ tipo: usuarios.tipo })
        .from(usuarios)
        .where(sql`id = ${id}`),
    )
  )[0]?.tipo;
const masters = () => contar(sql`from usuarios where tipo = 'master' and ativo`);

describe("quem não é master", () => {
  test.each(["Ana", "Bruno", "Carla"] as const)("%s não faz ato nenhum sobre usuários, nem sobre si", async (nome) => {
    const actor = await contratar(nome);
    for (const id of [actor.id, celia.id]) {
      const visto = { id, versao: 1 };
      const recusas = await Promise.all([
        recusaDe(criarUsuario({ actor }, formulario({ tipo: "master" }))),
        recusaDe(editarUsuario({ actor }, { ...formulario({ tipo: "master" }), ...visto })),
        recusaDe(ativarUsuario({ actor }, visto)),
        recusaDe(desativarUsuario({ actor }, visto)),
        recusaDe(redefinirSenha({ actor }, visto)),
        recusaDe(listarUsuarios(actor, filtroUsuariosSchema.parse({}))),
        recusaDe(verUsuario(actor, id)),
        recusaDe(listarModelos(actor)),
      ]);
      expect(recusas.map(({ code }) => code)).toEqual(Array(8).fill("sem_permissao"));
    }
    expect(await tipoDe(actor.id)).toBe("restrito");
  });

  test("um estranho e o assistente nem a própria conta têm", async () => {
    for (const actor of [anonimo, { tipo: "bot", clienteId: 1 } as const]) {
      expect((await recusaDe(verConta(actor))).code).toBe("sem_permissao");
      const mudanca = { nome: "X", telefone: null, versao: 1 };
      expect((await recusaDe(editarConta({ actor }, mudanca))).code).toBe("sem_permissao");
    }
  });
});

test.each(["senhaHash", "ativo", "deveTrocarSenha", "senhaExpiraEm", "criadoEm", "cpf", "observacoes", "id"])(
  "%s não entra pela criação, e os que não são do formulário nem pela edição",
  async (campo) => {
    const ana = await cadastrar("Ana");
    const aMais = { ...formulario(), [campo]: 1 };
    expect((await recusaDe(criarUsuario({ actor: celia }, aMais))).code).toBe("invalido");
    if (campo === "id") return;
    const edicao = editarUsuario({ actor: celia }, { ...aMais, id: ana.id, versao: 1 });
    expect((await recusaDe(edicao)).code).toBe("invalido");
  },
);

describe("duas ao mesmo tempo", () => {
  const rebaixar = (actor: Usuario, id: number, versao: number) =>
    editarUsuario({ actor }, { ...formulario(), id, versao });

  test("Dona Célia e Carla, as últimas master, se rebaixam uma à outra: uma fica", async () => {
    for (let vez = 0; vez < 5; vez++) {
      await mudar(celia.id, { tipo: "master" });
      await mudar(carla.id, { tipo: "master" });
      const [umaVersao, outraVersao] = await Promise.all(
        [carla, celia].map(async ({ id }) => (await verUsuario(sistema, id)).versao),
      );
      const fim = await Promise.allSettled([
        rebaixar(celia, carla.id, umaVersao!),
        rebaixar(carla, celia.id, outraVersao!),
      ]);
      expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await masters()).toBe(1);
    }
  });

  test("Ana se promove por duas conexões, enquanto é editada por quem pode: nenhuma passa", async () => {
    const ana = await contratar("Ana");
    const conexoes = [await connect("app"), await connect("app")];
    try {
      for (const conexao of conexoes)
        await conexao.query(`begin; select set_config('app.ator', 'usuario:${ana.id}', true)`);
      const edicao = editarUsuario({ actor: celia }, { ...formulario({ nome: "Ana Dias" }), id: ana.id, versao: 1 });
      const tentativas = [
        conexoes[0]!.query("update usuarios set tipo = 'master' where id = $1", [ana.id]),
        conexoes[1]!.query("update usuarios set pode_ver_relatorios = true where id = $1", [ana.id]),
      ];
      for (const { status } of await Promise.allSettled(tentativas)) expect(status).toBe("rejected");
      for (const conexao of conexoes) await conexao.query("rollback");
      await edicao;
    } finally {
      await Promise.all(conexoes.map((conexao) => conexao.end()));
    }
    const comandos = [1, 2].map(() =>
      recusaDe(editarUsuario({ actor: ana }, { ...formulario({ tipo: "master" }), id: ana.id, versao: 2 })),
    );
    expect((await Promise.all(comandos)).map(({ code }) => code)).toEqual(["sem_permissao", "sem_permissao"]);
    expect(await tipoDe(ana.id)).toBe("restrito");
  });

  test("Carla promove Ana enquanto é rebaixada: se o rebaixamento vem antes, a promoção não passa", async () => {
    const ana = await cadastrar("Ana");
    const outra = await connect("app");
    try {
      await outra.query("begin; select set_config('app.ator', 'sistema', true)");
      await outra.query("select from usuarios where id = $1 for update", [ana.id]);
      const promocao = recusaDe(
        editarUsuario({ actor: carla }, { ...formulario({ tipo: "master" }), id: ana.id, versao: 1 }),
      );
      // Carla was let in as a master and now waits for Ana's row.
      await expect.poll(() => contar(sql`from pg_locks where not granted`)).toBeGreaterThan(0);
      await rebaixar(celia, carla.id, 1);
      await outra.query("commit");
      expect((await promocao).code).toBe("sem_permissao");
    } finally {
      await outra.end();
    }
    expect(await tipoDe(ana.id)).toBe("restrito");
    expect(await tipoDe(carla.id)).toBe("restrito");
  });
});
