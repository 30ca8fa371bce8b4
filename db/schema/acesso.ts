import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { usuarios } from "./usuarios";

/** An open door: the cookie carries `id`, and each request joins this row with its user. */
export const sessoes = pgTable(
  "sessoes",
  {
    id: uuid().primaryKey().defaultRandom(),
    usuarioId: integer()
      .notNull()
      .references(() => usuarios.id, { onDelete: "restrict" }),
    /** Hash of the long-lived device cookie, so that the owner's own devices are recognised at sign-in. */
    dispositivo: text().notNull(),
    /** What the person reads in the list of sessions: "Chrome no Android". */
    descricao: text().notNull(),
    endereco: text().notNull(),
    criadaEm: instant().notNull().defaultNow(),
    usadaEm: instant().notNull().defaultNow(),
    encerradaEm: instant(),
  },
  (t) => [index("sessoes_usuario").on(t.usuarioId, t.usadaEm), index("sessoes_dispositivo").on(t.dispositivo)],
);

/** Counters of failed tries, in the shape that rate-limiter-flexible expects; `expire` is in epoch milliseconds. */
export const limites = pgTable("limites", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});

/** One row per form that was sent: the same key answers with the first result instead of doing it twice. */
export const chavesIdempotencia = pgTable(
  "chaves_idempotencia",
  {
    chave: uuid().primaryKey(),
    ator: text().notNull(),
    ato: text().notNull(),
    resultado: jsonb(),
    criadaEm: instant().notNull().defaultNow(),
  },
  (t) => [index("chaves_idempotencia_criada").on(t.criadaEm)],
);
