"use server";

import { action } from "@/lib/server/action";
import { criarCargo, editarCargo, excluirCargo } from "./commands";

export const criarCargoAction = action(criarCargo);
export const editarCargoAction = action(editarCargo);
export const excluirCargoAction = action(excluirCargo);
