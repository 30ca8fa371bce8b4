import * as z from "@/lib/domain/mensagens";
import { id } from "@/lib/domain/campos";

export const lembreteSchema = z.strictObject({ agendamentoId: id, minutos: z.int().positive() });

export const agradecimentoSchema = z.strictObject({ agendamentoId: id });

/** `depois`: the appointment up to which it is done. */
export const replanejarSchema = z.strictObject({ depois: z.int().min(0).default(0) });
