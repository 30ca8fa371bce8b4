"use server";

import { action } from "@/lib/server/action";
import { apagarCredenciais, editarAssistente, editarLigacao, retomarEnvios, simular } from "./commands";

export const apagarCredenciaisAction = action(apagarCredenciais);
export const editarAssistenteAction = action(editarAssistente);
export const editarLigacaoAction = action(editarLigacao);
export const retomarEnviosAction = action(retomarEnvios);
export const simularAction = action(simular);
