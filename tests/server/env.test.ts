import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { readSources } from "../support/source";

const SEGREDO = "um segredo que ninguém pode ler no log";

beforeEach(() => {
  vi.resetModules();
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** The environment as a process that starts with these variables reads it. */
async function readWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { env } = await import("@/lib/server/env");
  return env();
}

describe("o ambiente", () => {
  test("o que está errado é dito de uma vez, em português, sem mostrar valores", async () => {
    const wrong = { DATABASE_URL: "", AUTH_SECRET: "curto", NEXTAUTH_URL: "agenda", CONFIA_PROXY: "9", LOG_LEVEL: "x" };
    const error = await readWith({ ...wrong, UPLOADTHING_TOKEN: SEGREDO }).catch((one: Error) => one.message);
    expect(error).toMatch(/^Configuração incompleta\. Confira estas variáveis de ambiente:\n/);
    for (const name of [...Object.keys(wrong), "UPLOADTHING_TOKEN"]) expect(error).toContain(`  ${name}: `);
    for (const value of ["curto", SEGREDO]) expect(error).not.toContain(value);
  });

  test("o que vem vazio é como se não viesse", async () => {
    const empty = { NEXTAUTH_URL: "", CONFIA_PROXY: "", LOG_LEVEL: "", UPLOADTHING_TOKEN: "", UPLOADTHING_API_URL: "" };
    expect(await readWith(empty)).toMatchObject({ CONFIA_PROXY: 0, LOG_LEVEL: "info" });
    expect(await readWith(empty)).not.toHaveProperty("UPLOADTHING_TOKEN");
  });
});

describe(".env.example", () => {
  const text = (file: string) => readFileSync(file, "utf8");
  const namesIn = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name!);
  const explained = namesIn(text(".env.example"), /^# ([A-Z_]+)=/gm);

  /** What the launcher, Next, npm or the shell tell our processes; nobody sets it by hand. */
  const OURS = ["DEMONSTRACAO", "HORA_MARCADA_PID", "HOSTNAME", "INIT_CWD", "NEXT_RUNTIME", "NODE_ENV", "NODE_OPTIONS"];
  const OTHERS = ["DEBIAN_FRONTEND", "NEXT_TELEMETRY_DISABLED", "PATH", "TERM"];

  test("explica cada variável que o código lê, e nenhuma outra", () => {
    const sources = readSources(["app", "db", "lib", "scripts"]);
    const all = sources.map((source) => source.text).join("\n");
    const dotted = namesIn(all, /\benv(?:\(\))?\.([A-Z][A-Z_]+)\b/g);
    const checked = namesIn(text("lib/server/env.ts"), /^ {2}([A-Z_]+): z/gm);
    const taken = namesIn(all, /\{([^{}]+)\}\s*=\s*(?:process\.env|settings\(\)|env\(\))/g).flatMap((names) =>
      namesIn(names, /\b([A-Z][A-Z_]+)\b/g),
    );
    const read = new Set([...dotted, ...checked, ...taken].filter((name) => ![...OURS, ...OTHERS].includes(name)));
    const forCompose = namesIn(text("compose.yaml"), /\$\{([A-Z_]+)/g);
    expect(explained.toSorted()).toEqual([...new Set([...read, ...forCompose])].sort());
  });

  test("o README fala das que dizem respeito à aplicação", () => {
    const application = explained.slice(0, explained.indexOf("MIGRACOES"));
    const said = namesIn(text("README.md"), /`([A-Z][A-Z_]+)`/g);
    expect(application.filter((name) => !said.includes(name))).toEqual([
      "UPLOADTHING_CALLBACK_URL",
      "UPLOADTHING_INGEST_URL",
      "UPLOADTHING_API_URL",
    ]);
  });
});
