"use server";

import { action } from "@/lib/server/action";
import { editarEmpresa, removerLogo } from "./commands";

export const editarEmpresaAction = action(editarEmpresa);
export const removerLogoAction = action(removerLogo);
