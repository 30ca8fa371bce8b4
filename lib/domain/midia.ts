/** The largest attachment that is fetched, in bytes: what WhatsApp lets people send as audio, video or picture. */
export const MAIOR_MIDIA = 16 * 1024 * 1024;

/** What a browser may show in the page; anything else is only handed out to be saved. */
const mostrados = [
  ...["image/jpeg", "image/png", "image/webp", "image/gif"],
  ...["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr"],
  ...["video/mp4", "video/3gpp"],
];

/** The kind of an attachment without its parameters, as we serve it. */
export function tipoServido(mime: string): { tipo: string; mostra: boolean } {
  const tipo = mime.split(";")[0]!.trim().toLowerCase();
  if (mostrados.includes(tipo)) return { tipo, mostra: true };
  return { tipo: tipo === "application/pdf" ? tipo : "application/octet-stream", mostra: false };
}

/** Why an attachment is not here, in words. */
export const faltas = {
  sumiu: "O WhatsApp não tem mais este arquivo.",
  grande: "Este arquivo é grande demais para ser guardado.",
  estranha: "Este arquivo não veio do WhatsApp e não foi buscado.",
  apagada: "Este arquivo já foi apagado, passado o prazo.",
} as const;

export type Falta = keyof typeof faltas;
