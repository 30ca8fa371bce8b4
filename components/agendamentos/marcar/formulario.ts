import { agendarSchema, type AgendarInput } from "@/lib/agendamentos/schema";
import { fazTudo, type QuemFaz } from "@/lib/domain/oferta";
import { instanteDoMinuto } from "@/lib/domain/relogio";
import { lerTelefone } from "@/lib/domain/telefone";
import type { ClienteParaAgendar } from "@/lib/marcacoes/queries";

/** One professional's share of what is being booked. */
export type Parte = {
  /** Null: whoever can. */
  funcionarioId: number | null;
  servicos: number[];
  /** ISO instant, null: not chosen yet. */
  inicio: string | null;
  /** Null: as long as the services take. */
  duracaoMinutos: number | null;
};

/** What the person has chosen and typed so far. */
export type Formulario = {
  cliente: ClienteParaAgendar | null;
  novo: { nome: string; telefone: string } | null;
  semNome: boolean;
  atendido: string;
  observacoes: string;
  partes: Parte[];
  /** The motive of a squeeze-in; null: an ordinary booking. */
  encaixe: string | null;
  /** The client is told by WhatsApp. */
  avisar: boolean;
};

export type Mudar = (mudanca: Partial<Formulario>) => void;

/** How a booking begins: what was tapped, or whom and what it is for. */
export type Inicial = {
  funcionarioId?: number;
  /** ISO instant. */
  inicio?: string;
  cliente?: ClienteParaAgendar;
  /** The same by its number, where nothing else is known. */
  clienteId?: number;
  servicos?: number[];
  /** A walk-in: begins now, a name is not needed. */
  agora?: boolean;
  /** Civil day at which free times are first looked for. */
  dia?: string;
  /** Somebody who is not registered yet. */
  novo?: { nome: string; telefone: string };
  /** Who sits in the chair when it is not the client. */
  atendido?: string;
};

const CINCO_MINUTOS = 5;

/** When whoever is here already begins. */
export const comecaJa = (agoraMinuto: number) => instanteDoMinuto(agoraMinuto - (agoraMinuto % CINCO_MINUTOS));

export function comecar(inicial: Inicial, agoraMinuto: number): Formulario {
  const { funcionarioId, inicio, cliente, servicos, agora, novo, atendido } = inicial;
  return {
    cliente: cliente ?? null,
    novo: novo ?? null,
    semNome: false,
    atendido: atendido ?? "",
    observacoes: "",
    partes: [
      {
        funcionarioId: funcionarioId ?? null,
        servicos: servicos ?? [],
        inicio: inicio ?? (agora ? comecaJa(agoraMinuto) : null),
        duracaoMinutos: null,
      },
    ],
    encaixe: null,
    avisar: true,
  };
}

/** Whether there is somebody to tell: a client with a phone, who is not here yet. */
export const temQuemAvisar = ({ cliente, novo }: Formulario, agora: boolean) =>
  !agora && Boolean(cliente ? cliente.telefone : novo && lerTelefone(novo.telefone));

/**
 * How it begins once it is known what is offered: without services that nobody performs any more and a professional who
 * does not perform the rest, which no field of the form could take out again.
 *
 * @param achado the client that was asked for by number, who gets the same as last time
 */
export function doQueHa(inicial: Inicial, profissionais: readonly QuemFaz[], achado?: ClienteParaAgendar): Inicial {
  const cliente = achado ?? inicial.cliente;
  const pedidos = (achado ? null : inicial.servicos) ?? cliente?.ultimosServicos ?? [];
  const servicos = pedidos.filter((id) => profissionais.some((um) => fazTudo(um, [id])));
  const com = achado ? achado.ultimoFuncionario : inicial.funcionarioId;
  const quem = profissionais.find((um) => um.id === com && fazTudo(um, servicos));
  return { ...inicial, cliente, servicos, funcionarioId: quem?.id };
}

/** Takes a client: what they had the last time is chosen already, with whom they had it unless that is settled. */
export function comCliente(antes: Formulario, cliente: ClienteParaAgendar, quemFaz: readonly QuemFaz[]): Formulario {
  const com = { ...antes, cliente, novo: null, semNome: false };
  const [primeira, ...outras] = antes.partes;
  if (!primeira || primeira.servicos.length) return com;
  const ultimo = primeira.inicio ? null : cliente.ultimoFuncionario;
  const quem = quemFaz.find(({ id }) => id === (primeira.funcionarioId ?? ultimo));
  const ativos = cliente.ultimosServicos.filter((id) => quemFaz.some((um) => fazTudo(um, [id])));
  if (!ativos.length || (quem && !fazTudo(quem, ativos))) return com;
  return { ...com, partes: [{ ...primeira, funcionarioId: quem?.id ?? null, servicos: ativos }, ...outras] };
}

/** Splits what was typed into the search into a name and a phone: "Maria 11 98765-4321". */
export function lerNovo(texto: string): { nome: string; telefone: string } {
  const [fone = ""] = /[+(]?\d[\d\s().+-]{6,}$/.exec(texto) ?? [];
  return lerTelefone(fone)
    ? { nome: texto.slice(0, -fone.length).trim(), telefone: fone }
    : { nome: texto, telefone: "" };
}

/** What the command is given. Whoever and whenever are still missing are left to the schema to refuse. */
export function paraEnviar({
  cliente,
  novo,
  atendido,
  observacoes,
  partes,
  encaixe,
  avisar,
}: Formulario): AgendarInput {
  return {
    clienteId: cliente?.id ?? null,
    novoCliente: cliente ? null : novo,
    atendido: atendido || null,
    observacoes,
    partes: partes.map(({ funcionarioId, inicio, ...parte }) => ({
      ...parte,
      funcionarioId: funcionarioId ?? 0,
      inicio: inicio ?? "",
    })),
    encaixe: encaixe === null ? null : { motivo: encaixe },
    cientes: [],
    avisar,
  };
}

export type Erros = Record<string, string>;

/** What is still wrong, by field path: `novoCliente.telefone`, `partes.0.servicos`. */
export function errosDe(formulario: Formulario, semNomeBasta: boolean): Erros {
  const erros: Erros = {};
  if (!formulario.cliente && !formulario.novo && !formulario.semNome && !semNomeBasta)
    erros.cliente = "Escolha o cliente, ou marque sem nome.";
  const lido = agendarSchema.safeParse(paraEnviar(formulario));
  for (const { path, message } of lido.error?.issues ?? []) erros[path.slice(0, 3).join(".")] ??= message;
  for (const [i, { inicio, funcionarioId }] of formulario.partes.entries()) {
    if (!inicio) erros[`partes.${i}.inicio`] = "Escolha o horário.";
    if (!funcionarioId) erros[`partes.${i}.funcionarioId`] = "Escolha o profissional.";
  }
  return erros;
}
