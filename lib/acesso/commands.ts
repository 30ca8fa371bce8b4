import { eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { configuracaoEmpresa, sessoes, usuarios } from "@/db/schema";
import { pode, rotaDe, rotas, type Rota } from "@/lib/domain/permissoes";
import { recordAct } from "@/lib/server/audit";
import { command, type Origin } from "@/lib/server/command";
import { AppError, naoAutenticado, naoEncontrado, semPermissao } from "@/lib/server/errors";
import { takeTry, type Bucket } from "@/lib/server/limits";
import { hashSenha, senhaComum, senhaConfere } from "@/lib/server/password";
import { aparelhoConhecido, endSessions } from "@/lib/server/session-row";
import { describeDevice } from "@/lib/server/user-agent";
import {
  encerrarSessaoSchema,
  entrarSchema,
  imprimirSchema,
  primeiroAcessoSchema,
  sairSchema,
  trocarSenhaSchema,
} from "./schema";

const TRES_MINUTOS = 3 * 60;
const desconhecida: Origin = { address: "desconhecido", device: "desconhecido", userAgent: "" };

/** A device that signed in to the account before has its own counter, so strangers cannot lock the owner out. */
async function baldes(email: string, { address, device }: Origin): Promise<Bucket[]> {
  if (await aparelhoConhecido(email, device)) {
    return [{ name: "entrar-aparelho", key: `${email} ${device}`, limit: { points: 10, seconds: TRES_MINUTOS } }];
  }
  return [
    { name: "entrar-conta", key: `${email} ${address}`, limit: { points: 10, seconds: TRES_MINUTOS } },
    { name: "entrar-endereco", key: address, limit: { points: 30, seconds: TRES_MINUTOS } },
    { name: "entrar-hora", key: email, limit: { points: 100, seconds: 60 * 60 } },
  ];
}

async function abrirSessao(tx: Tx, usuarioId: number, { address, device, userAgent }: Origin): Promise<string> {
  const [sessao] = await tx
    .insert(sessoes)
    .values({ usuarioId, dispositivo: device, descricao: describeDevice(userAgent), endereco: address })
    .returning({ id: sessoes.id });
  return sessao!.id;
}

/**
 * Signs somebody in and opens a session. Unknown e-mail, wrong password and inactive account give the same answer after
 * the same work.
 */
export const entrar = command({
  act: "acesso.entrar",
  input: entrarSchema,
  guard: async ({ input, origin = desconhecida }) => takeTry(await baldes(input.email, origin)),
  async execute({ tx, input, now, origin = desconhecida }) {
    const [usuario] = await tx
      .select()
      .from(usuarios)
      .where(sql`lower(${usuarios.email}) = ${input.email}`);
    const welcome = usuario?.ativo && usuario.tipo !== "cliente" ? usuario : undefined;
    const confere = await senhaConfere(welcome?.senhaHash, input.senha);
    const facts = { endereco: origin.address, aparelho: describeDevice(origin.userAgent) };
    const refuse = async (message: string) => {
      const about = { entidade: "usuarios", entidadeId: usuario?.id, detalhes: facts };
      await recordAct(tx, "acesso.entrada_recusada", about);
      return new AppError("invalido", message);
    };
    if (!welcome || !confere) return refuse("E-mail ou senha não conferem.");
    if (welcome.senhaExpiraEm && welcome.senhaExpiraEm <= now) {
      return refuse("Esta senha temporária venceu. Peça outra a um master.");
    }
    const sessaoId = await abrirSessao(tx, welcome.id, origin);
    await tx.execute(sql`select set_config('app.ator', ${`usuario:${welcome.id}`}, true)`);
    await recordAct(tx, "acesso.entrar", { entidade: "usuarios", entidadeId: welcome.id, detalhes: facts });
    return { sessaoId, deveTrocarSenha: welcome.deveTrocarSenha };
  },
});

/** Ends the session that asks. Without one there is nothing to end, which is no error. */
export const sair = command({
  act: "acesso.sair",
  input: sairSchema,
  async execute({ tx, actor }) {
    if (actor.tipo !== "usuario") return {};
    await endSessions(tx, actor.id, eq(sessoes.id, actor.sessaoId));
    await recordAct(tx, "acesso.sair", { entidade: "usuarios", entidadeId: actor.id });
    return {};
  },
});

/** Ends one of the own sessions, e.g. on a lost phone. */
export const encerrarSessao = command({
  act: "acesso.encerrar_sessao",
  input: encerrarSessaoSchema,
  touches: ["acesso"],
  async execute({ tx, actor, input }) {
    if (actor.tipo !== "usuario") throw naoAutenticado();
    const ended = await endSessions(tx, actor.id, eq(sessoes.id, input.id));
    if (!ended[0]) throw naoEncontrado();
    const detalhes = { aparelho: ended[0].descricao };
    await recordAct(tx, "acesso.encerrar_sessao", { entidade: "usuarios", entidadeId: actor.id, detalhes });
    return {};
  },
});

/** Signs out everywhere, here included. */
export const encerrarSessoes = command({
  act: "acesso.encerrar_sessoes",
  input: sairSchema,
  async execute({ tx, actor }) {
    if (actor.tipo !== "usuario") return {};
    await endSessions(tx, actor.id);
    await recordAct(tx, "acesso.encerrar_sessoes", { entidade: "usuarios", entidadeId: actor.id });
    return {};
  },
});

async function recusarSenhaComum(campo: string, senha: string) {
  if (!(await senhaComum(senha))) return;
  const message = "Esta senha é das mais usadas no mundo. Escolha outra.";
  throw new AppError("invalido", message, { fields: { [campo]: message } });
}

/** Changes the own password and ends every other session. */
export const trocarSenha = command({
  act: "acesso.trocar_senha",
  input: trocarSenhaSchema,
  async guard({ actor }) {
    const key = actor.tipo === "usuario" ? String(actor.id) : "ninguem";
    return takeTry([{ name: "trocar-senha", key, limit: { points: 10, seconds: TRES_MINUTOS } }]);
  },
  async execute({ tx, actor, input }) {
    if (actor.tipo !== "usuario") throw naoAutenticado();
    const [eu] = await tx.select({ hash: usuarios.senhaHash }).from(usuarios).where(eq(usuarios.id, actor.id));
    if (!(await senhaConfere(eu?.hash, input.senhaAtual))) {
      await recordAct(tx, "acesso.troca_recusada", { entidade: "usuarios", entidadeId: actor.id });
      const message = "Esta não é a sua senha atual.";
      return new AppError("invalido", message, { fields: { senhaAtual: message } });
    }
    if (input.senhaNova === input.senhaAtual) {
      const message = "A senha nova precisa ser diferente da atual.";
      throw new AppError("invalido", message, { fields: { senhaNova: message } });
    }
    await recusarSenhaComum("senhaNova", input.senhaNova);
    await tx
      .update(usuarios)
      .set({ senhaHash: await hashSenha(input.senhaNova), deveTrocarSenha: false, senhaExpiraEm: null })
      .where(eq(usuarios.id, actor.id));
    await endSessions(tx, actor.id, ne(sessoes.id, actor.sessaoId));
    return {};
  },
});

/** Remembers that somebody put a screen with people's data on paper; of other screens nothing is kept. */
export const registrarImpressao = command({
  act: "acesso.imprimir",
  input: imprimirSchema,
  async execute({ tx, actor, input: { caminho, dia } }) {
    const rota = rotaDe(caminho);
    const { pessoal, titulo, exige }: Partial<Rota> = rota ? rotas[rota] : {};
    if (!pessoal || !exige) return {};
    if (!pode(actor, exige)) throw semPermissao();
    const registro = /\/(\d{1,9})\b/.exec(caminho)?.[1];
    const quem = pessoal !== "lista" && registro ? { entidade: pessoal, entidadeId: Number(registro) } : {};
    await recordAct(tx, "acesso.imprimir", { ...quem, detalhes: { tela: titulo, ...(dia && { dia }) } });
    return {};
  },
});

/** Founds the company with its first master, exactly once; the single row of the company decides who wins. */
export const fazerPrimeiroAcesso = command({
  act: "acesso.primeiro_acesso",
  input: primeiroAcessoSchema,
  async execute({ tx, input: { empresa, nome, email, senha }, origin = desconhecida }) {
    await recusarSenhaComum("senha", senha);
    const founded = await tx.insert(configuracaoEmpresa).values({ nome: empresa }).onConflictDoNothing().returning();
    if (!founded.length)
      throw new AppError("conflito", "A empresa já foi criada. Entre com o seu e-mail e a sua senha.");
    const [master] = await tx
      .insert(usuarios)
      .values({ nome, email, tipo: "master", senhaHash: await hashSenha(senha) })
      .returning({ id: usuarios.id });
    return { sessaoId: await abrirSessao(tx, master!.id, origin) };
  },
});
