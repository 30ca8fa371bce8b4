"use server";

import { action } from "@/lib/server/action";
import { atrasar, cancelar, concluir, confirmar, desfazer, marcarFalta, registrarChegada, trocar } from "./commands";

export const confirmarAction = action(confirmar);
export const registrarChegadaAction = action(registrarChegada);
export const concluirAction = action(concluir);
export const marcarFaltaAction = action(marcarFalta);
export const cancelarAction = action(cancelar);
export const desfazerAction = action(desfazer);
export const atrasarAction = action(atrasar);
export const trocarAction = action(trocar);
