import { boolean, integer, timestamp } from "drizzle-orm/pg-core";

export const id = () => integer().primaryKey().generatedAlwaysAsIdentity();

export const instant = () => timestamp({ withTimezone: true });

export const ativo = () => boolean().notNull().default(true);

/** What every editable row carries; the trigger `carimbar` moves `versao` and `atualizadoEm` on each real change. */
export const stamps = () => ({
  versao: integer().notNull().default(1),
  criadoEm: instant().notNull().defaultNow(),
  atualizadoEm: instant().notNull().defaultNow(),
});
