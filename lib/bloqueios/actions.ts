"use server";

import { action } from "@/lib/server/action";
import { criarBloqueio, excluirBloqueio } from "./commands";

export const criarBloqueioAction = action(criarBloqueio);
export const excluirBloqueioAction = action(excluirBloqueio);
