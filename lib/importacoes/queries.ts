import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { destinos } from "@/lib/domain/conferencia";
import { CsvError, lerTexto } from "@/lib/domain/csv";
import { colunasImportadas, type LinhaBruta } from "@/lib/domain/importacao";
import { lerTabela, type Leitura } from "@/lib/domain/leitura";
import { escreverTelefone } from "@/lib/domain/telefone";
import { diaDoInstante } from "@/lib/domain/tempo";
import { semAcento } from "@/lib/domain/texto";
import type { Progress } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { politely } from "@/lib/server/progress";
import { query } from "@/lib/server/query";
import { linhaImportadaSchema, type LinhaImportada } from "./schema";

/** Whom a line is: by its phone, else CPF, else e-mail; by the name if it has nothing else. `id` is null for the staff. */
type Registrado = { id: number | null; nome: string | null; por: "telefone" | "CPF" | "e-mail" | "nome" };

/** Those of the lines who are registered already, by line number. */
export async function registradosEntre(db: Db | Tx, linhas: LinhaImportada[]): Promise<Map<number, Registrado>> {
  const achados = new Map<number, Registrado>();
  for (let i = 0; i < linhas.length; i += 1_000) {
    const lote = linhas.slice(i, i + 1_000).map(({ linha, nome, telefone, cpf, email, nascimento }) => {
      return { linha, nome, telefone, cpf, email, nascimento };
    });
    const { rows } = await db.execute<Registrado & { linha: number }>(sql`
      select distinct on (l.linha) l.linha, p.por,
        case when p.tipo = 'cliente' then p.id end as id, case when p.tipo = 'cliente' then p.nome end as nome
      from jsonb_to_recordset(${JSON.stringify(lote)}::jsonb)
        as l(linha int, nome text, telefone text, cpf text, email text, nascimento date)
      cross join lateral (
        select 1 as ordem, 'telefone' as por, id, nome, tipo from usuarios
          where chave_do_telefone(usuarios.telefone) = chave_do_telefone(l.telefone)
        union all select 2, 'CPF', id, nome, tipo from usuarios where cpf = l.cpf
        union all select 3, 'e-mail', id, nome, tipo from usuarios where lower(usuarios.email) = l.email
        union all select 4, 'nome', id, nome, tipo from usuarios
          where l.telefone is null and l.cpf is null and l.email is null and tipo = 'cliente'
            and sem_acento(usuarios.nome) = sem_acento(l.nome)
            and coalesce(usuarios.nascimento = l.nascimento, true)
      ) p
      order by l.linha, p.ordem, p.id`);
    for (const { linha, ...quem } of rows) achados.set(linha, quem);
  }
  return achados;
}

function validar(hoje: string) {
  return (bruta: LinhaBruta) => {
    const { success, data, error } = linhaImportadaSchema.safeParse(bruta);
    if (!success) {
      const motivos = error.issues.map(({ path: [campo], message }) => {
        const rotulo = colunasImportadas[campo as keyof typeof colunasImportadas]?.rotulo;
        return rotulo ? `${rotulo}: ${message}` : message;
      });
      throw new CsvError([...new Set(motivos)].join(" "));
    }
    if ((data.nascimento ?? "") > hoje) throw new CsvError("Nascimento: Esta data ainda não chegou.");
    if ((data.ultimaVisita ?? "") > hoje) throw new CsvError("Última visita: Esta data ainda não chegou.");
    return data;
  };
}

export type LeituraDeClientes = Leitura<Omit<LinhaImportada, "linha">> & { sha256: string };

/**
 * The lines of a file, read and checked one by one.
 *
 * @param now not later than this may anybody be born or served
 * @throws AppError `invalido` for a file that is no table of clients
 */
export const lerClientes = query(
  "pode_cadastrar_cliente",
  async ({ actor }, bytes: Uint8Array, now: Date, progress: Progress): Promise<LeituraDeClientes> => {
    const hoje = diaDoInstante(now, await fusoDaEmpresa(actor));
    try {
      const leitura = await politely(lerTabela(lerTexto(bytes), validar(hoje)), ({ feitas, de }) =>
        progress(feitas, de),
      );
      return { ...leitura, sha256: createHash("sha256").update(bytes).digest("hex") };
    } catch (error) {
      throw error instanceof CsvError ? new AppError("invalido", error.message) : error;
    }
  },
);

/** How many lines of each kind travel to the screen. */
const MOSTRADAS = 1_000;

const parte = <L>(linhas: L[]) => ({ quantas: linhas.length, linhas: linhas.slice(0, MOSTRADAS) });

const porque = ({ nome, por }: Registrado) => (nome ? `${nome}, pelo ${por}` : `Alguém da equipe, pelo ${por}`);

/** What would become of each line. Writes nothing. */
export const conferirImportacao = query("pode_cadastrar_cliente", async ({ db }, leitura: LeituraDeClientes) => {
  const { cabecalho, linhas, erradas, sha256 } = leitura;
  const destino = destinos(linhas, await registradosEntre(db, linhas), semAcento);
  const novas: { linha: number; nome: string; detalhe: string }[] = [];
  const existentes: { linha: number; nome: string; motivo: string; id: number | null }[] = [];
  linhas.forEach(({ linha, nome, telefone, email }, i) => {
    const um = destino[i]!;
    if (um.tipo === "novo") novas.push({ linha, nome, detalhe: escreverTelefone(telefone) || email || "" });
    else if (um.tipo === "existe") existentes.push({ linha, nome, motivo: porque(um.pessoa), id: um.pessoa.id });
    else existentes.push({ linha, nome, motivo: `Repete a linha ${um.de}`, id: null });
  });
  return {
    sha256,
    colunas: cabecalho,
    novas: parte(novas),
    existentes: parte(existentes),
    erradas: parte(erradas),
  };
});

export type Conferencia = Awaited<ReturnType<typeof conferirImportacao>>;

/** What was written of a file, and what was not. */
export type ResultadoImportacao = { novos: number; existentes: number; erradas: number };
