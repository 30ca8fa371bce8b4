import { addressOf } from "./config.mjs";
import { readOrMakeSecret } from "./folder.mjs";

/**
 * The environment that web, worker and tools are given.
 * @param {Pick<import("./config.mjs").Config, "host" | "port" | "data">} config
 * @param {{ urlApp: string, urlDono: string }} database
 * @param {Record<string, string | undefined>} [env]
 */
export function childEnvironment(config, { urlApp, urlDono }, env = process.env) {
  return {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: urlApp,
    DATABASE_URL_DONO: urlDono,
    AUTH_SECRET: env.AUTH_SECRET || readOrMakeSecret(config.data),
    NEXTAUTH_URL: env.NEXTAUTH_URL || addressOf(config.host, config.port),
    PORT: String(config.port),
    HOSTNAME: config.host,
    DADOS: config.data,
    DEMONSTRACAO: undefined,
  };
}
