import { Logger, run } from "graphile-worker";
import { closePool } from "@/db/client";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
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

const { DATABASE_URL, DATABASE_URL_DONO = DATABASE_URL } = settings();
const runner = await run({
  connectionString: DATABASE_URL_DONO,
  taskList: tasks,
  crontab,
  concurrency: 4,
  noHandleSignals: true,
  logger,
});
log.info("worker ready");

async function stop() {
  await runner.stop();
  await closePool();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
await runner.promise;
