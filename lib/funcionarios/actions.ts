"use server";

import { action } from "@/lib/server/action";
import {
  ativarFuncionario,
  criarFuncionario,
  desativarFuncionario,
  editarFuncionario,
  excluirFuncionario,
} from "./commands";

export const criarFuncionarioAction = action(criarFuncionario);
export const editarFuncionarioAction = action(editarFuncionario);
export const ativarFuncionarioAction = action(ativarFuncionario);
export const desativarFuncionarioAction = action(desativarFuncionario);
export const excluirFuncionarioAction = action(excluirFuncionario);
