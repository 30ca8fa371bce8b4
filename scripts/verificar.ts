import { closePools, waitForServer } from "@/db/client";
import type { Achado, Estado } from "@/lib/domain/saude";
import { verificarDados, verSaude } from "@/lib/saude/queries";
import { sistema } from "@/lib/server/actor";

const sinais: Record<Estado, string> = { certo: "✓", atencao: "!", errado: "✗" };

const escrever = (achados: Achado[]) =>
  achados.forEach(({ assunto, estado, frase }) => process.stdout.write(`${sinais[estado]} ${assunto}: ${frase}\n`));

waitForServer();
try {
  const { achados: instalacao } = await verSaude(sistema);
  escrever(instalacao);
  const dados = await verificarDados(sistema);
  escrever(dados);
  const erros = [...instalacao, ...dados].filter(({ estado }) => estado === "errado").length;
  process.stdout.write(erros ? `\nPrecisa de atenção: ${erros}.\n` : "\nEstá tudo certo.\n");
  process.exitCode = erros ? 1 : 0;
} finally {
  await closePools();
}
