import { getTableColumns } from "drizzle-orm";
import { configuracaoWhatsapp, filaWhatsapp } from "@/db/schema";
import { dizerFalha, type FalhaDoGraph } from "@/lib/domain/ligacao";
import { assuntosComModelo, type AssuntoComModelo } from "@/lib/domain/whatsapp";
import { sistema } from "@/lib/server/actor";
import { env } from "@/lib/server/env";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";
import { lastFour, unseal } from "@/lib/server/secrets";
import { segredos } from "./schema";

/** The variables of the environment that come before what the screen says, by the field of the form. */
function doAmbiente() {
  const ambiente = env();
  return {
    numeroId: ambiente.WHATSAPP_PHONE_NUMBER_ID,
    contaId: ambiente.WHATSAPP_BUSINESS_ACCOUNT_ID,
    token: ambiente.WHATSAPP_ACCESS_TOKEN,
    segredo: ambiente.WHATSAPP_APP_SECRET,
    verificacao: ambiente.WHATSAPP_VERIFY_TOKEN,
    versaoGraph: ambiente.WHATSAPP_GRAPH_VERSION,
  };
}

type Campo = keyof ReturnType<typeof doAmbiente>;

export type Segredo = (typeof segredos)[number];
/** What the column of each secret is called when it is sealed, so that one does not open in the place of another. */
export const propositoDe = (segredo: Segredo): string => `whatsapp.${segredo}`;

type Linha = typeof configuracaoWhatsapp.$inferSelect;

function abrirSegredos({ tokenCifrado, segredoCifrado, verificacaoCifrada }: Linha) {
  const abrir = (nome: Segredo, cifrado: string | null) => cifrado && unseal(propositoDe(nome), cifrado);
  return {
    token: abrir("token", tokenCifrado),
    segredo: abrir("segredo", segredoCifrado),
    verificacao: abrir("verificacao", verificacaoCifrada),
  };
}

/**
 * How to reach Meta and to know what it sends, in clear: for the machinery alone. The environment comes first.
 *
 * @returns null for what nobody has said yet, and for a secret that no longer opens
 */
export const lerLigacao = query("sistema", async ({ db }) => {
  const [linha] = await db.select().from(configuracaoWhatsapp);
  if (!linha) throw naoEncontrado();
  const { ativo, numeroId, contaId, versaoGraph } = linha;
  const guardada = { numeroId, contaId, ...abrirSegredos(linha), versaoGraph };
  const ditas = Object.entries(doAmbiente()).filter(([, valor]) => valor !== undefined);
  return {
    ...guardada,
    ...(Object.fromEntries(ditas) as Partial<typeof guardada>),
    ativo,
    graphUrl: env().WHATSAPP_GRAPH_URL,
  };
});

export type Ligacao = Awaited<ReturnType<typeof lerLigacao>>;

/** One secret as the settings show it: where it comes from and its last characters, `null` when there is none. */
export type SegredoVisto = { final: string; doAmbiente: boolean; perdido: boolean } | null;

/** The settings of WhatsApp as their screen shows them; of secrets only the last four characters. */
export const verAssistente = query("master", async ({ db }) => {
  const [linha] = await db.select().from(configuracaoWhatsapp);
  const [fila] = await db.select(getTableColumns(filaWhatsapp)).from(filaWhatsapp);
  if (!linha) throw naoEncontrado();
  const ambiente = doAmbiente();
  const abertos = abrirSegredos(linha);

  function visto(nome: Segredo, final: string | null): SegredoVisto {
    const dito = ambiente[nome];
    if (dito) return { final: lastFour(dito), doAmbiente: true, perdido: false };
    return final === null ? null : { final, doAmbiente: false, perdido: abertos[nome] === null };
  }

  const { tokenFinal, segredoFinal, verificacaoFinal, modelos } = linha;
  const finais = { token: tokenFinal, segredo: segredoFinal, verificacao: verificacaoFinal };
  return {
    versao: linha.versao,
    ligacao: {
      numeroId: ambiente.numeroId ?? linha.numeroId,
      contaId: ambiente.contaId ?? linha.contaId,
      versaoGraph: ambiente.versaoGraph ?? linha.versaoGraph,
      token: visto("token", tokenFinal),
      segredo: visto("segredo", segredoFinal),
      verificacao: visto("verificacao", verificacaoFinal),
      /** Secrets that are kept here, also where the environment's come first. */
      guardados: segredos.filter((nome) => finais[nome] !== null),
      /** Fields that the environment decides, which the form cannot change. */
      doAmbiente: (Object.keys(ambiente) as Campo[]).filter((campo) => ambiente[campo] !== undefined),
    },
    assistente: {
      ativo: linha.ativo,
      nomeAssistente: linha.nomeAssistente,
      mensagemAbertura: linha.mensagemAbertura,
      atendimentoHumano: linha.atendimentoHumano,
      podeMarcar: linha.podeMarcar,
      podeRemarcar: linha.podeRemarcar,
      podeCancelar: linha.podeCancelar,
      podeInformarPrecos: linha.podeInformarPrecos,
      lembretesMinutos: linha.lembretesMinutos,
      agradecer: linha.agradecer,
      modelos: Object.fromEntries(assuntosComModelo.map((um) => [um, modelos[um] ?? ""])) as Record<
        AssuntoComModelo,
        string
      >,
      devolverHoras: linha.devolverHoras,
      silencioDe: linha.silencioDe,
      silencioAte: linha.silencioAte,
      guardarMidiaDias: linha.guardarMidiaDias,
      respostasProntas: linha.respostasProntas,
    },
    callback: new URL("/api/whatsapp/webhook", env().NEXTAUTH_URL ?? "http://localhost:3000").href,
    pausa: fila?.pausadaMotivo
      ? { motivo: fila.pausadaMotivo, detalhe: fila.pausadaDetalhe, desde: fila.pausadaEm?.toISOString() ?? null }
      : null,
  };
});

export type AssistenteVisto = Awaited<ReturnType<typeof verAssistente>>;

const ESPERA_MS = 10_000;

type Pergunta = { ligacao: Ligacao; caminho: string };

/** Asks the Graph API for something to read. @returns what it says, or what it refuses */
async function perguntar<T>({ ligacao, caminho }: Pergunta): Promise<{ dados: T } | { falha: FalhaDoGraph }> {
  const base = ligacao.graphUrl.replace(/\/$/, "");
  try {
    const resposta = await fetch(`${base}/${ligacao.versaoGraph}/${caminho}`, {
      headers: { authorization: `Bearer ${ligacao.token}` },
      signal: AbortSignal.timeout(ESPERA_MS),
      redirect: "error",
      cache: "no-store",
    });
    const corpo = (await resposta.json()) as T & { error?: { code: number; error_subcode?: number; message?: string } };
    if (!corpo.error) return { dados: corpo };
    const { code, error_subcode, message = "" } = corpo.error;
    return { falha: { codigo: code, subcodigo: error_subcode ?? null, detalhe: message.slice(0, 200) } };
  } catch {
    return { falha: { codigo: null, subcodigo: null, detalhe: "" } };
  }
}

/** One thing that was looked at, and what about it. */
export type Conferido = { certo: boolean; texto: string };

const rotulos = {
  numeroId: "a identificação do número",
  contaId: "a identificação da conta",
  token: "o token de acesso",
  segredo: "a chave secreta do app",
  verificacao: "o código de verificação",
} as const;

async function conferir(ligacao: Ligacao): Promise<Conferido[]> {
  const campos = Object.keys(rotulos) as (keyof typeof rotulos)[];
  const faltam = campos.filter((campo) => !ligacao[campo]).map((campo) => rotulos[campo]);
  if (!ligacao.numeroId || !ligacao.token) return [{ certo: false, texto: `Falta informar ${faltam.join(", ")}.` }];

  const numero = await perguntar<{ display_phone_number?: string; verified_name?: string }>({
    ligacao,
    caminho: `${ligacao.numeroId}?fields=display_phone_number,verified_name`,
  });
  if ("falha" in numero) return [{ certo: false, texto: `Número: ${dizerFalha(numero.falha)}` }];
  const { verified_name: nome, display_phone_number: telefone } = numero.dados;
  const vistos: Conferido[] = [
    { certo: true, texto: `A Meta reconhece o número ${[telefone, nome && `(${nome})`].filter(Boolean).join(" ")}.` },
  ];
  if (faltam.length) vistos.push({ certo: false, texto: `Falta informar ${faltam.join(", ")}.` });
  if (!ligacao.contaId) return vistos;

  const conta = await perguntar<{ data?: { id: string }[] }>({
    ligacao,
    caminho: `${ligacao.contaId}/phone_numbers?fields=id&limit=100`,
  });
  if ("falha" in conta) return [...vistos, { certo: false, texto: `Conta: ${dizerFalha(conta.falha)}` }];
  const pertence = (conta.dados.data ?? []).some(({ id }) => id === ligacao.numeroId);
  vistos.push({ certo: pertence, texto: pertence ? "O número é desta conta." : "Este número é de outra conta." });

  const assinados = await perguntar<{ data?: unknown[] }>({ ligacao, caminho: `${ligacao.contaId}/subscribed_apps` });
  if ("falha" in assinados) return [...vistos, { certo: false, texto: `Webhook: ${dizerFalha(assinados.falha)}` }];
  const assina = Boolean(assinados.dados.data?.length);
  const texto = assina
    ? "O app recebe o que acontece na conta."
    : "O app não assina a conta, então nenhuma mensagem chega. Verifique e salve o webhook na Meta e assine messages.";
  return [...vistos, { certo: assina, texto }];
}

/** Asks Meta whether what is saved works, and says in words what does not. */
export const testarLigacao = query("master", async () => conferir(await lerLigacao(sistema)));
