"use server";

import { action } from "@/lib/server/action";
import { editarAssistente, editarLigacao, retomarEnvios, simular } from "./commands";

export const editarAssistenteAction = action(editarAssistente);
export const editarLigacaoAction = action(editarLigacao);
export const retomarEnviosAction = action(retomarEnvios);
export const simularAction = action(simular);
