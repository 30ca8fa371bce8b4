import { EventEmitter } from "node:events";
import { setPriority } from "node:os";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { closePools } from "@/db/client";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { stayAlive } from "./alive";
import { crontab, tasks } from "./tasks";

// The queue's own messages name jobs and never their contents.
const logger = new Logger((scope) => (level, message) => {
  const line = { scope: scope.label, task: scope.taskIdentifier, jobId: scope.jobId };
  if (level === "error") log.error(line, "queue error");
  else if (level === "warning") log.warn(line, "queue warning");
  else log.debug(line, message);
});

/** A wrong environment is for a person to mend: its list, not the place in the code. */
function settings() {
  try {
    return env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

// People at their desks, and Meta waiting for its acknowledgement, come before what can follow in a moment.
setPriority(10);

const { DATABASE_URL, DATABASE_URL_DONO = DATABASE_URL } = settings();
const names = new Set<string>();
const events = new EventEmitter() as WorkerEvents;
events.on("pool:create", ({ workerPool }) => names.add(workerPool.id));
events.on("worker:create", ({ worker }) => names.add(worker.workerId));
const runner = await run({
  events,
  connectionString: DATABASE_URL_DONO,
  taskList: tasks,
  crontab,
  concurrency: 8,
  noHandleSignals: true,
  logger,
});
const die = stayAlive(DATABASE_URL_DONO, names);
log.info("worker ready");

async function stop() {
  await runner.stop();
  await die();
  await closePools();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
await runner.promise;
