import { readFileSync } from "node:fs";
import path from "node:path";
import { STANDALONE } from "../scripts/launcher/build.mjs";

const manifest = () =>
  JSON.parse(readFileSync(path.join(STANDALONE, ".next/server/server-reference-manifest.json"), "utf8"));

/** Calls actions by their name as a browser on the agenda does. @returns data, or the refusal's code */
export function caller({ url, headers }) {
  const ids = new Map(Object.entries(manifest().node).map(([id, { exportedName }]) => [exportedName, id]));
  return async (name, input) => {
    const own = { ...headers, origin: url, accept: "text/x-component", "next-action": ids.get(name) };
    const body = JSON.stringify([input]);
    const sent = { method: "POST", headers: { ...own, "content-type": "text/plain;charset=UTF-8" }, body };
    const response = await fetch(`${url}/agenda`, sent);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${name} answered ${response.status}`);
    const row = text.split("\n").find((line) => /^\w+:\{"ok":/.test(line));
    return JSON.parse(row.slice(row.indexOf(":") + 1));
  };
}
