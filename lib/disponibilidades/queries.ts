import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { subtrair, unir, type Intervalo } from "@/lib/domain/intervalos";
import { aberto, trabalhado, type Jornada } from "@/lib/domain/jornada";
import type { Dias } from "@/lib/domain/periodos";
import { diaCivil, diasEntre, instanteDe } from "@/lib/domain/tempo";
import { lerEmpresa } from "@/lib/horarios/queries";

type Pessoa = Jornada & { id: number };
type Bloqueado = { funcionarioId: number | null; inicio: number; fim: number };

const minuto = (coluna: string) => sql.raw(`floor(extract(epoch from ${coluna}) / 60)::int`);

async function lerPessoas(db: Db, { de, ate }: Dias, funcionario: number | undefined): Promise<Pessoa[]> {
  const { rows } = await db.execute<Pessoa>(sql`
    select f.id, f.admissao::text, f.desligamento::text,
      (select coalesce(json_agg(json_build_object('de', de, 'ate', ate, 'semana', semana)), '[]') from expedientes
        where funcionario_id = f.id and daterange(de, ate, '[]') && daterange(${de}, ${ate}, '[]')) as periodos
    from funcionarios f
    where (f.ativo or f.desligamento is not null) ${funcionario ? sql`and f.id = ${funcionario}` : sql``}
      and exists (select from funcionario_servicos s where s.funcionario_id = f.id)`);
  return rows;
}

async function lerBloqueados(db: Db, inicio: Date, fim: Date): Promise<Bloqueado[]> {
  const [de, ate] = [inicio.toISOString(), fim.toISOString()];
  const { rows } = await db.execute<Bloqueado>(sql`
    select funcionario_id as "funcionarioId", ${minuto("inicio")} as inicio, ${minuto("fim")} as fim from bloqueios
    where inicio > ${de}::timestamptz - interval '400 days' and inicio < ${ate}::timestamptz
      and fim > ${de}::timestamptz`);
  return rows;
}

/**
 * How many minutes each professional is there to be booked in some stretches of civil days, of which the first begins
 * first and the last ends last: their hours less what is blocked, taken or not. Who performs nothing, or has left without
 * anybody saying when, is not named.
 *
 * @returns for each stretch the minutes by professional
 */
export async function minutosDisponiveis(
  db: Db,
  trechos: readonly Dias[],
  funcionario?: number,
): Promise<Map<number, number>[]> {
  const todos = { de: trechos[0]!.de, ate: trechos.at(-1)!.ate };
  const empresa = await lerEmpresa(db, todos);
  const { fuso } = empresa;
  const [inicio, fim] = [diaCivil(todos.de, fuso).inicio, diaCivil(todos.ate, fuso).fim];
  const [pessoas, bloqueados] = await Promise.all([
    lerPessoas(db, todos, funcionario),
    lerBloqueados(db, instanteDe(inicio), instanteDe(fim)),
  ]);
  return trechos.map(({ de, ate }) => {
    const abertos = diasEntre(de, ate).map((dia) => ({ dia, em: aberto(empresa, dia) }));
    return new Map(
      pessoas.map((pessoa) => {
        const trabalha = unir(abertos.flatMap(({ dia, em }) => trabalhado(pessoa, dia, fuso, em)));
        const seus = bloqueados.filter(({ funcionarioId }) => funcionarioId === null || funcionarioId === pessoa.id);
        const livres = subtrair(trabalha, unir(seus.map((um): Intervalo => [um.inicio, um.fim])));
        return [pessoa.id, livres.reduce((soma, [a, b]) => soma + b - a, 0)];
      }),
    );
  });
}
