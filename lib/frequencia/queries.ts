import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { aniversario, recente, usuarios } from "@/db/schema";
import { calcular, ehMedida, medidasDe } from "@/lib/domain/medidas";
import { leituraDeClientes, pode } from "@/lib/domain/permissoes";
import type { Dias } from "@/lib/domain/periodos";
import type { LinhaDoQuadro, Quadro } from "@/lib/domain/quadro";
import type { Visao } from "@/lib/domain/relatorios";
import { diasDoAniversario, limitesDoDia, somarDias, type DiaDoAniversario } from "@/lib/domain/tempo";
import { itens, somas, type Pedido } from "@/lib/recortes/queries";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import type { Actor } from "@/lib/server/actor";
import { readPage, type Sorts } from "@/lib/server/list";

type Contexto = {
  actor: Actor;
  pedido: Pedido;
  dias: Dias;
  /** The company's civil day. */
  hoje: string;
  filtro: FiltroRelatorio;
  por: number;
};

type Pagina = Required<Pick<Quadro, "linhas" | "paginas">>;
type Linha = { cursor: string; id: number; nome: string } & Record<string, string | number | null>;

/** One page of a statement `with …, t as (…)` that has a row per client `id`. */
async function pagina(db: Db, { actor, filtro, por, pedido }: Contexto, fonte: { com: SQL; ordem: Sorts; mais: SQL }) {
  const params = { busca: "", depois: filtro.depois, antes: filtro.antes, por };
  const { com, ordem, mais } = fonte;
  const fone = pode(actor, leituraDeClientes) ? sql`u.telefone` : sql`null`;
  const { rows, before, after } = await readPage<Linha>({
    ...{ ...ordem, db, params, id: sql`t.id` },
    // The report tells sums, not how many rows there are.
    count: () => Promise.resolve(0),
    read: async ({ cursor, where, orderBy, limit }) => {
      const { rows: lidas } = await db.execute<Linha>(sql`${com}
        select ${cursor} as cursor, t.id, u.nome, ${fone} as telefone, ${mais},
          (u.ultima_visita_em at time zone ${pedido.fuso})::date::text as "ultimaVisita"
        from t join usuarios u on u.id = t.id where ${where ?? sql`true`}
        order by ${sql.join(orderBy, sql`, `)} limit ${limit}`);
      return lidas;
    },
  });
  return { rows, paginas: { before, after } };
}

const linha = (row: Omit<Linha, "cursor">, colunas: Visao["colunas"]): LinhaDoQuadro => {
  const numeros = Object.fromEntries(Object.entries(row).filter(([, valor]) => typeof valor === "number"));
  const contadas = calcular(colunas, numeros as Record<string, number>);
  const textos = Object.fromEntries(colunas.filter((chave) => chave in row).map((chave) => [chave, row[chave]!]));
  return { chave: String(row.id), rotulo: String(row.nome), valores: { ...contadas, ...textos }, antes: null };
};

const doMaior = (por: SQL): Sorts => ({ sorts: { ordem: { by: por, type: "integer" } }, initial: "-ordem" });

/** Clients by what they did in the period, those of whom there is most first. */
function queVieram(visao: Visao, { pedido }: Contexto) {
  const medidas = medidasDe(visao.colunas);
  const principal = sql.identifier(ehMedida(visao.principal) ? visao.principal : medidas[0]!);
  return {
    com: sql`${itens(pedido, "cliente", medidas)}, t as (
      select * from (select i.cliente_id as id, ${somas(pedido, "cliente", medidas)} from i
        where i.cliente_id is not null group by 1) s where ${principal} > 0)`,
    ordem: doMaior(sql`t.${principal}::bigint`),
    mais: sql.join(
      medidas.map((medida) => sql`t.${sql.identifier(medida)}`),
      sql`, `,
    ),
  };
}

/** Who used to come and has not for so many days, with nothing booked; whoever came last is first. */
function sumidos({ filtro, hoje, pedido }: Contexto) {
  const limite = limitesDoDia(somarDias(hoje, -Number(filtro.sumidos)), pedido.fuso).inicio.toISOString();
  return {
    com: sql`with t as (select ${usuarios.id}, ${recente(usuarios)} as recente from ${usuarios}
      where ${usuarios.tipo} = 'cliente' and ${usuarios.ativo} and ${usuarios.ultimaVisitaEm} is not null
        and ${recente(usuarios)} < ${limite}::timestamptz
        and not exists (select from agendamentos a where a.cliente_id = ${usuarios.id}
          and a.inicio >= ${limitesDoDia(hoje, pedido.fuso).inicio.toISOString()}::timestamptz
          and a.situacao in ('agendado', 'confirmado')))`,
    ordem: { sorts: { ordem: { by: sql`t.recente`, type: "timestamptz" } }, initial: "-ordem" } satisfies Sorts,
    mais: sql`${hoje}::date - (u.ultima_visita_em at time zone ${pedido.fuso})::date as "diasSemVir"`,
  };
}

/** Clients `u` whose birthday is one of the days `d`. Named twice, for the planner knows of a list how few it finds. */
export const comAniversario = (dias: readonly DiaDoAniversario[]) => sql`
  json_to_recordset(${JSON.stringify(dias)}::json) as d (dia text, quando numeric)
    join usuarios u on ${aniversario(sql`u.nascimento`)} = d.quando and u.tipo = 'cliente' and u.ativo
      and ${aniversario(sql`u.nascimento`)} = any(${sql.param(dias.map(({ quando }) => quando))}::numeric[])`;

/** Whose birthday is within the days, the next first. */
function aniversariantes({ dias: { de, ate } }: Contexto) {
  return {
    com: sql`with t as (select u.id, d.dia from ${comAniversario(diasDoAniversario(de, ate))})`,
    ordem: { sorts: { ordem: { by: sql`t.dia`, type: "text" } }, initial: "ordem" } satisfies Sorts,
    mais: sql`t.dia as aniversario`,
  };
}

/** One page of the clients that a look at them is about. */
export async function paginaDeClientes(db: Db, visao: Visao, contexto: Contexto): Promise<Pagina> {
  const fontes = {
    inativos: () => sumidos(contexto),
    aniversarios: () => aniversariantes(contexto),
    vieram: () => queVieram(visao, contexto),
  };
  const { rows, paginas } = await pagina(db, contexto, fontes[visao.lista ?? "vieram"]());
  return { linhas: rows.map((row) => linha(row, visao.colunas)), paginas };
}
