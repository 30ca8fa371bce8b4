import { Temporal } from "temporal-polyfill";

/**
 * The instants at which a civil day of a zone begins and ends (half-open). Days that begin at one in the morning, as
 * daylight saving once made them in Brazil, are right.
 *
 * @param data ISO date, e.g. "2026-11-23" @param fuso IANA zone
 */
export function limitesDoDia(data: string, fuso: string): { inicio: Date; fim: Date } {
  const dia = Temporal.PlainDate.from(data);
  const meiaNoite = (d: Temporal.PlainDate) => new Date(d.toZonedDateTime(fuso).epochMilliseconds);
  return { inicio: meiaNoite(dia), fim: meiaNoite(dia.add({ days: 1 })) };
}

/** The civil day that an instant belongs to in a zone: "2026-11-23". @param fuso IANA zone */
export function diaDoInstante(instante: Date, fuso: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instante.getTime()).toZonedDateTimeISO(fuso);
  return zoned.toPlainDate().toString();
}
