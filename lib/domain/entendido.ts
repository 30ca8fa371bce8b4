import * as z from "./mensagens";
import { instanteDoMinuto } from "./relogio";

/** What the assistant understood so far of what a client wants, as far as the booking form has a place for it. */
export type Entendido = {
  servicos: number[];
  profissionalId: number | null;
  /** Civil day; ISO instant. */
  dia: string | null;
  inicio: string | null;
  atendido: string | null;
};

const numero = z.int().positive();
const rascunho = z.object({
  servicos: z.array(numero).catch([]),
  profissionalId: numero.nullable().catch(null),
  dias: z.object({ de: z.iso.date() }).nullable().catch(null),
  atendido: z.string().nullable().catch(null),
});
const parte = z.object({ profissionalId: numero, inicio: z.int(), servicos: z.array(numero) });
const estado = z.object({
  rascunho: rascunho.nullable().catch(null),
  pergunta: z
    .object({ partes: z.array(parte).min(1) })
    .nullable()
    .catch(null),
});

/** Reads it out of where the assistant is in the talk; null when there is nothing to book. */
export function entendidoDe(guardado: unknown): Entendido | null {
  const lido = estado.safeParse(guardado).data;
  if (!lido?.rascunho) return null;
  const { servicos, profissionalId, dias, atendido } = lido.rascunho;
  const [primeira] = lido.pergunta?.partes ?? [];
  const achado = {
    servicos: servicos.length ? servicos : (primeira?.servicos ?? []),
    profissionalId: primeira?.profissionalId ?? profissionalId,
    dia: dias?.de ?? null,
    inicio: primeira ? instanteDoMinuto(primeira.inicio) : null,
    atendido,
  };
  return achado.servicos.length || achado.profissionalId || achado.dia ? achado : null;
}
