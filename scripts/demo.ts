import { parseArgs } from "node:util";
import { eq, inArray, and } from "drizzle-orm";
import { closePools, db, waitForServer } from "@/db/client";
import { carregarDemonstracao } from "@/db/demo/carregar";
import { entradas } from "@/db/demo/salao";
import { usuarios } from "@/db/schema";
import { hashSenha, senhaConfere } from "@/lib/server/password";

const SENHA = "demonstracao";
const EM_VIGOR = 0;
const FORA_DE_VIGOR = 3;

/** Whether the demonstration's password still opens any of its sign-ins. */
async function senhaEmVigor(): Promise<boolean> {
  const emails = entradas.map(({ email }) => email ?? "");
  const found = await db()
    .selectDistinct({ hash: usuarios.senhaHash })
    .from(usuarios)
    .where(and(inArray(usuarios.email, emails), eq(usuarios.ativo, true)));
  const answers = await Promise.all(found.map(({ hash }) => senhaConfere(hash, SENHA)));
  return answers.includes(true);
}

const { values } = parseArgs({
  options: {
    "se-vazio": { type: "boolean" },
    "em-vigor": { type: "boolean" },
    clientes: { type: "string" },
    agendamentos: { type: "string" },
    profissionais: { type: "string", default: "0" },
    seed: { type: "string", default: "20" },
  },
});

/** The demonstration company, unless there is a company already. */
async function carregar(): Promise<boolean> {
  const agendamentos = values.agendamentos ? Number(values.agendamentos) : undefined;
  const tamanho = {
    agendamentos,
    profissionais: Number(values.profissionais),
    // Of ten years' appointments nobody has hundreds.
    clientes: Number(values.clientes ?? Math.max(400, Math.round((agendamentos ?? 0) / 50))),
    seed: Number(values.seed),
  };
  const senhaHash = await hashSenha(SENHA);
  return db().transaction((tx) => carregarDemonstracao(tx, senhaHash, tamanho));
}

waitForServer();
try {
  if ((values["se-vazio"] || !values["em-vigor"]) && !(await carregar()) && !values["se-vazio"]) {
    process.stderr.write("Este banco de dados já tem uma empresa. A demonstração só entra em um banco vazio.\n");
    process.exitCode = 1;
  }
  if (values["em-vigor"]) process.exitCode = (await senhaEmVigor()) ? EM_VIGOR : FORA_DE_VIGOR;
} finally {
  await closePools();
}
