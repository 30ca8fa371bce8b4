import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos, conversas, filaWhatsapp, mensagens } from "@/db/schema";
import { emAberto } from "@/lib/domain/agenda";
import { decidir, espera, janelaAberta, NUMERO_MS, PAR_MS, parLivreEm, type Decisao } from "@/lib/domain/envio";
import { falhaDe } from "@/lib/domain/falhas";
import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { envioDe, interrompidas, modeloDe, pedirEnvio, retomarEnvios, travarFila } from "./queries";
import { conversaSchema, mensagemSchema, resultadoSchema, vazioSchema } from "./schema";

type Mensagem = typeof mensagens.$inferSelect;
type Conversa = typeof conversas.$inferSelect;
type Fila = typeof filaWhatsapp.$inferSelect;

/** While everything is stopped, one message tries so often whether it still has to be. */
const SONDA_MS = 10 * 60_000;
/** Who sends a message has said within this time what became of it. */
const CERTEZA_MS = 60_000;
/** A wait for the number shorter than this is not worth another job. One for the person would hold up what goes to others. */
const LOGO_MS = 1_500;

const mais = (em: Date, ms: number) => new Date(em.getTime() + ms);
const depois = (a: Date, b: Date) => (a > b ? a : b);

const falhar = (tx: Tx, { id }: Pick<Mensagem, "id">, motivo: string, codigo: number | null = null) =>
  tx.update(mensagens).set({ situacao: "falhou", motivo, codigo }).where(eq(mensagens.id, id));

/** Why a message has lost its sense while it waited; undefined when it has not. */
async function perdeuOSentido(tx: Tx, mensagem: Mensagem, conversa: Conversa, now: Date): Promise<string | undefined> {
  const { agendamentoId, assunto, autor } = mensagem;
  if (conversa.avisosParadosEm && autor === "sistema" && assunto !== "resposta")
    return "O cliente pediu para não receber avisos antes que a mensagem saísse.";
  if (!agendamentoId || !assunto || ["cancelado", "agradecimento", "resposta"].includes(assunto)) return undefined;
  const [este] = await tx.select().from(agendamentos).where(eq(agendamentos.id, agendamentoId));
  if (!este || este.inicio <= now) return "O horário passou antes que a mensagem saísse.";
  return emAberto(este.situacao) ? undefined : "O agendamento foi cancelado antes que a mensagem saísse.";
}

/** Until when nothing leaves; undefined when something may. Whoever asks while all is stopped may be let through to try. */
async function ateQuando(tx: Tx, fila: Fila, { ritmoEm }: Conversa, now: Date): Promise<Date | "parada" | undefined> {
  if (fila.pausadaEm) {
    if (now < mais(fila.pausadaEm, SONDA_MS)) return "parada";
    await tx.update(filaWhatsapp).set({ pausadaEm: now });
  }
  const parLivre = parLivreEm(ritmoEm);
  const cedo = parLivre > now || fila.livreEm > mais(now, LOGO_MS);
  return cedo ? depois(fila.livreEm, parLivre) : undefined;
}

/**
 * Takes the next message of a conversation to be sent: nobody else will, and if whoever took it is never heard of again it
 * is sent once more, marked as perhaps sent twice.
 *
 * @returns `enviar`: what goes, to whom, and how long to wait before. Null: nothing now; what waits is asked for again
 */
export const reivindicar = command({
  act: "mensagem.reivindicar",
  input: conversaSchema,
  async execute({ tx, now, input: { conversaId } }) {
    const nada = (quando?: Date) => ({ enviar: null, conversaId, quando });
    const [conversa] = await tx.select().from(conversas).where(eq(conversas.id, conversaId)).for("update");
    for (;;) {
      const [proxima] = await tx
        .select()
        .from(mensagens)
        .where(and(eq(mensagens.conversaId, conversaId), eq(mensagens.situacao, "fila")))
        // What was tried before goes first, so that the order stays; the rest as it is due.
        .orderBy(sql`${mensagens.tentativas} = 0`, asc(mensagens.enviarEm), asc(mensagens.id))
        .limit(1);
      if (!conversa || !proxima) return nada();
      if (proxima.enviarEm! > now) return nada(proxima.enviarEm!);
      const semSentido = await perdeuOSentido(tx, proxima, conversa, now);
      if (semSentido) {
        await falhar(tx, proxima, semSentido);
        continue;
      }
      const aberta = janelaAberta(conversa.ultimaRecebidaEm, now) && !proxima.carga.comModelo;
      const modelo = aberta ? null : await modeloDe(tx, proxima.assunto);
      if (!aberta && !modelo) {
        await falhar(tx, proxima, falhaDe(131047).frase, 131047);
        continue;
      }
      const para = conversa.alcance ?? conversa.telefone ?? conversa.bsuid!;
      const fila = await travarFila(tx);
      const livre = await ateQuando(tx, fila, conversa, now);
      if (livre) return nada(livre === "parada" ? undefined : livre);
      const vez = depois(fila.livreEm, now);
      await tx.update(filaWhatsapp).set({ livreEm: mais(vez, NUMERO_MS) });
      await tx
        .update(conversas)
        .set({ ritmoEm: mais(depois(conversa.ritmoEm, now), PAR_MS) })
        .where(eq(conversas.id, conversaId));
      await tx
        .update(mensagens)
        .set({ situacao: "enviando", tentativas: proxima.tentativas + 1, tentadaEm: now })
        .where(eq(mensagens.id, proxima.id));
      const { id, texto, carga } = proxima;
      const esperaMs = vez.getTime() - now.getTime();
      return { enviar: { id, para, texto, carga, modelo, esperaMs }, conversaId, quando: undefined };
    }
  },
  notify: ({ conversaId, quando }) => (quando ? [envioDe(conversaId, quando)] : []),
});

async function aplicar(
  tx: Tx,
  mensagem: Mensagem,
  conversa: Conversa,
  decisao: Decisao,
  codigo: number,
  detalhe: string,
  now: Date,
) {
  const { id } = mensagem;
  const daConversa = (valores: Partial<Conversa>) =>
    tx.update(conversas).set(valores).where(eq(conversas.id, conversa.id));
  switch (decisao.tipo) {
    case "falha":
      await falhar(tx, mensagem, decisao.frase, codigo);
      if (decisao.inalcancavel) await daConversa({ inalcancavelEm: now, alcance: null });
      if (decisao.semAvisos) await daConversa({ avisosParadosEm: conversa.avisosParadosEm ?? now });
      return;
    case "de_novo": {
      const { em, alcance, comModelo, par, numero } = decisao;
      const carga = comModelo ? { ...mensagem.carga, comModelo } : mensagem.carga;
      await tx
        .update(mensagens)
        .set({ situacao: "fila", enviarEm: em, carga, codigo, motivo: null })
        .where(eq(mensagens.id, id));
      if (alcance) await daConversa({ alcance });
      if (par) await daConversa({ ritmoEm: mais(par, 44 * PAR_MS) });
      if (numero) await tx.update(filaWhatsapp).set({ livreEm: numero, freadas: sql`${filaWhatsapp.freadas} + 1` });
      return;
    }
    case "pausa": {
      await tx.update(mensagens).set({ situacao: "fila", enviarEm: now, codigo }).where(eq(mensagens.id, id));
      const { pausadaMotivo } = await travarFila(tx);
      const pausa = { pausadaMotivo: decisao.motivo, pausadaDetalhe: detalhe, pausadaEm: now };
      await tx.update(filaWhatsapp).set(pausa);
      const detalhes = { motivo: decisao.motivo };
      if (pausadaMotivo !== decisao.motivo) await recordAct(tx, "whatsapp.pausar", { detalhes });
    }
  }
}

async function aceitar(
  tx: Tx,
  mensagem: Mensagem,
  conversa: Conversa,
  { wamid, waId }: { wamid: string; waId: string | null },
  now: Date,
) {
  // Its status may have been faster.
  const situacao = ["enviando", "fila"].includes(mensagem.situacao) ? "enviada" : mensagem.situacao;
  await tx
    .update(mensagens)
    .set({ situacao, wamid: mensagem.wamid ?? wamid, enviadaEm: mensagem.enviadaEm ?? now, motivo: null, codigo: null })
    .where(eq(mensagens.id, mensagem.id));
  if (waId && !conversa.waId) await tx.update(conversas).set({ waId }).where(eq(conversas.id, conversa.id));
  await tx
    .update(filaWhatsapp)
    .set({ freadas: 0 })
    .where(sql`${filaWhatsapp.freadas} > 0`);
  await retomarEnvios(tx);
}

async function abrirMensagem(tx: Tx, mensagemId: number) {
  const [mensagem] = await tx.select().from(mensagens).where(eq(mensagens.id, mensagemId)).for("update");
  if (!mensagem) return undefined;
  const [conversa] = await tx.select().from(conversas).where(eq(conversas.id, mensagem.conversaId));
  return { mensagem, conversa: conversa! };
}

async function recusar(tx: Tx, mensagem: Mensagem, conversa: Conversa, codigo: number, detalhe: string, now: Date) {
  const modelo = mensagem.carga.comModelo ? null : await modeloDe(tx, mensagem.assunto);
  const { freadas } = await travarFila(tx);
  const { tentativas, ocorridaEm: desde } = mensagem;
  const recusada = { codigo, tentativas, desde, telefone: conversa.telefone, alcance: conversa.alcance, modelo };
  await aplicar(tx, mensagem, conversa, decidir(recusada, freadas, now, Math.random()), codigo, detalhe, now);
}

/** Writes down what became of a message, and what follows from it for others. */
export const registrarEnvio = command({
  act: "mensagem.registrar_envio",
  input: resultadoSchema,
  async execute({ tx, now, input: { mensagemId, resultado } }) {
    const aberta = await abrirMensagem(tx, mensagemId);
    if (!aberta) return { situacao: null };
    const { mensagem, conversa } = aberta;
    if (resultado.tipo === "aceita") await aceitar(tx, mensagem, conversa, resultado, now);
    else if (mensagem.situacao === "enviando" && resultado.tipo === "recusada")
      await recusar(tx, mensagem, conversa, resultado.codigo, resultado.detalhe, now);
    else if (mensagem.situacao === "enviando" && resultado.tipo === "nao_saiu") {
      const enviarEm = mais(now, espera(mensagem.tentativas, Math.random()));
      await tx.update(mensagens).set({ situacao: "fila", enviarEm }).where(eq(mensagens.id, mensagemId));
    }
    await pedirEnvio(tx, conversa.id);
    const [depois] = await tx
      .select({ situacao: mensagens.situacao })
      .from(mensagens)
      .where(eq(mensagens.id, mensagemId));
    return { situacao: depois!.situacao };
  },
});

/** A message that Meta had taken and could not deliver after all: treated as if it had been refused at once. */
export const reverFalha = command({
  act: "mensagem.rever_falha",
  input: mensagemSchema,
  async execute({ tx, now, input: { mensagemId } }) {
    const aberta = await abrirMensagem(tx, mensagemId);
    if (!aberta || aberta.mensagem.situacao !== "falhou" || aberta.mensagem.codigo === null) return {};
    const { mensagem, conversa } = aberta;
    // Another try is another message for Meta.
    await recusar(tx, { ...mensagem, wamid: null }, conversa, mensagem.codigo!, "", now);
    await tx
      .update(mensagens)
      .set({ wamid: null })
      .where(and(eq(mensagens.id, mensagemId), eq(mensagens.situacao, "fila")));
    await pedirEnvio(tx, conversa.id);
    return {};
  },
});

/**
 * Takes up what was left lying: messages whose sender fell silent go once more, as perhaps sent twice, and no third time;
 * conversations with something due are asked for again.
 */
export const recuperarEnvios = command({
  act: "mensagem.recuperar",
  input: vazioSchema,
  async execute({ tx, now }) {
    const { pausadaEm } = await travarFila(tx);
    if (pausadaEm && now < mais(pausadaEm, SONDA_MS)) return { conversas: [], retomadas: 0 };
    const perdidas = await tx
      .select()
      .from(mensagens)
      .where(interrompidas(now, CERTEZA_MS))
      .for("update", { skipLocked: true });
    for (const perdida of perdidas) {
      if (perdida.duvidosa) await falhar(tx, perdida, "Não sabemos se esta mensagem saiu. Confira com o cliente.");
      else
        await tx
          .update(mensagens)
          .set({ situacao: "fila", duvidosa: true, enviarEm: now })
          .where(eq(mensagens.id, perdida.id));
    }
    const { rows } = await tx.execute<{ id: number }>(sql`select distinct conversa_id as id from mensagens
      where situacao = 'fila' and enviar_em <= ${now.toISOString()}::timestamptz order by 1 limit ${pausadaEm ? 1 : 1_000}`);
    return { conversas: rows.map(({ id }) => id), retomadas: perdidas.length };
  },
  notify: ({ conversas }) => conversas.map((id) => envioDe(id)),
});
