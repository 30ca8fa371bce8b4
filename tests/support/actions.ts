import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureBuild, STANDALONE } from "@/scripts/launcher/build.mjs";
import type { CaminhoRota, ChaveAto } from "@/lib/domain/permissoes";
import type { Command } from "@/lib/server/command";
import { exportedCalls, readSources } from "./source";

// The manifests below are part of it.
await ensureBuild();

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

const built = <T>(file: string): T => JSON.parse(readFileSync(path.join(STANDALONE, ".next", file), "utf8")) as T;

/** `app/(painel)/cargos/[id]/page` and `/(painel)/cargos/[id]/page` are both the route `/cargos/[id]`. */
const routeOf = (entry: string) =>
  (entry
    .replace(/^\/?(app\/)?/, "/")
    .replace(/\/\([^)]*\)/g, "")
    .replace(/\/(page|route)$/, "") || "/") as CaminhoRota;

export type ServerAction = { id: string; file: string; name: string; pages: CaminhoRota[] };

/** Every server action that the build answers to, with the pages that own it. */
export function builtActions(): ServerAction[] {
  const { node } = built<Manifest>("server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    file: filename,
    name: exportedName,
    pages: Object.keys(workers).map(routeOf),
  }));
}

/** The id under which the build answers to an action, e.g. `entrarAction`. */
export const actionId = (name: string) => actionNamed(name).id;

export const actionNamed = (name: string): ServerAction => builtActions().find((action) => action.name === name)!;

/** A path that the route answers. */
export const addressOf = (rota: string) => rota.replace("[...nextauth]", "session").replace("[id]", "1");

/** How the route is knocked at: a route handler that only takes what is sent is posted to. */
export function methodOf(rota: string): "GET" | "POST" {
  const file = `app${rota}/route.ts`;
  if (!existsSync(file)) return "GET";
  const code = readFileSync(file, "utf8");
  return /export const POST\b/.test(code) && !/export (const GET|\{[^}]*\bGET\b)/.test(code) ? "POST" : "GET";
}

/** Every page and route handler of ours that the build answers to; files and Next's own error pages are left out. */
export function builtRoutes(): string[] {
  const entries = Object.keys(built<Record<string, string>>("app-path-routes-manifest.json"));
  const written = (entry: string) => [".tsx", ".ts"].some((ending) => existsSync(`app${entry}${ending}`));
  return entries.filter(written).map(routeOf);
}

export type ActionInSource = { file: string; name: string; form: boolean; act: ChaveAto };

/** Every action that the source declares, with the act of its command. */
export async function declaredActions(): Promise<ActionInSource[]> {
  const files = readSources(["lib"], /\/actions\.ts$/);
  const found = files.map(async (source) => {
    const area = source.path.split("/")[1]!;
    const commands = (await import(`../../lib/${area}/commands.ts`)) as Record<string, Command>;
    return exportedCalls(source).map(({ name, callee, args }) => {
      const command = commands[args[0]!]!;
      return { file: source.path, name, form: callee === "formAction", act: command.act };
    });
  });
  return (await Promise.all(found)).flat();
}

/** The commands behind the actions that take data, by their act; the doors' plain forms have their own tests. */
export async function commandsOfActions(): Promise<Map<string, Command>> {
  const found = (await declaredActions()).filter(({ form }) => !form);
  const modules = found.map(async ({ file, act }) => {
    const area = (await import(`../../lib/${file.split("/")[1]}/commands.ts`)) as Record<string, Command>;
    return [act, Object.values(area).find((one) => one.act === act)!] as const;
  });
  return new Map(await Promise.all(modules));
}
