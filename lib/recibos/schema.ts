import { linhaOpcional, registro } from "@/lib/domain/campos";
import * as z from "@/lib/domain/mensagens";

/** `notaFiscal` null: there is none. */
export const anotarNotaSchema = z.strictObject({ ...registro, notaFiscal: linhaOpcional(60) });
