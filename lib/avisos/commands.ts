import { and, asc, gt, inArray } from "drizzle-orm";
import { agendamentos } from "@/db/schema";
import { emAberto } from "@/lib/domain/agenda";
import { foraDoSilencio, horaDoLembrete } from "@/lib/domain/silencio";
import { minutoDe } from "@/lib/domain/tempo";
import { command } from "@/lib/server/command";
import type { Job } from "@/lib/server/queue";
import { agrupar, escrever, lerPartes, lerRegras, planejar } from "./queries";
import { agradecimentoSchema, lembreteSchema, replanejarSchema } from "./schema";

const LOTE = 500;
/** The clock of the queue may be a little ahead of ours. */
const FOLGA_MS = 60_000;

const nada = { escreveu: false, jobs: [] as Job[] };

/**
 * Reminds a client of an appointment, once for each time and each distance. Whatever changed since it was planned counts as
 * it is now: moved, it is planned again; cancelled, or with reminders switched off, there is none.
 */
export const lembrar = command({
  act: "mensagem.lembrar",
  input: lembreteSchema,
  async execute({ tx, now, input: { agendamentoId, minutos } }) {
    const regras = await lerRegras(tx);
    if (!regras.ativo || !regras.lembretes.includes(minutos)) return nada;
    const partes = (await lerPartes(tx, [agendamentoId])).filter(
      ({ situacao, telefone }) => emAberto(situacao) && telefone,
    );
    const [primeira] = partes;
    // Of a visit the first part that is still open speaks for all.
    if (!primeira || primeira.id !== agendamentoId || primeira.inicio <= now) return nada;
    const quando = horaDoLembrete(primeira.inicio, minutos, regras.silencio, regras.fuso);
    const livre = foraDoSilencio(now, regras.silencio, regras.fuso);
    const cedo = quando.getTime() > now.getTime() + FOLGA_MS ? quando : livre > now ? livre : null;
    if (cedo) {
      const chave = `lembrete:${agendamentoId}:${minutos}`;
      const jobs: Job[] = [{ tarefa: "lembrar", dados: { agendamentoId, minutos }, chave, quando: cedo }];
      return { escreveu: false, jobs: cedo < primeira.inicio ? jobs : [] };
    }
    const chave = `lembrete:${agendamentoId}:${minutoDe(primeira.inicio)}:${minutos}`;
    return { escreveu: await escrever(tx, regras, now, { assunto: "lembrete", partes, chave }), jobs: [] };
  },
  notify: ({ jobs }) => jobs,
});

/** Thanks a client for their visit, if it still counts as one. */
export const agradecer = command({
  act: "mensagem.agradecer",
  input: agradecimentoSchema,
  async execute({ tx, now, input: { agendamentoId } }) {
    const regras = await lerRegras(tx);
    const partes = await lerPartes(tx, [agendamentoId]);
    const feitas = partes.filter(({ situacao }) => situacao === "concluido");
    if (!regras.ativo || !regras.agradecer || !feitas.some(({ id }) => id === agendamentoId))
      return { escreveu: false };
    const chave = `agradecimento:${feitas[0]!.grupo}`;
    return { escreveu: await escrever(tx, regras, now, { assunto: "agradecimento", partes: feitas, chave }) };
  },
});

/** Plans the reminders of everything to come, after their times were changed. Some hundreds at a time. */
export const replanejarLembretes = command({
  act: "mensagem.replanejar",
  input: replanejarSchema,
  async execute({ tx, now, input: { depois } }) {
    const regras = await lerRegras(tx);
    if (!regras.ativo) return { quantos: 0, ultimo: null };
    const aVir = await tx
      .select({ id: agendamentos.id })
      .from(agendamentos)
      .where(
        and(
          gt(agendamentos.id, depois),
          gt(agendamentos.inicio, now),
          inArray(agendamentos.situacao, ["agendado", "confirmado"]),
        ),
      )
      .orderBy(asc(agendamentos.id))
      .limit(LOTE);
    const ids = aVir.map(({ id }) => id);
    for (const partes of agrupar(await lerPartes(tx, ids))) await planejar(tx, regras, now, partes);
    return { quantos: ids.length, ultimo: ids.length === LOTE ? ids.at(-1)! : null };
  },
  notify: ({ ultimo }) => (ultimo ? [{ tarefa: "replanejar", dados: { depois: ultimo }, chave: "replanejar" }] : []),
});
