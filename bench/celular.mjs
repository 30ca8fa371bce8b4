import { chromium, devices } from "@playwright/test";
import { findBrowser } from "../scripts/launcher/browser.mjs";
import { median } from "./measure.mjs";

const ROUNDS = 5;
const SLOWER = 4;
const MOST_MS = 200;
const MANY = 60;
// A Wednesday that no demonstration reaches.
const DAY = "2090-02-01";
const EVE = "2090-01-31";

/** Somebody with 60 appointments on one day. @returns their id, and how to take it all back */
async function fullDay(client) {
  const { rows } = await client.query("select id from funcionarios where ativo order by id limit 1");
  const clientes =
    "(select id, row_number() over (order by id) - 1 as n from usuarios where tipo = 'cliente' limit $3)";
  await client.query(
    `with novos as (
      insert into agendamentos (funcionario_id, cliente_id, inicio, fim, livre_em, origem)
      select $1, id, $2::timestamptz + n * interval '10 min', $2::timestamptz + (n + 1) * interval '10 min',
        $2::timestamptz + (n + 1) * interval '10 min', 'painel' from ${clientes} c returning id)
    insert into agendamento_servicos (agendamento_id, ordem, servico_id, duracao_minutos)
    select id, 1, (select min(id) from servicos), 10 from novos`,
    [rows[0].id, `${DAY} 09:00-03:00`, MANY],
  );
  const from = "(select id from agendamentos where inicio >= $1)";
  async function remove() {
    await client.query(`delete from agendamento_servicos where agendamento_id in ${from}`, [DAY]);
    await client.query("delete from agendamentos where inicio >= $1", [DAY]);
  }
  return { id: rows[0].id, remove };
}

/** The longest stretch in which the page could not hear a finger, while `work` runs and the page settles. */
async function longestTask(page, work) {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask" });
  });
  await work();
  await page.waitForTimeout(500);
  return page.evaluate(() => window.longest);
}

/** A phone with a slow processor goes from an empty day to one with 60 appointments. */
export async function celular({ company }) {
  const { url, client, headers } = await company();
  const { id, remove } = await fullDay(client);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: findBrowser(), args });
  try {
    const context = await browser.newContext({
      ...devices["Pixel 7"],
      viewport: { width: 390, height: 844 },
      extraHTTPHeaders: headers,
    });
    const page = await context.newPage();
    const processor = await context.newCDPSession(page);
    const measured = [];
    for (let round = 0; round < ROUNDS; round++) {
      await processor.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await page.goto(`${url}/agenda?dia=${EVE}&profissional=${id}`, { waitUntil: "networkidle" });
      await processor.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      const open = async () => {
        await page.getByRole("button", { name: "Próximo dia" }).tap();
        await page
          .locator("[data-agendamento]")
          .nth(MANY - 1)
          .waitFor();
      };
      measured.push(await longestTask(page, open));
    }
    const longest = median(measured);
    return [
      {
        what: `tarefa mais longa ao abrir um dia com ${MANY}, processador ${SLOWER} vezes mais lento`,
        measured: `${longest.toFixed(0)} ms`,
        baseline: "",
        goal: `≤ ${MOST_MS} ms`,
        met: longest <= MOST_MS,
      },
    ];
  } finally {
    await browser.close();
    await remove();
  }
}
