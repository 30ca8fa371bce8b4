import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { dropDatabase, prepareDatabase } from "@/scripts/launcher/postgres/roles.mjs";

export const ROLES = { owner: "teste_dono", app: "teste_app" };
export const TEMPLATE = "modelo";

export type TestServer = {
  port: number;
  superUrl: string;
  passwords: { postgres: string; dono: string; app: string };
  /** The file that PostgreSQL writes its log to. */
  log: string;
};

/**
 * A database of one's own on the server of the tests: migrated and without rows.
 *
 * @param options `vazio`: not even migrated, owned by the owner's role
 * @returns connection URLs of the application's role and of the owner, and how to remove it
 */
export async function freshDatabase({ vazio = false } = {}) {
  const server = inject("server");
  const database = `teste_${randomBytes(6).toString("hex")}`;
  const template = vazio ? "template1" : TEMPLATE;
  const urls = await prepareDatabase(server, { ...ROLES, database, template });
  return { ...urls, drop: () => dropDatabase(server, database) };
}
