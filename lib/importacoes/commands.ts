import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { destinos } from "@/lib/domain/conferencia";
import { semAcento } from "@/lib/domain/texto";
import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { registradosEntre, type ResultadoImportacao } from "./queries";
import { importarClientesSchema, type LinhaImportada } from "./schema";

// A statement has five seconds, and each row has its indexes and its line in the trail.
const LOTE = 500;

/** Inserts what is new. Whoever somebody else registered at this very moment is left as they are. @returns how many */
async function inserir(tx: Tx, linhas: LinhaImportada[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into usuarios (tipo, nome, apelido, telefone, email, nascimento, cpf, observacoes, etiquetas, ativo, ultima_visita_em)
    select 'cliente', nome, apelido, telefone, email, nascimento, cpf, observacoes, etiquetas, ativo,
      ("ultimaVisita" + time '12:00') at time zone ${fusoNoBanco}
    from jsonb_to_recordset(${JSON.stringify(linhas)}::jsonb) as l(linha int, nome text, apelido text, telefone text,
      email text, nascimento date, cpf text, observacoes text, etiquetas text[], ativo boolean, "ultimaVisita" date)
    order by linha
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** Makes a client of every line that is nobody yet. Nobody who is registered is changed, so a second time does nothing. */
export const importarClientes = command({
  act: "cliente.importar",
  input: importarClientesSchema,
  touches: ["cliente"],
  async execute({ tx, input: { modo, erradas, linhas }, progress }): Promise<ResultadoImportacao> {
    if (modo === "todas" && erradas)
      throw new AppError("invalido", "Há linhas com erro. Corrija o arquivo, ou importe só as linhas boas.");
    // Two files at once could hold the same people.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('importarClientes'))`);
    const registrados = await registradosEntre(tx, linhas);
    const destino = destinos(linhas, registrados, semAcento);
    const novas = linhas.filter((_, i) => destino[i]!.tipo === "novo");
    let novos = 0;
    for (let feitas = 0; feitas < novas.length; feitas += LOTE) {
      progress(feitas, novas.length);
      novos += await inserir(tx, novas.slice(feitas, feitas + LOTE));
    }
    if (novos) await recordAct(tx, "cliente.importar", { detalhes: { novos, linhas: linhas.length + erradas } });
    return { novos, existentes: linhas.length - novos, erradas };
  },
});
