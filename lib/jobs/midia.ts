import { lerLigacao } from "@/lib/assistente/queries";
import { MAIOR_MIDIA } from "@/lib/domain/midia";
import * as z from "@/lib/domain/mensagens";
import { desistirDaMidia, limparMidias, receberMidia } from "@/lib/midias/commands";
import { lerMidia } from "@/lib/midias/queries";
import { sistema } from "@/lib/server/actor";
import { buscarDoGraph } from "@/lib/whatsapp/client";

const daMensagem = z.object({ mensagemId: z.int() });

/** Fetches what a client attached while Meta still has it. Fails, to be tried again, when Meta does not answer. */
export async function buscarMidia(dados: unknown): Promise<void> {
  const { mensagemId } = daMensagem.parse(dados);
  const midia = await lerMidia(sistema, mensagemId);
  if (!midia) return;
  const achada = await buscarDoGraph(await lerLigacao(sistema), midia.id, MAIOR_MIDIA);
  if (typeof achada === "string") await desistirDaMidia({ actor: sistema }, { mensagemId, falta: achada });
  else await receberMidia({ actor: sistema }, mensagemId, { ...achada, mime: achada.mime || midia.mime });
}

/** Until nothing old is left. */
export async function limparMidiasVelhas(): Promise<void> {
  while ((await limparMidias({ actor: sistema }, {})).apagadas > 0);
}
