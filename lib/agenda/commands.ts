import { sql } from "drizzle-orm";
import { command } from "@/lib/server/command";
import { naoAutenticado } from "@/lib/server/errors";
import { verNovidadesSchema } from "./schema";

/** Remembers until when a person has seen what happened; what came after stays news, and nothing seen becomes news. */
export const verNovidades = command({
  act: "agenda.ver_novidades",
  input: verNovidadesSchema,
  touches: ["agenda"],
  async execute({ tx, actor, now, input }) {
    if (actor.tipo !== "usuario") throw naoAutenticado();
    // The database compares: a line of the trail has microseconds, which a Date would lose.
    await tx.execute(sql`insert into agenda_vistas (usuario_id, vista_em)
      values (${actor.id}, least(${input.ate}::timestamptz, ${now.toISOString()}::timestamptz))
      on conflict (usuario_id) do update set vista_em = greatest(agenda_vistas.vista_em, excluded.vista_em)`);
    return { ate: input.ate };
  },
});
