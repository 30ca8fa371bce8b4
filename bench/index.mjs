import { parseArgs } from "node:util";
import { agenda } from "./agenda.mjs";
import { agendar } from "./agendar.mjs";
import { celular } from "./celular.mjs";
import { clientes } from "./clientes.mjs";
import { openCompany } from "./company.mjs";
import { javascript } from "./javascript.mjs";
import { listas } from "./listas.mjs";
import { memoria } from "./memoria.mjs";
import { escala, mistura } from "./mistura.mjs";
import { paginas } from "./paginas.mjs";
import { relatorios } from "./relatorios.mjs";
import { whatsapp } from "./whatsapp.mjs";

/** Each part measures something and gives rows: what, measured, baseline, goal, whether it is met. */
const parts = {
  ...{ javascript, paginas, listas, clientes, agenda, agendar, celular, whatsapp, relatorios },
  ...{ mistura, escala, memoria },
};

const { values } = parseArgs({
  options: { so: { type: "string" }, json: { type: "boolean" }, minutos: { type: "string" } },
});
const chosen = values.so ? [values.so] : Object.keys(parts);
if (chosen.some((name) => !Object.hasOwn(parts, name))) {
  console.error(`Não conheço a parte ${values.so}. As partes são: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}

/** Companies by their size: opened when a part asks, one at a time, so that none takes the cores from another. */
const open = { wanted: "", company: undefined };
async function company(size = {}, options = {}) {
  const wanted = JSON.stringify([size, options]);
  if (open.wanted === wanted) return open.company;
  await open.company?.close();
  Object.assign(open, { wanted, company: await openCompany(size, options) });
  return open.company;
}

const results = {};
try {
  for (const name of chosen) results[name] = await parts[name]({ company, minutes: Number(values.minutos ?? 10) });
} finally {
  await open.company?.close();
}

if (values.json) console.log(JSON.stringify(results, null, 2));
else for (const [name, rows] of Object.entries(results)) show(name, rows);
if (
  Object.values(results)
    .flat()
    .some((row) => !row.met)
)
  process.exitCode = 1;

function show(name, rows) {
  console.log(`\n${name}`);
  console.table(
    Object.fromEntries(
      rows.map(({ what, measured, baseline, goal, met }) => [
        what,
        { measured, baseline, goal, met: met ? "yes" : "NO" },
      ]),
    ),
  );
}
