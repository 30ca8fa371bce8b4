import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { entender } from "@/lib/domain/conversa/entender";
import { emLinha } from "@/lib/domain/conversa/linha";
import { diaDoInstante } from "@/lib/domain/tempo";

const USO = `Diga o instante e os nomes, por exemplo:
npm run -s entender -- --agora 2026-11-23T10:00:00-03:00 --servicos "Corte,Barba" --profissionais "Ana,Bruno"
Cada linha da entrada é uma mensagem.
`;

function opcoes() {
  try {
    const texto = { type: "string" } as const;
    return parseArgs({ options: { agora: texto, servicos: texto, profissionais: texto } }).values;
  } catch {
    return null;
  }
}

const lista = (texto = "") =>
  texto
    .split(",")
    .map((nome) => nome.trim())
    .filter(Boolean);

/** The civil day where the instant was written down, or in São Paulo when it says no place. Null: no instant. */
function diaDe(agora: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(agora) || Number.isNaN(Date.parse(agora))) return null;
  return agora.endsWith("Z") ? diaDoInstante(new Date(agora), "America/Sao_Paulo") : agora.slice(0, 10);
}

const pedido = opcoes();
const hoje = pedido && diaDe(pedido.agora ?? new Date().toISOString());
if (!hoje) {
  process.stderr.write(USO);
  process.exit(1);
}
const catalogo = { servicos: lista(pedido.servicos), profissionais: lista(pedido.profissionais) };

for await (const mensagem of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${JSON.stringify(emLinha(entender(mensagem, hoje, catalogo)))}\n`);
}
