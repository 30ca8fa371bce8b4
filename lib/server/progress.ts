import { setImmediate as breath } from "node:timers/promises";
import type { Failure } from "@/lib/domain/result";
import { asAppError, toFailure } from "./errors";

/** Runs long work step by step, and lets the server answer others in between. @returns what the work returns */
export async function politely<S, R>(work: Iterator<S, R, undefined>, heard: (step: S) => void): Promise<R> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    heard(value);
    await breath();
  }
}

/** A line of the answer: how far a phase is, or how it all ended. */
type ProgressLine<R> =
  | { fase: string; feitas: number; de: number }
  | { ok: true; data: R }
  | { ok: false; error: Failure };

/**
 * An answer that tells how far the work is while it is done: one JSON object a line, the last one is a `Result`. Whoever
 * stops listening does not stop the work.
 */
export function progressResponse<R>(
  requestId: string,
  work: (tell: (fase: string, feitas: number, de: number) => void) => Promise<R>,
): Response {
  const encoder = new TextEncoder();
  let listening = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: ProgressLine<R>) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        send({ ok: true, data: await work((fase, feitas, de) => send({ fase, feitas, de })) });
      } catch (error) {
        send({ ok: false, error: toFailure(asAppError(error, { requestId })) });
      }
      if (listening) controller.close();
    },
    cancel: () => void (listening = false),
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store, no-transform" },
  });
}
