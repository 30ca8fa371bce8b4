import { readFileSync } from "node:fs";
import { live } from "./day.mjs";
import { median } from "./measure.mjs";
import { underLoad } from "./mistura.mjs";

const MOST_MB = 425;
const GROWTH = 1.1;
const SAMPLE_MS = 2_000;
const WINDOW = 15;

/** Megabytes of memory that a process keeps. */
const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

/** The web process after so many minutes of the day's mix by sixteen: what it keeps, and what it grew since the first. */
export function memoria({ company, minutes }) {
  return underLoad(company, {}, async ({ processes }, day) => {
    const [web] = processes().web;
    const samples = [];
    const timer = setInterval(() => samples.push(resident(web)), SAMPLE_MS);
    const { errors, took } = await live(day, 16, minutes * 60_000);
    clearInterval(timer);
    // A run of less than two minutes has no first minute to look back to.
    const minute = Math.min(Math.round(60_000 / SAMPLE_MS), Math.ceil(samples.length / 2));
    const first = median(samples.slice(Math.max(0, minute - WINDOW), minute));
    const last = median(samples.slice(-WINDOW));
    const mb = (number) => `${number.toFixed(0)} MB`;
    const most = Math.max(...samples);
    return [
      {
        what: `o máximo em ${minutes} min, ${took.length} pedidos de 16 pessoas, ${errors.length} erros${errors[0] ? `: ${errors[0]}` : ""}`,
        measured: mb(most),
        baseline: "",
        goal: `≤ ${MOST_MB} MB`,
        met: most <= MOST_MB && errors.length === 0,
      },
      {
        what: "no fim (ao lado: no primeiro minuto)",
        measured: mb(last),
        baseline: mb(first),
        goal: `${(last / first).toFixed(2)} ≤ ${GROWTH} ×`,
        met: last / first <= GROWTH,
      },
    ];
  });
}
