import { asc, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventosWhatsapp } from "@/db/schema";
import { dataRefused } from "@/lib/server/errors";
import { readDelivery, type Entrega } from "./payload";

/** How long somebody has to be silent before the assistant answers all that they wrote. */
const PAUSA_MS = 2_000;

const TOGETHER = 100;

type Evento = { id: number; corpo: string; recebidoEm: Date };
type Lida = Entrega & { id: number; falha: string | null };

const nada: Entrega = { mensagens: [], situacoes: [], trocas: [] };

/** By the time of its coming: what waited for us is not the client's delay. */
function ler({ id, corpo, recebidoEm }: Evento, numeroId: string | null): Lida {
  try {
    const { mensagens, ...mais } = readDelivery(corpo, numeroId, recebidoEm);
    const recebida = recebidoEm.getTime() / 1_000;
    return { id, falha: null, mensagens: mensagens.map((uma) => ({ ...uma, recebida })), ...mais };
  } catch (error) {
    return { ...nada, id, falha: error instanceof Error ? error.name : "desconhecida" };
  }
}

async function guardar(lidas: readonly Lida[]): Promise<void> {
  const todas = <K extends keyof Entrega>(key: K) =>
    sql`${JSON.stringify(lidas.flatMap((uma): unknown[] => uma[key]))}::jsonb`;
  const ids = sql.param(lidas.map(({ id }) => id));
  const falhas = sql.param(lidas.map(({ falha }) => falha));
  await db().execute(sql`select tratar_whatsapp(${ids}::int[], ${falhas}::text[], ${todas("mensagens")},
    ${todas("situacoes")}, ${todas("trocas")}, ${PAUSA_MS})`);
}

/**
 * Reads what Meta delivered and nobody has read, in the order of its coming: messages, statuses, the work that follows. A
 * delivery that the database refuses is marked and holds up no other.
 *
 * @param numeroId our number's; what concerns others is only stored
 */
export async function tratarEntregas(numeroId: string | null): Promise<void> {
  const { id, corpo, recebidoEm, tratadoEm, erro } = eventosWhatsapp;
  for (;;) {
    const eventos: Evento[] = await db()
      .select({ id, corpo, recebidoEm })
      .from(eventosWhatsapp)
      .where(sql`${isNull(tratadoEm)} and ${isNull(erro)}`)
      .orderBy(asc(id))
      .limit(TOGETHER);
    if (!eventos.length) return;
    const lidas = eventos.map((evento) => ler(evento, numeroId));
    try {
      await guardar(lidas);
    } catch (error) {
      if (!dataRefused(error)) throw error;
      for (const lida of lidas)
        await guardar([lida]).catch((recusada: unknown) => {
          const falha = dataRefused(recusada);
          if (!falha) throw recusada;
          return guardar([{ ...nada, id: lida.id, falha }]);
        });
    }
  }
}
