"use server";

import { action } from "@/lib/server/action";
import { assumir, devolver, enviar, enviarAMao, ler, reenviar } from "./commands";

export const assumirAction = action(assumir);
export const devolverAction = action(devolver);
export const enviarAction = action(enviar);
export const enviarAMaoAction = action(enviarAMao);
export const lerAction = action(ler);
export const reenviarAction = action(reenviar);
