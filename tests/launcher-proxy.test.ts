import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/scripts/launcher/ports.mjs";
import { waitUntil } from "@/scripts/launcher/process.mjs";

/** One web process that breaks off whatever it is asked, and one that answers. */
let dead: Server;
let alive: Server;
let proxy: ChildProcess;
let address: string;

const listen = async (server: Server) => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return String((server.address() as AddressInfo).port);
};

beforeAll(async () => {
  dead = createServer((request) => request.socket.destroy());
  alive = createServer((_, response) => response.end("aqui"));
  const ports = [await listen(dead), await listen(alive)];
  const PORT = String(await freePort());
  address = `http://127.0.0.1:${PORT}`;
  const env = { ...process.env, PORT, HOSTNAME: "127.0.0.1" };
  proxy = spawn(process.execPath, ["scripts/proxy.mjs", ...ports], { env, stdio: "inherit" });
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  expect(await waitUntil(answers, 10_000)).toBe(true);
});

afterAll(() => {
  proxy.kill();
  dead.close();
  alive.close();
});

test("o que um processo não respondeu é pedido ao outro, se pedir de novo não faz mal", async () => {
  for (let i = 0; i < 10; i++) expect(await (await fetch(address)).text()).toBe("aqui");
  const statuses = new Set<number>();
  for (let i = 0; i < 10; i++) statuses.add((await fetch(address, { method: "POST", body: "oi" })).status);
  expect([...statuses].sort()).toEqual([200, 502]);
});
