import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { entrar, trocarSenha } from "@/lib/acesso/commands";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { redefinirSenha } from "@/lib/usuarios/commands";
import { abrirSessao, cadastrar, contratar, recusaDe } from "../support/people";
import { contar, rastroDe } from "../support/sql";

const VELHA = "quatro gatos no telhado";
const agora = new Date("2026-11-23T15:00:00Z");
const depois = (horas: number) => new Date(agora.getTime() + horas * 60 * 60 * 1000);

let celia: Usuario;
let bruno: Usuario;
beforeEach(async () => {
  [celia, bruno] = [await contratar("Dona Célia"), await contratar("Bruno", { senha: VELHA })];
});

const redefinir = (requestId = randomUUID()) =>
  redefinirSenha({ actor: celia, now: agora, requestId }, { id: bruno.id, versao: 1 });
const entra = (senha: string, now = agora) =>
  entrar(
    { actor: anonimo, now, origin: { address: randomUUID(), device: randomUUID(), userAgent: "" } },
    { email: bruno.email, senha },
  );

test("a temporária é fácil de ditar, a velha morre e as sessões terminam", async () => {
  const casa = await abrirSessao(bruno.id);
  const { nome, senha } = await redefinir();
  expect(nome).toBe("Bruno");
  expect(senha).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
  expect((await recusaDe(entra(VELHA))).code).toBe("invalido");
  for (const sessao of [bruno, casa]) expect(await usuarioDaSessao(sessao.sessaoId)).toBeNull();
});

test("com ela Bruno entra, escolhe a sua, e ela não vale mais", async () => {
  const { senha } = await redefinir();
  const { sessaoId } = await entra(senha);
  const actor = (await usuarioDaSessao(sessaoId))!;
  expect(actor.deveTrocarSenha).toBe(true);
  await trocarSenha({ actor }, { senhaAtual: senha, senhaNova: "cinco patos na lagoa" });
  expect((await recusaDe(entra(senha))).code).toBe("invalido");
  await entra("cinco patos na lagoa", depois(48));
});

test("sem uso, vence em 24 horas", async () => {
  const { senha } = await redefinir();
  await entra(senha, depois(23.99));
  expect((await recusaDe(entra(senha, depois(24)))).message).toBe(
    "Esta senha temporária venceu. Peça outra a um master.",
  );
});

test("a trilha diz quem redefiniu a senha de quem, e não qual é", async () => {
  const requestId = randomUUID();
  const { senha } = await redefinir(requestId);
  expect(await rastroDe(requestId)).toMatchObject([
    {
      ator_id: celia.id,
      ato: "usuario.redefinir_senha",
      entidade_id: bruno.id,
      depois: { senha_hash: "•••", deve_trocar_senha: true, senha_expira_em: "2026-11-24T15:00:00+00:00" },
    },
  ]);
  expect(await contar(sql`from log_auditoria l where l::text like ${`%${senha}%`}`)).toBe(0);
});

describe("é recusado", () => {
  test("a quem não é master, mesmo para a própria conta", async () => {
    const carla = await contratar("Carla");
    for (const id of [bruno.id, carla.id, celia.id]) {
      expect((await recusaDe(redefinirSenha({ actor: carla }, { id, versao: 1 }))).code).toBe("sem_permissao");
    }
  });

  test("a si mesma: as sessões terminariam antes de a senha ser lida", async () => {
    expect(await recusaDe(redefinirSenha({ actor: celia }, { id: celia.id, versao: 1 }))).toMatchObject({
      code: "invalido",
      message: "A sua própria senha você troca em Minha conta.",
    });
    expect(await usuarioDaSessao(celia.sessaoId)).not.toBeNull();
  });

  test("para um cliente, que não entra, e para quem não existe", async () => {
    const diego = await cadastrar("Diego");
    for (const id of [diego.id, 2_147_483_647]) {
      expect((await recusaDe(redefinirSenha({ actor: celia }, { id, versao: 1 }))).code).toBe("nao_encontrado");
    }
  });

  test("quando outra pessoa mudou Bruno antes, sem mostrar segredo nenhum", async () => {
    await redefinir();
    const recusa = await recusaDe(redefinir());
    expect(recusa.code).toBe("conflito");
    expect(recusa.current).toEqual({ deveTrocarSenha: true, senhaExpiraEm: depois(24), versao: 2 });
  });
});
