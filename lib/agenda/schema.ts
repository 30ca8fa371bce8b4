import * as z from "@/lib/domain/mensagens";
import { chavesVisao } from "@/lib/domain/agenda";
import { dia, id } from "@/lib/domain/campos";

/** What `GET /api/agenda` shows: civil days of the company, both included, 42 at most. */
export const janelaSchema = z
  .object({ de: dia, ate: dia, profissional: z.coerce.number().pipe(id).optional() })
  .refine(({ de, ate }) => ate >= de, "O fim vem antes do começo.")
  .refine(({ de, ate }) => Date.parse(ate) - Date.parse(de) <= 41 * 86_400_000, "Peça no máximo 42 dias de uma vez.");

export type Janela = z.output<typeof janelaSchema>;

/** What the agenda's own address says. */
export const enderecoDaAgendaSchema = z.object({
  dia: dia.optional().catch(undefined),
  visao: z.enum(chavesVisao).optional().catch(undefined),
  /** Only this professional. */
  profissional: z.coerce.number().pipe(id).optional().catch(undefined),
  /** Coloured by. */
  cor: z.enum(["profissional", "situacao"]).optional().catch(undefined),
  /** Also what was cancelled. */
  canceladas: z.enum(["sim"]).optional().catch(undefined),
  /** The sheet of this appointment is open. */
  abrir: z.coerce.number().pipe(id).optional().catch(undefined),
  /** It opens with this question. */
  passo: z.enum(["remarcar"]).optional().catch(undefined),
  /** The form of a booking is open for this client. */
  marcar: z.coerce.number().pipe(id).optional().catch(undefined),
  /** This block is open, so that it can be removed. */
  bloqueio: z.coerce.number().pipe(id).optional().catch(undefined),
});

/** For whom something is to be booked. */
export const umClienteSchema = z.coerce.number().pipe(id);

export const verNovidadesSchema = z.strictObject({ ate: z.iso.datetime({ offset: true }) });
