"use server";

import { action } from "@/lib/server/action";
import { imprimirAgenda, verNovidades } from "./commands";

export const verNovidadesAction = action(verNovidades);
export const imprimirAgendaAction = action(imprimirAgenda);
