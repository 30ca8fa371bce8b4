import type { ReactNode } from "react";
import { forbidden, notFound, redirect } from "next/navigation";
import { pode, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import type { Usuario } from "./actor";
import { recordRefusal } from "./audit";
import { AppError, naoEncontrado } from "./errors";
import { currentRequestId } from "./request";
import { currentUsuario } from "./session";

export type Search = Record<string, string | string[] | undefined>;
type Context<P> = { actor: Usuario; params: P; search: Search };

/** The number in `/cargos/[id]`. @throws AppError `nao_encontrado` for anything that is not a record's number */
export function recordId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > 2_147_483_647) throw naoEncontrado();
  return id;
}

async function admit(rota: CaminhoRota): Promise<Usuario> {
  const usuario = await currentUsuario();
  if (!usuario) redirect("/entrar");
  if (pode(usuario, rotas[rota].exige)) return usuario;
  if (usuario.deveTrocarSenha) redirect("/trocar-senha");
  await recordRefusal(usuario, rota, await currentRequestId());
  return forbidden();
}

/**
 * A page for signed-in people: `export default screen("/cargos", async ({ actor, search }) => ...)`. Asks the policy
 * for its own route, before any loading boundary, so that a refusal is a 403 and a missing record a 404.
 */
export function screen<P = object>(rota: CaminhoRota, render: (context: Context<P>) => Promise<ReactNode>) {
  return async function Page(props: { params: Promise<P>; searchParams: Promise<Search> }) {
    const actor = await admit(rota);
    try {
      return await render({ actor, params: await props.params, search: await props.searchParams });
    } catch (error) {
      if (error instanceof AppError && error.code === "nao_encontrado") notFound();
      if (error instanceof AppError && error.code === "sem_permissao") forbidden();
      throw error;
    }
  };
}
