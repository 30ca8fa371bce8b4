import { LIMITES, type Carga } from "@/lib/domain/whatsapp";
import { opaqueOf } from "./payload";

/** A message as it lies in the outbox. `para`: E.164, or Meta's id of somebody who hides their number. */
export type ASair = { id: number; para: string; texto: string; carga: Carga; modelo: string | null };

/** At most so many code points; what is cut ends in an ellipsis. */
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** A template's value: one line, not empty. */
const flat = (text: string) => cut(text.replace(/\s+/g, " ").trim() || "-", 1_024);

function templateOf(modelo: string, { parametros = [], respostas = [] }: Carga) {
  const body = { type: "body", parameters: parametros.map((text) => ({ type: "text", text: flat(text) })) };
  const buttons = respostas.map((payload, i) => ({
    ...{ type: "button", sub_type: "quick_reply", index: String(i) },
    parameters: [{ type: "payload", payload }],
  }));
  const components = [...(parametros.length ? [body] : []), ...buttons];
  return { type: "template", template: { name: modelo, language: { code: "pt_BR" }, components } };
}

/** Equal titles would be refused: the later ones are numbered. */
function apart<T extends { titulo: string }>(items: T[], most: number): T[] {
  const seen = new Set<string>();
  return items.map((item) => {
    let titulo = cut(item.titulo, most);
    for (let n = 2; seen.has(titulo); n++) titulo = `${cut(item.titulo, most - 1 - String(n).length)} ${n}`;
    seen.add(titulo);
    return { ...item, titulo };
  });
}

function interactiveOf(texto: string, { botoes, lista }: Carga) {
  if (lista?.linhas.length) {
    const rows = apart(lista.linhas.slice(0, LIMITES.linhas), LIMITES.tituloDeLinha).map(
      ({ id, titulo, descricao }) => ({
        ...{ id, title: titulo },
        ...(descricao && { description: cut(descricao, LIMITES.descricaoDeLinha) }),
      }),
    );
    const action = { button: cut(lista.botao, LIMITES.tituloDeBotao), sections: [{ rows }] };
    return { type: "list", body: { text: cut(texto, LIMITES.texto) }, action };
  }
  if (!botoes?.length) return undefined;
  const buttons = apart(botoes.slice(0, LIMITES.botoes), LIMITES.tituloDeBotao).map(({ id, titulo }) => ({
    type: "reply",
    reply: { id, title: titulo },
  }));
  return { type: "button", body: { text: cut(texto, LIMITES.textoComBotoes) }, action: { buttons } };
}

/** The body that the Graph API takes for a message, within its limits. `modelo`: the template to use instead of free text. */
export function graphBody({ id, para, texto, carga, modelo }: ASair): object {
  const to = para.startsWith("+") ? { to: para } : { recipient: para };
  const envelope = { messaging_product: "whatsapp", recipient_type: "individual", ...to };
  const rest = { biz_opaque_callback_data: opaqueOf(id) };
  if (modelo) return { ...envelope, ...templateOf(modelo, carga), ...rest };
  const interactive = interactiveOf(texto, carga);
  if (interactive) return { ...envelope, type: "interactive", interactive, ...rest };
  return { ...envelope, type: "text", text: { body: cut(texto, LIMITES.texto), preview_url: false }, ...rest };
}
