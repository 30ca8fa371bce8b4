import { statfs } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { verAssistente } from "@/lib/assistente/queries";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { entidades, semAuditoria } from "@/lib/domain/entidades";
import { invariantes, type Invariante } from "@/lib/domain/invariantes";
import { avaliarSaude, faltaBackup, type Achado, type FatosDaSaude } from "@/lib/domain/saude";
import { env } from "@/lib/server/env";
import { migrationName, newest } from "@/lib/server/health";
import { query } from "@/lib/server/query";
import { version } from "@/package.json";

type Trilha = {
  agora: Date;
  instaladoEm: Date;
  backupEm: Date | null;
  backup: { arquivo: string; bytes: number } | null;
};

/** When the company began, and the last backup, as the trail has them. */
async function lerBackup(db: Db): Promise<Pick<FatosDaSaude, "agora" | "instaladoEm" | "backup">> {
  const { rows } = await db.execute<Trilha>(sql`
    select now() as "agora", coalesce((select em from log_auditoria order by em, id limit 1), now()) as "instaladoEm",
      b.em as "backupEm", b.depois as backup
    from (values (1)) um left join lateral (
      select em, depois from log_auditoria where ato = 'sistema.backup' order by em desc, id desc limit 1) b on true`);
  const { agora, instaladoEm, backupEm, backup } = rows[0]!;
  const iso = (em: Date | string) => new Date(em).toISOString();
  return {
    agora: iso(agora),
    instaladoEm: iso(instaladoEm),
    backup: backupEm && backup ? { em: iso(backupEm), arquivo: backup.arquivo, bytes: backup.bytes } : null,
  };
}

async function lerDisco(): Promise<FatosDaSaude["disco"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(env().DADOS);
    return { livreBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

async function lerBanco(db: Db) {
  const { rows } = await db.execute<FatosDaSaude["fila"] & { postgres: number; migracao: string }>(sql`
    select agendadas, atrasadas, falhas, mais_antiga as "maisAntiga",
      current_setting('server_version_num')::int / 10000 as postgres,
      (select max(created_at) from drizzle.__drizzle_migrations) as migracao
    from estado_da_fila()`);
  const { postgres, migracao, maisAntiga, ...fila } = rows[0]!;
  const desde = maisAntiga && new Date(maisAntiga).toISOString();
  return { fila: { ...fila, maisAntiga: desde }, postgres, migracao: Number(migracao) };
}

/** How the installation is, subject by subject, in words: what the card shows and the command prints. */
export const verSaude = query("master", async ({ db, actor }) => {
  const [trilha, disco, banco, fuso, { assistente, ligacao, pausa }] = await Promise.all([
    lerBackup(db),
    lerDisco(),
    lerBanco(db),
    fusoDaEmpresa(actor),
    verAssistente(actor),
  ]);
  const { fila, postgres, migracao } = banco;
  const fatos: FatosDaSaude = {
    ...trilha,
    fuso,
    disco,
    fila,
    whatsapp: {
      ativo: assistente.ativo,
      temToken: ligacao.token !== null,
      perdido: ligacao.token?.perdido ?? false,
      pausa: pausa?.motivo ?? null,
    },
    versoes: {
      programa: version,
      node: process.version,
      postgres,
      migracao,
      migracaoEsperada: newest,
      banco: migrationName(migracao),
    },
  };
  return { achados: avaliarSaude(fatos), arquivo: trilha.backup?.arquivo ?? null };
});

export type Saude = Awaited<ReturnType<typeof verSaude>>;

/** Whether the master has to be told that there has been no backup for too long. */
export const verFaltaDeBackup = query("master", async ({ db }) => faltaBackup(await lerBackup(db)));

async function contar(tx: Tx, { assunto, certo, errado, consulta }: Invariante): Promise<Achado> {
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${sql.raw(consulta)}) achados`);
  const { n } = rows[0]!;
  return { assunto, estado: n ? "errado" : "certo", frase: n ? `${errado}: ${n.toLocaleString("pt-BR")}.` : certo };
}

/** Reads every row of the company and says what must never be and is. Takes seconds on a large one, of one instant. */
export const verificarDados = query("master", ({ db }) =>
  db.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', '10min', true)`);
      const achados: Achado[] = [];
      for (const uma of invariantes(Object.keys(entidades), Object.keys(semAuditoria)))
        achados.push(await contar(tx, uma));
      return achados;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  ),
);
