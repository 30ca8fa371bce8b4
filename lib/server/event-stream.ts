import { db } from "@/db/client";
import { pode, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import type { Usuario } from "./actor";
import { changesLately, changesSince, hear, saidLately, type Change } from "./live";
import { log, safeError } from "./log";
import { freshActor } from "./session-row";

/** How often the other end hears that this one lives, and it is asked whether the person may still listen. */
const HEARTBEAT_MS = 20_000;
/** Who lets so many events lie is gone; on coming back they catch up. */
const MOST_WAITING = 200;

const event = ({ ids, outros, ultimo }: Change) =>
  `id: ${ultimo}\nevent: agenda\ndata: ${JSON.stringify({ ids, outros })}\n\n`;

const CONVERSAS = "event: conversas\ndata: {}\n\n";

/**
 * The agenda's changes as server-sent events for as long as the person may open `rota` and the process runs. Whoever books
 * also hears that there is news in the conversations.
 *
 * @param lastEventId where an earlier stream broke off; what happened since comes first, without it what happened lately
 */
export function changeStream(rota: CaminhoRota, actor: Usuario, lastEventId: string | null): Response {
  const encoder = new TextEncoder();
  let close = (_gone?: true) => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const send = (text: string) => {
        if (!open) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -MOST_WAITING) close();
      };
      let books = pode(actor, "pode_agendar");
      const conversas = () => books && send(CONVERSAS);
      const changed = (change: Change) => send(event(change));
      const recheck = async () => {
        const current = await freshActor(db(), actor);
        if (!current || !pode(current, rotas[rota].exige)) close();
        else books = pode(current, "pode_agendar");
      };
      const timer = setInterval(() => {
        send(": vivo\n\n");
        // A database that does not answer says nothing about the person.
        recheck().catch(() => {});
      }, HEARTBEAT_MS);
      const deafen = hear({ changed, conversas, end: () => close() });
      close = (gone) => {
        if (!open) return;
        open = false;
        deafen();
        clearInterval(timer);
        // Where the other end has gone there is nothing left to close.
        if (!gone) controller.close();
      };
      send("retry: 1000\n\n");
      const ultimo = Number(lastEventId);
      const back = Number.isSafeInteger(ultimo) && ultimo > 0;
      const tellMissed = async () => {
        const change = back ? await changesSince(ultimo) : changesLately();
        if (change) changed(change);
      };
      tellMissed().catch((error) => {
        log.warn({ error: safeError(error) }, "catching up failed");
        close();
      });
      // Which messages came meanwhile nobody counts; whoever shows them reads them anew.
      if (back || saidLately()) conversas();
    },
    cancel: () => close(true),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
