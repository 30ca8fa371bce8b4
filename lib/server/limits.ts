import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/db/client";
import { AppError } from "./errors";

type Limit = { points: number; seconds: number };

function limiter(name: string, { points, seconds }: Limit) {
  const storeClient = pool();
  return new RateLimiterPostgres({
    storeClient,
    tableName: "limites",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/** "em 1 minuto", "em 40 minutos": rounded up, so that the next try does not come too early. */
function waiting(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return `em ${minutes} ${minutes === 1 ? "minuto" : "minutos"}`;
}

export type Bucket = { name: string; key: string; limit: Limit };

/**
 * Takes one try from every bucket at once, before the act: parallel tries cannot slip past. The counters are in
 * PostgreSQL and hold across processes and restarts; keys are stored hashed.
 *
 * @returns gives the tries back, for callers whose limit counts only failures
 * @throws AppError `limite` that says when to try again
 */
export async function takeTry(buckets: Bucket[]): Promise<() => Promise<void>> {
  const tries = buckets.map(({ name, key, limit }) => ({
    limiter: limiter(name, limit),
    key: createHash("sha256").update(key).digest("base64url"),
  }));
  const outcomes = await Promise.allSettled(tries.map((one) => one.limiter.consume(one.key)));
  const failures = outcomes
    .filter((outcome) => outcome.status === "rejected")
    .map((outcome) => outcome.reason as unknown);
  const broken = failures.find((reason) => !(reason instanceof RateLimiterRes));
  if (broken) throw broken;
  const taken = tries.filter((_, i) => outcomes[i]!.status === "fulfilled");
  const giveBack = async () => void (await Promise.all(taken.map((one) => one.limiter.reward(one.key))));
  if (!failures.length) return giveBack;
  // What one bucket refused must not drain the others: a blocked try would lock out the neighbours.
  await giveBack();
  const wait = Math.max(...failures.map((reason) => (reason as RateLimiterRes).msBeforeNext));
  throw new AppError("limite", `Muitas tentativas seguidas. Tente de novo ${waiting(wait)}.`);
}
