"use server";

import { action } from "@/lib/server/action";
import { anotarNota } from "./commands";

export const anotarNotaAction = action(anotarNota);
