import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoEmpresa, usuarios } from "@/db/schema";
import type { Actor } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { AppError, naoAutenticado, naoEncontrado } from "@/lib/server/errors";
import { hashSenha, primeiraSenha, senhaComum } from "@/lib/server/password";
import { updateSeen } from "@/lib/server/rows";
import { endSessions } from "@/lib/server/session-row";
import { contaSchema, criarMasterSchema, editarUsuarioSchema, usuarioRegistroSchema, usuarioSchema } from "./schema";

/** The name of somebody who can sign in. A client is nobody here. @throws AppError `nao_encontrado` */
async function quemEntra(tx: Tx, id: number): Promise<string> {
  const [usuario] = await tx
    .select({ nome: usuarios.nome })
    .from(usuarios)
    .where(and(eq(usuarios.id, id), ne(usuarios.tipo, "cliente")));
  if (!usuario) throw naoEncontrado();
  return usuario.nome;
}

/** Nobody shuts the door behind themself by a slip of the finger. @param frase says what to do instead */
function recusarASiMesmo(actor: Actor, id: number, frase: string) {
  if (actor.tipo === "usuario" && actor.id === id) throw new AppError("invalido", frase);
}

type UsuarioCriado = { id: number; nome: string; senha: string | null };

/**
 * Registers somebody who can sign in, with a temporary password that is shown once and dead after 24 hours. A repeated
 * call answers without it.
 */
export const criarUsuario = command({
  act: "usuario.criar",
  input: usuarioSchema,
  touches: ["usuario"],
  kept: (criado): UsuarioCriado => ({ ...criado, senha: null }),
  async execute({ tx, input, now }): Promise<UsuarioCriado> {
    const { senha, colunas } = await primeiraSenha(now);
    const [usuario] = await tx
      .insert(usuarios)
      .values({ ...input, ...colunas })
      .returning({ id: usuarios.id });
    return { id: usuario!.id, nome: input.nome, senha };
  },
});

/** Changes who somebody is and what they may do, which counts at their very next request. */
export const editarUsuario = command({
  act: "usuario.editar",
  input: editarUsuarioSchema,
  touches: ["usuario"],
  async execute({ tx, actor, input: { id, versao, ...valores } }) {
    await quemEntra(tx, id);
    if (valores.tipo !== "master")
      recusarASiMesmo(actor, id, "Você não pode deixar de ser master por si mesmo. Peça a outro master.");
    return updateSeen(tx, usuarios, { id, versao }, valores);
  },
});

export const ativarUsuario = command({
  act: "usuario.ativar",
  input: usuarioRegistroSchema,
  touches: ["usuario"],
  async execute({ tx, input }) {
    await quemEntra(tx, input.id);
    return updateSeen(tx, usuarios, input, { ativo: true });
  },
});

/** Shuts somebody out: their sessions end and they cannot sign in until they are active again. Their past stays. */
export const desativarUsuario = command({
  act: "usuario.desativar",
  input: usuarioRegistroSchema,
  touches: ["usuario"],
  async execute({ tx, actor, input }) {
    await quemEntra(tx, input.id);
    recusarASiMesmo(actor, input.id, "Você não pode desativar a si mesmo. Peça a outro master.");
    const visto = await updateSeen(tx, usuarios, input, { ativo: false });
    await endSessions(tx, input.id);
    return visto;
  },
});

/** Changes the own name and number. */
export const editarConta = command({
  act: "usuario.editar_conta",
  input: contaSchema,
  touches: ["usuario", "acesso"],
  async execute({ tx, actor, input: { versao, ...valores } }) {
    if (actor.tipo !== "usuario") throw naoAutenticado();
    return updateSeen(tx, usuarios, { id: actor.id, versao }, valores);
  },
});

/**
 * Gives somebody a temporary password, shown once and dead after 24 hours, and ends their sessions. They must choose
 * their own at the next sign-in.
 */
export const redefinirSenha = command({
  act: "usuario.redefinir_senha",
  input: usuarioRegistroSchema,
  touches: ["usuario"],
  resultIsSecret: true,
  async execute({ tx, actor, input, now }) {
    const nome = await quemEntra(tx, input.id);
    recusarASiMesmo(actor, input.id, "A sua própria senha você troca em Minha conta.");
    const { senha, colunas } = await primeiraSenha(now);
    await updateSeen(tx, usuarios, input, colunas);
    await endSessions(tx, input.id);
    return { nome, senha };
  },
});

/** Makes a master from a shell, and the company too if there is none yet. */
export const criarMaster = command({
  act: "usuario.criar_master",
  input: criarMasterSchema,
  async execute({ tx, input: { empresa, nome, email, senha } }) {
    if (await senhaComum(senha))
      throw new AppError("invalido", "Esta senha é das mais usadas no mundo. Escolha outra.");
    await tx.insert(configuracaoEmpresa).values({ nome: empresa }).onConflictDoNothing();
    const [master] = await tx
      .insert(usuarios)
      .values({ nome, email, tipo: "master", senhaHash: await hashSenha(senha) })
      .returning({ id: usuarios.id });
    return { id: master!.id };
  },
});
