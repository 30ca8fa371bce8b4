"use server";

import { action } from "@/lib/server/action";
import {
  apagarCredenciais,
  editarAssistente,
  editarLigacao,
  recomecarSimulacao,
  retomarEnvios,
  simular,
} from "./commands";

export const apagarCredenciaisAction = action(apagarCredenciais);
export const editarAssistenteAction = action(editarAssistente);
export const editarLigacaoAction = action(editarLigacao);
export const recomecarSimulacaoAction = action(recomecarSimulacao);
export const retomarEnviosAction = action(retomarEnvios);
export const simularAction = action(simular);
