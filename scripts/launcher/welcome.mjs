import { print } from "./terminal.mjs";

const DEMO_PASSWORD = "demonstracao";
const DEMO_NAMES = ["master", "gerente", "atendente", "relatorios"];

/** The last lines of a start: where to go, and how to get in. */
export function welcome({ address, empty }, { DEMONSTRACAO }) {
  print(`\nHora Marcada: ${address}\n`);
  if (DEMONSTRACAO) {
    print(`Entre com um destes, senha ${DEMO_PASSWORD}:`);
    for (const name of DEMO_NAMES) print(`  ${name}@exemplo.com.br`);
  } else if (empty) {
    print(`Comece em ${address}/primeiro-acesso`);
  }
  print("\nCtrl-C encerra.");
}
