import type { Carga, Midia, TipoDeMensagem } from "@/lib/domain/whatsapp";

export type Json = Record<string, unknown>;
type Content = { tipo: TipoDeMensagem; texto: string; carga: Carga; responder: boolean };

const MOST_TEXT = 8_000;
const MOST_ID = 512;

const object = (it: unknown): Json => (typeof it === "object" && it !== null && !Array.isArray(it) ? (it as Json) : {});
const text = (it: unknown): string => (typeof it === "string" ? it : "");
const list = (it: unknown): Json[] => (Array.isArray(it) ? it.map(object) : []);

const media = (node: Json): Midia => ({
  id: text(node.id).slice(0, MOST_ID),
  mime: text(node.mime_type).slice(0, 100),
  ...(node.sha256 ? { sha256: text(node.sha256).slice(0, 100) } : {}),
  ...(node.filename ? { nome: text(node.filename).slice(0, 200) } : {}),
  ...(node.voice === true ? { voz: true } : {}),
});

const mediaTypes: Record<string, TipoDeMensagem> = {
  image: "imagem",
  audio: "audio",
  video: "video",
  document: "documento",
  sticker: "figurinha",
};

const tap = (id: unknown, title: unknown) => ({
  tipo: "botao" as const,
  texto: text(title),
  carga: { escolha: text(id).slice(0, MOST_ID) },
});

type Reader = (node: Json) => { tipo: TipoDeMensagem; texto?: string; carga?: Carga; responder?: boolean };

const interactive: Reader = (node) => {
  const reply = object(node[text(node.type)]);
  // A form's answer is JSON in a text; nobody here sends forms.
  return node.type === "nfm_reply" ? { tipo: "desconhecida", texto: text(reply.body) } : tap(reply.id, reply.title);
};

const place: Reader = ({ latitude, longitude, name, address }) => ({
  tipo: "localizacao",
  texto: [text(name), text(address)].filter(Boolean).join(", "),
  carga: { latitude: Number(latitude), longitude: Number(longitude) },
});

const readers: Record<string, Reader> = {
  text: (node) => ({ tipo: "texto", texto: text(node.body) }),
  interactive,
  button: (node) => tap(node.payload, node.text),
  location: place,
  reaction: (node) => ({
    tipo: "reacao",
    texto: text(node.emoji),
    carga: { contexto: text(node.message_id).slice(0, MOST_ID) },
    responder: false,
  }),
  order: () => ({ tipo: "pedido" }),
  system: (node) => ({ tipo: "aviso", texto: text(node.body), responder: false }),
  edit: (node) => ({
    ...contentOf(object(node.message)),
    tipo: "edicao",
    carga: { contexto: text(node.original_message_id).slice(0, MOST_ID) },
    responder: false,
  }),
  revoke: (node) => ({
    tipo: "apagada",
    carga: { contexto: text(node.original_message_id).slice(0, MOST_ID) },
    responder: false,
  }),
};

/** The names and numbers of the people that somebody sent. */
const people = (nodes: unknown) =>
  list(nodes)
    .map(({ name, phones }) =>
      [text(object(name).formatted_name), text(list(phones)[0]?.phone)].filter(Boolean).join(" "),
    )
    .join(", ");

function read(type: string, message: Json): ReturnType<Reader> {
  const node = object(message[type]);
  if (type === "contacts") return { tipo: "contato", texto: people(message.contacts) };
  const tipo = mediaTypes[type];
  if (tipo) return { tipo, texto: text(node.caption), carga: node.id ? { midia: media(node) } : {} };
  return Object.hasOwn(readers, type) ? readers[type]!(node) : { tipo: "desconhecida" };
}

/** What a message says, whatever Meta calls its kind. Its values are as they came, only bounded. */
export function contentOf(message: Json): Content {
  const { tipo, texto = "", carga = {}, responder = true } = read(text(message.type), message);
  const { id, forwarded, frequently_forwarded } = object(message.context);
  const riders = {
    ...(text(id) ? { contexto: text(id).slice(0, MOST_ID) } : {}),
    ...(forwarded || frequently_forwarded ? { encaminhada: true } : {}),
  };
  return { tipo, texto: texto.slice(0, MOST_TEXT), carga: { ...riders, ...carga }, responder };
}
