/** What is wrong with a body, as Meta's Graph API would say it; undefined when nothing is. Lengths count characters. */

const length = (text) => (typeof text === "string" ? [...text].length : 0);
const within = (text, most) => length(text) >= 1 && length(text) <= most;
const optional = (text, most) => text === undefined || within(text, most);
const unique = (items) => new Set(items).size === items.length;

const wrong = (details, code = 100) => ({ code, details });

function text({ body } = {}) {
  return within(body, 4096) ? undefined : wrong("text.body must be 1 to 4096 characters");
}

function buttons({ body, footer, action }) {
  const all = action?.buttons;
  if (!within(body?.text, 1024)) return wrong("body.text must be 1 to 1024 characters", 131009);
  if (footer && !within(footer.text, 60)) return wrong("footer.text is too long", 131009);
  if (!Array.isArray(all) || all.length < 1 || all.length > 3) return wrong("1 to 3 buttons", 131009);
  if (!all.every(({ type, reply }) => type === "reply" && within(reply?.title, 20) && within(reply?.id, 256)))
    return wrong("button title must be 1 to 20 characters, its id 1 to 256", 131009);
  if (!unique(all.map(({ reply }) => reply.title)) || !unique(all.map(({ reply }) => reply.id)))
    return wrong("button titles and ids must be unique", 131009);
}

function listOf({ body, header, footer, action }) {
  const sections = action?.sections;
  if (!within(body?.text, 4096)) return wrong("body.text must be 1 to 4096 characters", 131009);
  if (header && (header.type !== "text" || !within(header.text, 60))) return wrong("header is too long", 131009);
  if (footer && !within(footer.text, 60)) return wrong("footer is too long", 131009);
  if (!within(action?.button, 20)) return wrong("action.button must be 1 to 20 characters", 131009);
  if (!Array.isArray(sections) || sections.length < 1 || sections.length > 10) return wrong("1 to 10 sections", 131009);
  if (!sections.every(({ title }) => (sections.length > 1 ? within(title, 24) : optional(title, 24))))
    return wrong("section title must be 1 to 24 characters", 131009);
  const rows = sections.flatMap((section) => section.rows ?? []);
  if (rows.length < 1 || rows.length > 10) return wrong("1 to 10 rows over all sections", 131009);
  if (!rows.every((row) => within(row.title, 24) && within(row.id, 200) && optional(row.description, 72)))
    return wrong("row title must be 1 to 24 characters, id 1 to 200, description up to 72", 131009);
  if (!unique(rows.map(({ id }) => id))) return wrong("row ids must be unique", 131009);
}

const interactive = (it = {}) =>
  it.type === "button" ? buttons(it) : it.type === "list" ? listOf(it) : wrong("unknown interactive type");

function template({ name, language, components = [] } = {}, known) {
  if (!/^[a-z0-9_]{1,512}$/.test(name ?? "")) return wrong("template.name is not valid");
  const expected = known[name];
  if (!expected || language?.code !== "pt_BR") return wrong("template does not exist in the translation", 132001);
  const parameters = components.filter(({ type }) => type === "body").flatMap((one) => one.parameters ?? []);
  if (parameters.length !== expected) return wrong(`expected ${expected} parameters, got ${parameters.length}`, 132000);
  if (!parameters.every((one) => one.type === "text" && within(one.text, 1024) && !/[\n\t]| {5}/.test(one.text)))
    return wrong("parameter text is empty, or has a new line, a tab or more than 4 spaces", 132012);
  const taps = components.filter(({ type }) => type === "button");
  if (!taps.every((one) => one.sub_type === "quick_reply" && within(one.parameters?.[0]?.payload, 256)))
    return wrong("button payload is not valid", 131009);
}

const kinds = { text, interactive, template };

/** @param {Record<string, any>} body @param {Record<string, number>} templates names, with how many parameters each takes */
export function faultOf(body, templates) {
  if (body.messaging_product !== "whatsapp") return wrong("messaging_product must be whatsapp");
  if (body.recipient_type !== undefined && body.recipient_type !== "individual") return wrong("recipient_type");
  const phone = /^\+[1-9][\d\s()-]{7,20}$/.test(body.to ?? "");
  const named = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/.test(body.recipient ?? "");
  if (body.to !== undefined ? !phone : !named) return wrong("to must begin with + and the country code", 131009);
  if (length(body.biz_opaque_callback_data) > 512) return wrong("biz_opaque_callback_data is too long");
  const kind = Object.hasOwn(kinds, body.type ?? "text") ? (body.type ?? "text") : undefined;
  if (!kind || typeof body[kind] !== "object") return wrong("unknown type");
  return kinds[kind](body[kind], templates);
}
