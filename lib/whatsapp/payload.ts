import { falhaDe } from "@/lib/domain/falhas";
import { type Carga, type SituacaoDeMensagem, type TipoDeMensagem } from "@/lib/domain/whatsapp";
import { contentOf, type Json } from "./content";

/** One message as `receber_mensagens` takes it. `segundos`: since the epoch, by Meta's clock. */
export type Recebida = {
  wamid: string;
  /** E.164; absent for who hides it behind a user name, and then `bsuid` is there. */
  telefone: string | null;
  bsuid: string | null;
  wa_id: string | null;
  nome: string | null;
  tipo: TipoDeMensagem;
  texto: string;
  carga: Carga;
  segundos: number;
  /** When it came, since the epoch; absent: now. */
  recebida?: number;
  /** Whether the assistant has something to say to it. */
  responder: boolean;
  /** Written by the company itself, in another of its devices. */
  eco: boolean;
};

/** How far a message of ours has come. `minha`: its id, if Meta gave it back. */
type Andamento = {
  wamid: string;
  minha: number | null;
  situacao: Extract<SituacaoDeMensagem, "enviada" | "entregue" | "lida" | "falhou">;
  segundos: number;
  codigo: number | null;
  motivo: string | null;
};

/** Somebody whose name or number at Meta changed. */
type Troca = { de: string; para: string };

export type Entrega = { mensagens: Recebida[]; situacoes: Andamento[]; trocas: Troca[] };

const isObject = (it: unknown): it is Json => typeof it === "object" && it !== null && !Array.isArray(it);
const objects = (it: unknown): Json[] => (Array.isArray(it) ? it.filter(isObject) : []);
const text = (it: unknown): string | null => (typeof it === "string" && it !== "" ? it : null);
/** A name of Meta's; none is nearly so long, and an index has its limit. */
const name = (it: unknown): string | null => ((text(it)?.length ?? 0) <= 512 ? text(it) : null);

/** What identifies a message of ours in `biz_opaque_callback_data`. */
export const opaqueOf = (id: number) => `hm:${id}`;
const idOf = (opaque: unknown) => {
  const id = Number(/^hm:(\d{1,10})$/.exec(text(opaque) ?? "")?.[1]);
  return id > 0 && id <= 2_147_483_647 ? id : null;
};

const phone = (digits: unknown): string | null => {
  const known = text(digits)?.replace(/^\+/, "") ?? "";
  return /^[1-9]\d{7,14}$/.test(known) ? `+${known}` : null;
};
const bsuid = (it: unknown) => (/^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/.test(text(it) ?? "") ? text(it) : null);

const MOST_SECONDS = 4_102_444_800;
const seconds = (it: unknown, now: Date): number => {
  const value = Number(it);
  return Number.isInteger(value) && value > 0 && value < MOST_SECONDS ? value : Math.floor(now.getTime() / 1_000);
};

const situacoes: Record<string, Andamento["situacao"]> = {
  sent: "enviada",
  delivered: "entregue",
  read: "lida",
  played: "lida",
  failed: "falhou",
};

/** The contact who wrote: by name or number, never by place; a lone one stands for whoever is not found. */
function contactOf(message: Json, contacts: Json[]): Json {
  const found = contacts.find(
    ({ user_id, wa_id }) =>
      (user_id !== undefined && user_id === message.from_user_id) || (wa_id !== undefined && wa_id === message.from),
  );
  return found ?? (contacts.length === 1 ? contacts[0]! : {});
}

function messageOf(message: Json, contacts: Json[], now: Date, eco = false): Recebida[] {
  const wamid = name(message.id);
  // Nobody talks to a bot in a group.
  if (!wamid || message.group_id !== undefined) return [];
  const contact = eco ? {} : contactOf(message, contacts);
  const who = {
    telefone: phone(eco ? message.to : message.from),
    bsuid: bsuid(eco ? message.to_user_id : message.from_user_id) ?? bsuid(contact.user_id),
    wa_id: name(contact.wa_id),
    nome: isObject(contact.profile) ? (text(contact.profile.name)?.slice(0, 120) ?? null) : null,
  };
  if (!who.telefone && !who.bsuid) return [];
  return [{ wamid, ...who, ...contentOf(message), segundos: seconds(message.timestamp, now), eco }];
}

function statusOf(status: Json, now: Date): Andamento[] {
  const [wamid, situacao] = [name(status.id), situacoes[String(status.status)]];
  if (!wamid || !situacao || status.recipient_type === "group") return [];
  const codigo = Number(objects(status.errors)[0]?.code);
  const falhou = situacao === "falhou" && Number.isInteger(codigo);
  return [
    {
      ...{ wamid, minha: idOf(status.biz_opaque_callback_data), situacao },
      segundos: seconds(status.timestamp, now),
      codigo: falhou ? codigo : null,
      motivo: situacao === "falhou" ? falhaDe(falhou ? codigo : 131000).frase : null,
    },
  ];
}

function changesOf({ field, value }: Json, now: Date): Entrega {
  const empty = { mensagens: [], situacoes: [], trocas: [] };
  if (!isObject(value)) return empty;
  const contacts = objects(value.contacts);
  if (field === "smb_message_echoes")
    return { ...empty, mensagens: objects(value.message_echoes).flatMap((echo) => messageOf(echo, [], now, true)) };
  if (field === "user_id_update") {
    const trocas = objects(value.user_id_update).flatMap(({ user_id }) => {
      const [de, para] = isObject(user_id) ? [bsuid(user_id.previous), bsuid(user_id.current)] : [null, null];
      return de && para ? [{ de, para }] : [];
    });
    return { ...empty, trocas };
  }
  if (field !== "messages") return empty;
  const messages = objects(value.messages);
  const trocas = messages.flatMap(({ type, system, from }) => {
    if (type !== "system" || !isObject(system) || system.type !== "user_changed_number") return [];
    const [de, para] = [phone(from), phone(system.wa_id ?? system.new_wa_id)];
    return de && para ? [{ de, para }] : [];
  });
  return {
    mensagens: messages.flatMap((message) => messageOf(message, contacts, now)),
    situacoes: objects(value.statuses).flatMap((status) => statusOf(status, now)),
    trocas,
  };
}

/** Text that the database takes: PostgreSQL knows no NUL, and half a surrogate is no character. */
const clean = <T>(it: T): T =>
  JSON.parse(JSON.stringify(it), (_, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
  ) as T;

/**
 * Everything in a delivery that concerns our number, whatever else it holds.
 *
 * @throws SyntaxError when it is not JSON
 */
export function readDelivery(body: string, numeroId: string | null, now: Date): Entrega {
  const parsed: unknown = JSON.parse(body);
  const changes = isObject(parsed) ? objects(parsed.entry).flatMap(({ changes }) => objects(changes)) : [];
  const ours = changes.filter(({ value }) => {
    const metadata = isObject(value) ? value.metadata : undefined;
    return isObject(metadata) && metadata.phone_number_id === numeroId;
  });
  const parts = ours.map((change) => changesOf(change, now));
  return clean({
    mensagens: parts.flatMap(({ mensagens }) => mensagens),
    situacoes: parts.flatMap(({ situacoes }) => situacoes),
    trocas: parts.flatMap(({ trocas }) => trocas),
  });
}
