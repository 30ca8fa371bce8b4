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
import { partida } from "./partida.mjs";
import { relatorios } from "./relatorios.mjs";
import { whatsapp } from "./whatsapp.mjs";

/** Each part measures something and gives rows: what, measured, baseline, goal, whether it is met. */
const parts = {
  ...{ javascript, paginas, listas, clientes, agenda, agendar, celular, whatsapp, relatorios },
  ...{ mistura, escala, memoria, partida },
};

const { values } = parseArgs({
  options: {
    so: { type: "string" },
    json: { type: "boolean" },
    markdown: { type: "boolean" },
    minutos: { type: "string", default: "10" },
  },
});
const chosen = values.so ? [values.so] : Object.keys(parts);
const minutes = Number(values.minutos);
if (chosen.some((name) => !Object.hasOwn(parts, name)))
  refuse(`Não conheço a parte ${values.so}. As partes são: ${Object.keys(parts).join(", ")}.`);
if (!(minutes > 0)) refuse("Em --minutos diga quantos, por exemplo --minutos 2.");

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Companies by their size: opened when a part asks, one at a time, so that none takes the cores from another. */
const open = { wanted: "", company: undefined };
async function company(size = {}, options = {}) {
  const wanted = JSON.stringify([size, options]);
  if (open.wanted === wanted) return open.company;
  await open.company?.close();
  Object.assign(open, { wanted: "", company: undefined });
  Object.assign(open, { company: await openCompany(size, options), wanted });
  return open.company;
}

const number = (text) => Number(text).toLocaleString("pt-BR");
const rowsOf = ({ agendamentos, clientes: people, trilha }) =>
  `${number(agendamentos)} agendamentos, ${number(people)} clientes, ${number(trilha)} linhas de auditoria`;

/** A part that breaks is one goal missed: what the others measured stays. */
async function measure(name) {
  try {
    const rows = await parts[name]({ company, minutes });
    return { company: open.company ? rowsOf(open.company.rows) : "", rows };
  } catch (error) {
    return {
      company: "",
      rows: [{ what: "não terminou", measured: "", baseline: "", goal: error.message, met: false }],
    };
  }
}

const titles = { what: "o quê", measured: "medido", baseline: "ao lado", goal: "meta" };
const asked = (row) => Object.fromEntries(Object.entries(titles).map(([key, title]) => [title, row[key]]));
const answered = ({ goal, met }) => (goal ? (met ? "sim" : "NÃO") : "");

const show = {
  table(name, { company: which, rows }) {
    console.log(`\n${name}: ${which}`);
    console.table(
      Object.fromEntries(rows.map((row) => [row.what, { ...asked(row), "o quê": undefined, cumprida: answered(row) }])),
      ["medido", "ao lado", "meta", "cumprida"],
    );
  },
  markdown(name, { company: which, rows }) {
    const line = (cells) => console.log(`| ${cells.join(" | ")} |`);
    console.log(`\n### ${name}\n\n${which}\n`);
    line([...Object.values(titles), "cumprida"]);
    line(["---", "---:", "---:", "---", "---"]);
    for (const row of rows) line([...Object.values(asked(row)), answered(row)]);
  },
};

const results = {};
try {
  for (const name of chosen) {
    results[name] = await measure(name);
    if (!values.json) show[values.markdown ? "markdown" : "table"](name, results[name]);
  }
} finally {
  await open.company?.close();
}
if (values.json) console.log(JSON.stringify(results, null, 2));
if (Object.values(results).some(({ rows }) => rows.some(({ met }) => !met))) process.exitCode = 1;
