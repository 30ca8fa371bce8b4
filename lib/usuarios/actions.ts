"use server";

import { action } from "@/lib/server/action";
import { ativarUsuario, criarUsuario, desativarUsuario, editarConta, editarUsuario, redefinirSenha } from "./commands";

export const criarUsuarioAction = action(criarUsuario);
export const editarUsuarioAction = action(editarUsuario);
export const ativarUsuarioAction = action(ativarUsuario);
export const desativarUsuarioAction = action(desativarUsuario);
export const editarContaAction = action(editarConta);
export const redefinirSenhaAction = action(redefinirSenha);
