import { borrowEnvironment } from "./launcher/borrow.mjs";
import { startService, workerCommand } from "./launcher/services.mjs";
import { atEnd, end, endWith, listenForEnd } from "./launcher/shutdown.mjs";

listenForEnd();
try {
  const env = await borrowEnvironment();
  const worker = startService(workerCommand(), { env });
  atEnd(worker.stop);
  await end((await worker.exit) ?? 1);
} catch (error) {
  await endWith(error);
}
