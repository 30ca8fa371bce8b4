"use server";

import { action } from "@/lib/server/action";
import { fecharDia, reabrirDia } from "./commands";

export const fecharDiaAction = action(fecharDia);
export const reabrirDiaAction = action(reabrirDia);
