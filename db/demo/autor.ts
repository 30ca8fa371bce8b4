import { sql } from "drizzle-orm";
import type { ChaveAto } from "../../lib/domain/permissoes";
import type { Tx } from "../client";

/** Who writes from here on, and by which act: `usuario:7`, `sistema`. */
export const por = (tx: Tx, ator: string, ato: ChaveAto) =>
  tx.execute(sql`select set_config('app.ator', ${ator}, true), set_config('app.ato', ${ato}, true)`);
