import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { entender } from "@/lib/domain/conversa/entender";
import { emLinha } from "@/lib/domain/conversa/linha";

const { values } = parseArgs({
  options: { agora: { type: "string" }, servicos: { type: "string" }, profissionais: { type: "string" } },
});
const lista = (texto = "") =>
  texto
    .split(",")
    .map((nome) => nome.trim())
    .filter(Boolean);

const agora = values.agora ?? new Date().toISOString();
// The offset that is written along says which day it is there.
if (!/^\d{4}-\d{2}-\d{2}T/.test(agora) || Number.isNaN(Date.parse(agora))) {
  process.stderr.write("Diga o instante com o fuso, por exemplo --agora 2026-11-23T10:00:00-03:00.\n");
  process.exit(1);
}
const catalogo = { servicos: lista(values.servicos), profissionais: lista(values.profissionais) };

for await (const mensagem of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${JSON.stringify(emLinha(entender(mensagem, agora.slice(0, 10), catalogo)))}\n`);
}
