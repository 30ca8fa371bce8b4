import * as z from "@/lib/domain/mensagens";
import { id, paragrafo } from "@/lib/domain/campos";
import { textoDaUrl } from "@/lib/domain/lista";
import { chavesDe } from "@/lib/domain/chaves";

export const filtros = {
  todas: "Todas",
  nao_lidas: "Não lidas",
  esperando: "Esperando",
  assistente: "Assistente",
  pessoa: "Com pessoas",
} as const;
export type Filtro = keyof typeof filtros;
export const chavesFiltro = chavesDe(filtros);

/** Which conversations the list shows, from which of them on. */
export const filtroConversasSchema = z.object({
  filtro: z.enum(chavesFiltro).catch("todas"),
  busca: textoDaUrl(120).trim().catch(""),
  depois: z.string().max(400).optional().catch(undefined),
  antes: z.string().max(400).optional().catch(undefined),
  conversa: z.coerce.number().pipe(id).optional().catch(undefined),
});

export type FiltroConversas = z.output<typeof filtroConversasSchema>;

/** Messages older than this one. */
export const pedidoDeConversaSchema = z.object({ antes: z.coerce.number().pipe(id).optional().catch(undefined) });

export const pedidoDeMensagensSchema = z
  .object({ agendamento: z.coerce.number().pipe(id).optional(), cliente: z.coerce.number().pipe(id).optional() })
  .refine(({ agendamento, cliente }) => Boolean(agendamento) !== Boolean(cliente), "Diga de quem são as mensagens.");

export const conversaSchema = z.strictObject({ id });

export const enviarSchema = z.strictObject({
  id,
  texto: paragrafo(4_096).refine((texto) => texto !== "", "Escreva a mensagem."),
});

/** One message that did not go out. */
export const mensagemSchema = z.strictObject({ id });
