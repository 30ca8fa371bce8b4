import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { ROOT } from "@/scripts/launcher/config.mjs";
import { waitUntil } from "@/scripts/launcher/process.mjs";
import { launch, running, temporaryFolder } from "../setup/launcher";

beforeAll(() => ensureBuild());

describe("interrompido enquanto liga o banco", () => {
  const drafts = (data: string) => readdirSync(data).filter((name) => name.startsWith("pg.novo-"));
  const starting = (data: string) => existsSync(path.join(data, "pg/postmaster.pid"));

  test.each([
    ["SIGTERM", (launcher: number) => process.kill(launcher, "SIGTERM")],
    ["Ctrl-C, que chega ao grupo inteiro", (launcher: number) => process.kill(-launcher, "SIGINT")],
  ])("%s: não fica banco ligado, nem metade de um, nem a senha dele", async (_, strike) => {
    const data = temporaryFolder();
    for (const moment of [() => drafts(data).length > 0, () => starting(data)]) {
      const launcher = await launch({ env: { DADOS: data } });
      expect(await waitUntil(moment, 60_000, 5)).toBe(true);
      strike(launcher.pid);
      expect(await launcher.end, launcher.said()).toBe(0);
      expect(launcher.said()).not.toContain("Preparar o banco");
      expect([running(data), starting(data), drafts(data)]).toEqual([[], false, []]);
    }
  });

  test("por uma ferramenta também não", async () => {
    const data = temporaryFolder();
    const env = { ...process.env, DADOS: data, DATABASE_URL: "", DATABASE_URL_DONO: "", AUTH_SECRET: "" };
    const tool = spawn(process.execPath, ["scripts/tool.mjs", "verificar"], { cwd: ROOT, env, stdio: "ignore" });
    expect(await waitUntil(() => starting(data), 60_000, 5)).toBe(true);
    tool.kill("SIGTERM");
    await once(tool, "exit");
    expect([running(data), starting(data), drafts(data)]).toEqual([[], false, []]);
  });
});
