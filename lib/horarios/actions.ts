"use server";

import { action } from "@/lib/server/action";
import { editarExpediente, editarRegras, excluirExcecao, excluirExpediente, salvarExcecao } from "./commands";

export const editarExpedienteAction = action(editarExpediente);
export const excluirExpedienteAction = action(excluirExpediente);
export const editarRegrasAction = action(editarRegras);
export const salvarExcecaoAction = action(salvarExcecao);
export const excluirExcecaoAction = action(excluirExcecao);
