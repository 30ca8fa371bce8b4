import * as z from "./mensagens";

/** A filter's text from the URL. PostgreSQL stores no NUL, so nothing could match one. */
export const textoDaUrl = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);

/** What every list takes from the URL. What is malformed is ignored: an old link still opens the list. */
export const listaSchema = z.object({
  busca: textoDaUrl(100).trim().default("").catch(""),
  ordem: z.string().max(40).optional().catch(undefined),
  depois: z.string().max(400).optional().catch(undefined),
  antes: z.string().max(400).optional().catch(undefined),
  por: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .default(25)
    .catch(25),
});

export type ListParams = z.infer<typeof listaSchema>;
