import { setTimeout as sleep } from "node:timers/promises";
import { lerLigacao } from "@/lib/assistente/queries";
import * as z from "@/lib/domain/mensagens";
import { reivindicar, registrarEnvio } from "@/lib/mensagens/commands";
import { sistema } from "@/lib/server/actor";
import { enviarAoGraph } from "@/lib/whatsapp/client";
import { graphBody } from "@/lib/whatsapp/send";

const daConversa = z.object({ conversaId: z.int() });

/** Sends what a conversation has in the outbox, one after the other, as far as it is due and Meta's limits let it. */
export async function enviar(dados: unknown): Promise<void> {
  const input = daConversa.parse(dados);
  for (;;) {
    const { enviar: proxima } = await reivindicar({ actor: sistema }, input);
    if (!proxima) return;
    const { esperaMs, ...mensagem } = proxima;
    if (esperaMs > 0) await sleep(esperaMs);
    const resultado = await enviarAoGraph(await lerLigacao(sistema), graphBody(mensagem));
    await registrarEnvio({ actor: sistema }, { mensagemId: mensagem.id, resultado });
    if (resultado.tipo !== "aceita") return;
  }
}
