// Making a formatter is a hundred times dearer than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(fuso: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${fuso} ${JSON.stringify(options)}`;
  const found = formatters.get(key) ?? new Intl.DateTimeFormat("pt-BR", { timeZone: fuso, ...options });
  formatters.set(key, found);
  return found;
}

/** An instant as the company's wall shows it: "23/11/2026, 14:05". @param fuso IANA zone */
export function escreverInstante(instante: string | Date, fuso: string): string {
  return formatter(fuso, { dateStyle: "short", timeStyle: "short" }).format(new Date(instante));
}

/** The same to the second, for the trail: "23/11/2026, 14:05:09". */
export function escreverInstanteExato(instante: string | Date, fuso: string): string {
  return formatter(fuso, { dateStyle: "short", timeStyle: "medium" }).format(new Date(instante));
}

/** A civil day, `2026-11-23`, as people write it: "23/11/2026". */
export const escreverDia = (dia: string) => dia.split("-").reverse().join("/");

/** The twelve months, January first. */
export const meses = Array.from({ length: 12 }, (_, mes) =>
  formatter("UTC", { month: "long" }).format(new Date(Date.UTC(2026, mes, 15))),
);

/** The civil day of an instant: "23/11/2026". @param fuso IANA zone */
export function escreverDiaDoInstante(instante: string | Date, fuso: string): string {
  return formatter(fuso, { dateStyle: "short" }).format(new Date(instante));
}
