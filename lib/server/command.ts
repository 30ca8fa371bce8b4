import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { db, writer, type Db, type Tx } from "@/db/client";
import { atos, pode, type Area, type ChaveAto } from "@/lib/domain/permissoes";
import { actorKey, type Actor } from "./actor";
import { enqueue, type Job } from "./queue";
import { AppError, asAppError, isRetryable, semPermissao } from "./errors";
import { once } from "./idempotency";
import { log } from "./log";
import { recordRefusal } from "./audit";
import { freshActor } from "./session-row";

/** Where a request came from; commands that open doors look at it, the others ignore it. */
export type Origin = { address: string; device: string; userAgent: string };

/** Who asks and under which request. `chave` makes a repeated call answer with the first result instead of acting twice. */
export type Call = {
  actor: Actor;
  now?: Date;
  requestId?: string;
  chave?: string;
  origin?: Origin;
  /** Hears how far a long command is; after a retry it begins anew. */
  progress?: Progress;
};

export type Progress = (done: number, total: number) => void;

type Context<I> = { tx: Tx; actor: Actor; now: Date; input: I; origin?: Origin; progress: Progress };

type Definition<S extends z.ZodType, R> = {
  act: ChaveAto;
  input: S;
  /** The areas whose screens must be read anew afterwards. */
  touches?: readonly Area[];
  /** Runs before the transaction, for limits that must outlive a rollback. What it returns is called after success. */
  guard?: (call: Omit<Context<z.output<S>>, "tx" | "progress">) => Promise<() => Promise<void>>;
  /**
   * The change itself. Throwing undoes it. *Returning* an AppError refuses as well but keeps what was written, for
   * refusals that must be remembered.
   */
  execute: (context: Context<z.output<S>>) => Promise<R | AppError>;
  /** Adds to a refusal what takes long to find. Runs after the transaction, whose locks keep nobody waiting any more. */
  explain?: (refusal: AppError, context: { db: Db; actor: Actor; now: Date }) => Promise<AppError>;
  notify?: (result: R) => Job[];
  /** The result is shown once and kept nowhere, so a repeated call acts again. */
  resultIsSecret?: boolean;
  /** What a repeated call is answered with, where that is less than the first answer: without what is shown once. */
  kept?: (result: R) => R;
};

export type Command<S extends z.ZodType = z.ZodType, R = unknown> = {
  (call: Call, input: unknown): Promise<R>;
  readonly act: ChaveAto;
  readonly touches: readonly Area[];
  /** Only for types: what a caller may pass. */
  readonly accepts?: z.input<S>;
};

const TRIES = 3;

/** Runs again, whole, what failed only because two transactions met. */
async function withRetry<R>(run: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === TRIES || !isRetryable(error)) throw error;
      await sleep(20 * attempt * (0.5 + Math.random()));
    }
  }
}

/**
 * The one door for writes. Checks the permission of `act` against the actor as the database knows them now, parses the
 * input, and runs `execute` in one transaction that carries the actor, the act and the request id for the audit trigger.
 *
 * @throws AppError for everything; an unknown error is logged and leaves as `inesperado`
 */
export function command<S extends z.ZodType, R>(definition: Definition<S, R>): Command<S, R> {
  const { act, input: schema, touches = [], execute, explain, guard, notify, resultIsSecret, kept } = definition;

  async function transact(call: Call, actor: Actor, now: Date, input: z.output<S>, requestId: string) {
    return writer().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.ator', ${actorKey(actor)}, true),
        set_config('app.ato', ${act}, true), set_config('app.requisicao', ${requestId}, true)`);
      const current = await freshActor(tx, actor);
      if (!current || !pode(current, atos[act].exige)) throw semPermissao();
      const chave = resultIsSecret ? undefined : call.chave;
      const { progress = () => {} } = call;
      const perform = async () => {
        const result = await execute({ tx, actor: current, now, input, origin: call.origin, progress });
        if (result instanceof AppError) return result;
        for (const job of notify?.(result) ?? []) await enqueue(tx, job);
        return result;
      };
      return once(tx, { chave, ator: actorKey(actor), ato: act }, perform, kept);
    });
  }

  async function run(call: Call, raw: unknown): Promise<R> {
    const { actor, now = new Date(), requestId = randomUUID(), origin } = call;
    const started = performance.now();
    const line = { act, requestId, userId: actor.tipo === "usuario" ? actor.id : undefined };
    try {
      if (!pode(actor, atos[act].exige)) throw semPermissao();
      const input = schema.parse(raw);
      const giveBack = await guard?.({ actor, now, input, origin });
      const result = await withRetry(() => transact(call, actor, now, input, requestId));
      if (result instanceof AppError) throw result;
      await giveBack?.();
      log.info({ ...line, ms: Math.round(performance.now() - started) }, "done");
      return result;
    } catch (error) {
      const outcome = { ...line, ms: Math.round(performance.now() - started) };
      const known = asAppError(error, outcome);
      if (known.code === "inesperado") throw known;
      const refused = explain ? await explain(known, { db: db(), actor, now }) : known;
      log.info({ ...outcome, code: refused.code }, "refused");
      if (refused.code === "sem_permissao") await recordRefusal(actor, act, requestId);
      throw refused;
    }
  }

  return Object.assign(run, { act, touches });
}
