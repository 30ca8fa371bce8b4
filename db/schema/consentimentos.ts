import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { chavesCanal, chavesModo } from "../../lib/domain/pessoas";
import { id, instant, stamps } from "./columns";
import { usuarios } from "./usuarios";

/** That somebody agreed to be written to on a channel: when, how they said so and to which words. Withdrawn, it stays. */
export const consentimentos = pgTable(
  "consentimentos",
  {
    id: id(),
    usuarioId: integer()
      .notNull()
      .references(() => usuarios.id, { onDelete: "restrict" }),
    canal: text({ enum: chavesCanal }).notNull(),
    dadoEm: instant().notNull(),
    como: text({ enum: chavesModo }).notNull(),
    texto: text().notNull(),
    retiradoEm: instant(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex("consentimentos_vigente")
      .on(t.usuarioId, t.canal)
      .where(sql`retirado_em is null`),
    index("consentimentos_usuario").on(t.usuarioId, t.dadoEm),
    check("consentimentos_canal", sql`${t.canal} in ('whatsapp', 'sms', 'email')`),
    check("consentimentos_como", sql`${t.como} in ('balcao', 'telefone', 'whatsapp', 'site', 'papel', 'importacao')`),
    check("consentimentos_texto_tamanho", sql`char_length(${t.texto}) between 1 and 500`),
    check("consentimentos_ordem", sql`${t.retiradoEm} >= ${t.dadoEm}`),
  ],
);
