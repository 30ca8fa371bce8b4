import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { ensureBuild } from "@/scripts/launcher/build.mjs";
import { waitUntil } from "@/scripts/launcher/process.mjs";
import { isReady } from "@/scripts/launcher/services.mjs";
import { abrirCasaInteira, comCarga, conferirCarga, partesDe } from "../support/casa-inteira";

beforeAll(() => ensureBuild());

const MORTES = 50;

test("kill -9 no servidor web cinquenta vezes: cada sim está lá, uma vez, e ninguém o liga à mão", async () => {
  const casa = await abrirCasaInteira();
  let morto = 0;
  const carga = await comCarga(casa, async ({ marcados }) => {
    for (let vez = 1; vez <= MORTES; vez++) {
      const outro = () => partesDe(casa.data).web !== morto;
      expect(await waitUntil(async () => outro() && (await isReady(casa.url)), 20_000)).toBe(true);
      // Every other time in the middle of bookings, else before the first of them is through.
      const antes = marcados.length;
      if (vez % 2 === 0) expect(await waitUntil(() => marcados.length >= antes + 3, 30_000)).toBe(true);
      await sleep(100 + ((vez * 137) % 400));
      morto = partesDe(casa.data).web;
      process.kill(morto, "SIGKILL");
    }
    expect(await waitUntil(() => isReady(casa.url), 20_000)).toBe(true);
  });
  expect(carga.marcados.length).toBeGreaterThan(MORTES);
  expect(carga.ditos.get("sem resposta")).toBeGreaterThan(MORTES / 2);
  await conferirCarga(casa, carga);
});

test("64 pessoas de uma vez: todas recebem a sua resposta", async () => {
  const casa = await abrirCasaInteira({ mesas: 64 });
  const carga = await comCarga(casa, async () => {
    for (let vez = 0; vez < 5; vez++) {
      const telas = await Promise.all(casa.pessoas.map(async (quem) => (await quem.get("/agenda")).status));
      expect(new Set(telas)).toEqual(new Set([200]));
    }
    await sleep(10_000);
  });
  expect([...carga.ditos.keys()].filter((dito) => dito !== "ocupado")).toEqual([]);
  expect(carga.maisLongaMs).toBeLessThan(15_000);
  await conferirCarga(casa, carga);
});
