"use server";

import { action } from "@/lib/server/action";
import {
  ativarServico,
  criarServico,
  desativarServico,
  duplicarServico,
  editarServico,
  excluirServico,
} from "./commands";

export const criarServicoAction = action(criarServico);
export const editarServicoAction = action(editarServico);
export const duplicarServicoAction = action(duplicarServico);
export const ativarServicoAction = action(ativarServico);
export const desativarServicoAction = action(desativarServico);
export const excluirServicoAction = action(excluirServico);
