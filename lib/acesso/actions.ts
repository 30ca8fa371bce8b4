"use server";

import { action, destino, formAction } from "@/lib/server/action";
import { closeSession, openSession } from "@/lib/server/session";
import {
  encerrarSessao,
  encerrarSessoes,
  entrar,
  fazerPrimeiroAcesso,
  registrarImpressao,
  sair,
  trocarSenha,
} from "./commands";

export const entrarAction = formAction(entrar, {
  effect: ({ sessaoId }) => openSession(sessaoId),
  // Straight there: after a detour the browser would keep the other address, which takes nothing from them yet.
  to: ({ deveTrocarSenha }, form) => (deveTrocarSenha ? "/trocar-senha" : destino(form)),
});
export const sairAction = formAction(sair, { effect: closeSession, to: () => "/entrar" });
export const encerrarSessoesAction = formAction(encerrarSessoes, { effect: closeSession, to: () => "/entrar" });
export const trocarSenhaAction = formAction(trocarSenha, { to: (_, form) => destino(form) });
export const fazerPrimeiroAcessoAction = formAction(fazerPrimeiroAcesso, {
  effect: ({ sessaoId }) => openSession(sessaoId),
  to: () => "/",
});
export const encerrarSessaoAction = action(encerrarSessao);
export const registrarImpressaoAction = action(registrarImpressao);
