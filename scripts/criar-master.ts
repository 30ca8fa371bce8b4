import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { closePools } from "@/db/client";
import { sistema } from "@/lib/server/actor";
import { AppError } from "@/lib/server/errors";
import { criarMaster } from "@/lib/usuarios/commands";

const names = { empresa: "Nome da empresa", nome: "Seu nome", email: "E-mail", senha: "Senha (10 caracteres ou mais)" };

// The password is never an argument: it would stay in the shell's history and in the process list.
const { values } = parseArgs({
  options: { empresa: { type: "string" }, nome: { type: "string" }, email: { type: "string" } },
});
const given: Record<string, string | undefined> = { ...values, senha: process.env.SENHA };

const prompt = createInterface({ input: process.stdin, output: process.stderr });
const input: Record<string, string> = {};
for (const [field, question] of Object.entries(names)) {
  input[field] = given[field] ?? (await prompt.question(`${question}: `));
}
prompt.close();

try {
  await criarMaster({ actor: sistema }, input);
  process.stdout.write("Pronto. Entre com este e-mail e esta senha.\n");
} catch (error) {
  const known = error instanceof AppError ? error : undefined;
  const reasons = Object.values(known?.fields ?? {});
  process.stderr.write(
    `${[known?.message ?? "Não foi possível criar o master. Veja o log.", ...reasons].join("\n")}\n`,
  );
  process.exitCode = 1;
} finally {
  await closePools();
}
