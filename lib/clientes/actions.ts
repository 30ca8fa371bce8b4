"use server";

import { action } from "@/lib/server/action";
import {
  ativarCliente,
  consentir,
  criarCliente,
  desativarCliente,
  editarCliente,
  excluirCliente,
  imprimirCliente,
  retirarConsentimento,
} from "./commands";

export const criarClienteAction = action(criarCliente);
export const editarClienteAction = action(editarCliente);
export const ativarClienteAction = action(ativarCliente);
export const desativarClienteAction = action(desativarCliente);
export const excluirClienteAction = action(excluirCliente);
export const consentirAction = action(consentir);
export const retirarConsentimentoAction = action(retirarConsentimento);
export const imprimirClienteAction = action(imprimirCliente);
