import type { TaskList } from "graphile-worker";
import { sistema } from "@/lib/server/actor";
import * as z from "@/lib/domain/mensagens";
import { agradecer, lembrar, replanejarLembretes } from "@/lib/avisos/commands";
import { agradecimentoSchema, lembreteSchema, replanejarSchema } from "@/lib/avisos/schema";
import { lerLigacao } from "@/lib/assistente/queries";
import { devolverVencidas } from "@/lib/balcao/commands";
import { recuperarEnvios, reverFalha } from "@/lib/mensagens/commands";
import { dropFile } from "@/lib/server/storage";
import { limparVencidos } from "@/lib/sistema/commands";
import { tratarEntregas } from "@/lib/whatsapp/unpack";
import { atender } from "./assistente";
import { fazerBackup } from "./backup";
import { enviar } from "./envio";
import { buscarMidia, limparMidiasVelhas } from "./midia";

const arquivoForaDaqui = z.object({ chave: z.string().min(1) });

const daConversa = z.object({ conversaId: z.int() });

const daMensagem = z.object({ mensagemId: z.int() });

/** What the queue can ask for, by the names that the database function `enfileirar` allows. */
export const tasks: TaskList = {
  limpeza: async () => {
    await limparVencidos({ actor: sistema }, {});
    await limparMidiasVelhas();
  },
  backup: async () => void (await fazerBackup()),
  buscar_midia: buscarMidia,
  receber: async () => tratarEntregas((await lerLigacao(sistema)).numeroId),
  atender: (dados, { job }) => atender(daConversa.parse(dados).conversaId, new Date(), job.attempts),
  enviar,
  devolver: async () => void (await devolverVencidas({ actor: sistema }, {})),
  rever_falha: async (dados) => void (await reverFalha({ actor: sistema }, daMensagem.parse(dados))),
  despachar: async () => void (await recuperarEnvios({ actor: sistema }, {})),
  lembrar: async (dados) => void (await lembrar({ actor: sistema }, lembreteSchema.parse(dados))),
  agradecer: async (dados) => void (await agradecer({ actor: sistema }, agradecimentoSchema.parse(dados))),
  replanejar: async (dados) => void (await replanejarLembretes({ actor: sistema }, replanejarSchema.parse(dados))),
  apagar_arquivo: (dados) => dropFile({ deposito: "uploadthing", chave: arquivoForaDaqui.parse(dados).chave }),
};

/** Minute, hour, day, month, weekday; in UTC. A backup that the night missed is made in the morning. */
export const crontab = `
17 * * * * limpeza
* * * * * despachar
*/5 * * * * devolver
20 6 * * * backup ?fill=1d&max=3
`;
