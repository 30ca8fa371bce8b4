import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const NUMERO = "106540352242922";
export const SEGREDO = "0123456789abcdef0123456789abcdef";
export const VERIFICACAO = "uma-palavra-combinada";
export const TOKEN = "EAAG-um-token-que-so-existe-nos-testes";

const FOLDER = path.join(import.meta.dirname, "amostras");

/** Bodies as Meta published them, by the name of their file. */
export const amostras = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => !file.startsWith("api-"))
    .map((file) => [file.replace(/\.json$/, ""), readFileSync(path.join(FOLDER, file), "utf8")]),
);

type Mensagem = Record<string, unknown>;
type Corpo = { messages?: Mensagem[]; statuses?: Mensagem[]; contacts?: Mensagem[]; [mais: string]: unknown };

/** JSON as Meta writes it: whatever is not ASCII is escaped, and so is the slash. */
export const comoMeta = (it: unknown) =>
  JSON.stringify(it)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("/", "\\/");

/** A delivery about our number, or about several things at once. */
export const entrega = (...values: Corpo[]) =>
  comoMeta({
    object: "whatsapp_business_account",
    entry: values.map((value) => ({
      id: "102290129340398",
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: "551130000000", phone_number_id: NUMERO },
            ...value,
          },
        },
      ],
    })),
  });

let contador = 0;
export const wamid = () => `wamid.TESTE${String(++contador).padStart(12, "0")}`;
export const segundos = (em = new Date()) => String(Math.floor(em.getTime() / 1_000));

/** What somebody writes; `de` is their wa_id, `11987654321` of São Paulo without the ninth digit: "551187654321". */
export function texto(de: string, body: string, { id = wamid(), em = new Date(), nome = "Célia" } = {}): Corpo {
  return {
    contacts: [{ profile: { name: nome }, wa_id: de }],
    messages: [{ from: de, id, timestamp: segundos(em), type: "text", text: { body } }],
  };
}

export function andamento(
  id: string,
  status: string,
  { minha, codigo }: { minha?: number; codigo?: number } = {},
): Corpo {
  return {
    statuses: [
      {
        ...{ id, status, timestamp: segundos(), recipient_id: "551187654321" },
        ...(minha && { biz_opaque_callback_data: `hm:${minha}` }),
        ...(codigo && { errors: [{ code: codigo, title: "Message undeliverable" }] }),
      },
    ],
  };
}
