"use server";

import { action } from "@/lib/server/action";
import { verNovidades } from "./commands";

export const verNovidadesAction = action(verNovidades);
