import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { lerBloqueios, lerProfissionais } from "@/lib/agenda/queries";
import { minutosDisponiveis } from "@/lib/disponibilidades/queries";
import { chavesSituacao, motivosDeBloqueio, ocupam, type Situacao } from "@/lib/domain/agenda";
import type { Cor } from "@/lib/domain/cores";
import { subtrair, type Intervalo } from "@/lib/domain/intervalos";
import { calcular } from "@/lib/domain/medidas";
import { segundaDe, type Dias } from "@/lib/domain/periodos";
import { leituraDaAgenda, leituraDeClientes, pode, rotas } from "@/lib/domain/permissoes";
import type { DiaDeTrabalho } from "@/lib/domain/presenca";
import type { Quadro } from "@/lib/domain/quadro";
import { recortes, rotuloNoTempo } from "@/lib/domain/recortes";
import { foraDoExpediente } from "@/lib/domain/sombra";
import { diasDoAniversario, diasEntre, limitesDoDia, minutoDe, somarDias } from "@/lib/domain/tempo";
import { comAniversario } from "@/lib/frequencia/queries";
import { lerEmpresa } from "@/lib/horarios/queries";
import { agregar, nomesDe, pedidoDe, somar } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { COUNTED } from "@/lib/server/list";
import { query } from "@/lib/server/query";

/** When a screen is drawn: its instant, the company's IANA zone and its civil day. */
export type Momento = { now: Date; fuso: string; hoje: string };

export type Proximo = {
  id: number;
  /** Epoch minutes. */
  inicio: number;
  dia: string;
  situacao: Situacao;
  chegou: boolean;
  cliente: string;
  servicos: string;
  profissional: string;
};

const PROXIMOS = 8;

/** The next appointments from this minute on, today's and those of the days after. */
async function lerProximos(db: Db, { fuso, now }: Momento): Promise<Proximo[]> {
  const { rows } = await db.execute<Omit<Proximo, "inicio"> & { inicio: string }>(sql`
    select a.id, to_json(a.inicio) #>> '{}' as inicio, (a.inicio at time zone ${fuso})::date::text as dia, a.situacao,
      a.chegou_em is not null as chegou, coalesce(a.atendido, u.nome, 'Sem nome') as cliente,
      coalesce(f.apelido, f.nome) as profissional,
      coalesce((select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id), '') as servicos
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
    where a.inicio >= date_trunc('minute', ${now.toISOString()}::timestamptz) and a.situacao in ('agendado', 'confirmado')
    order by a.inicio, a.id limit ${PROXIMOS}`);
  return rows.map(({ inicio, ...resto }) => ({ ...resto, inicio: minutoDe(new Date(inicio)) }));
}

export type Presente = { id: number; nome: string; cor: Cor } & DiaDeTrabalho;

/** How many appointments of each situation begin within some instants. */
async function contarSituacoes(db: Db, { inicio, fim }: { inicio: Date; fim: Date }) {
  const { rows } = await db.execute<{ situacao: Situacao; quantos: number }>(sql`
    select situacao, count(*)::int as quantos from agendamentos
    where inicio >= ${inicio.toISOString()}::timestamptz and inicio < ${fim.toISOString()}::timestamptz group by 1`);
  const zero = Object.fromEntries(chavesSituacao.map((chave) => [chave, 0])) as Record<Situacao, number>;
  return Object.assign(zero, Object.fromEntries(rows.map(({ situacao, quantos }) => [situacao, quantos])));
}

type Atendido = { f: number; inicio: number; fim: number; quem: string };

/** Whom professionals attend now and until the day ends. */
async function lerAtendidos(db: Db, now: Date, fim: Date): Promise<Atendido[]> {
  const minuto = (coluna: SQL) => sql`floor(extract(epoch from ${coluna}) / 60)::int`;
  const agora = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<Atendido>(sql`
    select a.funcionario_id as f, ${minuto(sql`a.inicio`)} as inicio, ${minuto(sql`least(a.fim, a.livre_em)`)} as fim,
      coalesce(a.atendido, u.nome, 'alguém sem nome') as quem
    from agendamentos a left join usuarios u on u.id = a.cliente_id
    where a.inicio > ${agora} - interval '24 hours' and a.inicio < ${fim.toISOString()}::timestamptz and least(a.fim, a.livre_em) > ${agora}
      and a.situacao in (${sql.join(
        ocupam.map((uma) => sql`${uma}`),
        sql`, `,
      )}) order by a.inicio`);
  return rows;
}

/** Today: how many appointments of each situation begin, what comes next, and everybody's day from now on. */
export const verHoje = query(leituraDaAgenda, async ({ db }, momento: Momento) => {
  const { now, fuso, hoje } = momento;
  const dia = { de: hoje, ate: hoje };
  const limites = limitesDoDia(hoje, fuso);
  const [empresa, situacoes, proximos, profissionais, atendidos, bloqueios] = await Promise.all([
    lerEmpresa(db, dia),
    contarSituacoes(db, limites),
    lerProximos(db, momento),
    lerProfissionais(db, dia, limites),
    lerAtendidos(db, now, limites.fim),
    lerBloqueios(db, { inicio: now, fim: limites.fim }),
  ]);
  const inteiro: Intervalo = [minutoDe(limites.inicio), minutoDe(limites.fim)];
  const fechado = foraDoExpediente(empresa, profissionais, dia);
  const equipe = profissionais.map(({ id, nome, cor }): Presente => {
    const fora = fechado.filter((um) => um.id === id).map(({ inicio, fim }): Intervalo => [inicio, fim]);
    return {
      ...{ id, nome, cor },
      trabalha: subtrair([inteiro], fora),
      atende: atendidos.filter(({ f }) => f === id).map(({ inicio, fim, quem }) => ({ inicio, fim, quem })),
      bloqueios: bloqueios
        .filter(({ f }) => f === null || f === id)
        .map(({ i, d, m, x }) => ({ inicio: i, fim: i + d, motivo: x ?? motivosDeBloqueio[m] })),
    };
  });
  return { fuso, hoje, agora: minutoDe(now), situacoes, proximos, equipe };
});

export type Hoje = Awaited<ReturnType<typeof verHoje>>;

export type Aniversariante = { id: number; nome: string; telefone: string | null; dia: string };

const DIAS_DE_ANIVERSARIO = 7;
const ANIVERSARIANTES = 12;

/** Whose birthday is today or within a week, today's first. */
export const listarAniversariantes = query(leituraDeClientes, async ({ db }, { hoje }: Momento) => {
  const dias = diasDoAniversario(hoje, somarDias(hoje, DIAS_DE_ANIVERSARIO - 1));
  const { rows } = await db.execute<Aniversariante>(sql`
    select u.id, u.nome, u.telefone, d.dia from ${comAniversario(dias)}
    order by d.dia, sem_acento(u.nome), u.id limit ${ANIVERSARIANTES}`);
  return rows;
});

/** How many of what there are, each only for whoever may open its list. */
export const contarTudo = query("acesso", async ({ db, actor }) => {
  const partes = {
    agendamentos: [leituraDaAgenda, sql`select coalesce(sum(agendamentos), 0)::int from contagens`],
    // As their list counts them: exactly up to a thousand.
    clientes: [
      rotas["/clientes"].exige,
      sql`select count(*)::int from (select from usuarios where tipo = 'cliente' limit ${COUNTED + 1}) c`,
    ],
    funcionarios: [rotas["/funcionarios"].exige, sql`select count(*)::int from funcionarios where ativo`],
    servicos: [rotas["/servicos"].exige, sql`select count(*)::int from servicos where ativo`],
    usuarios: [
      rotas["/usuarios"].exige,
      sql`select count(*)::int from usuarios where tipo in ('master', 'restrito') and ativo`,
    ],
  } as const;
  const vistas = Object.entries(partes).filter(([, [exige]]) => pode(actor, exige));
  const { rows } = await db.execute<Partial<Record<keyof typeof partes, number>>>(
    sql`select ${sql.join(
      vistas.map(([nome, [, conta]]) => sql`(${conta}) as ${sql.identifier(nome)}`),
      sql`, `,
    )}`,
  );
  const { clientes, ...resto } = rows[0]!;
  const mais = clientes !== undefined && clientes > COUNTED;
  return { ...resto, ...(clientes !== undefined && { clientes: mais ? COUNTED : clientes }), maisClientes: mais };
});

export type Totais = Awaited<ReturnType<typeof contarTudo>>;

const umaSemanaAntes = ({ de, ate }: Dias): Dias => ({ de: somarDias(de, -7), ate: somarDias(ate, -7) });

/** How many minutes of their hours are taken, by professional, on some days and on the same days a week before. */
async function lerOcupacao(db: Db, dias: Dias, fuso: string) {
  const tudo = filtroRelatorioSchema.parse({});
  const trechos = [umaSemanaAntes(dias), dias];
  const [tomadas, disponiveis] = await Promise.all([
    Promise.all(trechos.map((um) => agregar(db, pedidoDe(tudo, um, fuso), "profissional", ["marcado"]))),
    minutosDisponiveis(db, trechos),
  ]);
  const [antes = new Map(), agora = new Map()] = tomadas.map((linhas, i) => {
    for (const [id, disponivel] of disponiveis[i] ?? [])
      linhas.set(String(id), { ...linhas.get(String(id)), disponivel });
    return linhas;
  });
  return { agora, antes };
}

/**
 * Money and occupation of the week until today, beside the same days of the week before, as boards of the reports; and
 * what is still to come until Sunday, in centavos.
 */
export const verSemana = query("pode_ver_relatorios", async ({ db }, { fuso, hoje }: Momento) => {
  const segunda = segundaDe(hoje);
  const [dias, domingo] = [{ de: segunda, ate: hoje }, somarDias(segunda, 6)];
  const filtro = filtroRelatorioSchema.parse({ periodo: "datas", ...dias });
  const duasSemanas = pedidoDe(filtro, { de: somarDias(segunda, -7), ate: domingo }, fuso);
  const [porDia, horas, nomes] = await Promise.all([
    agregar(db, duasSemanas, "dia", ["receita", "agendamentos", "perdido", "previsto"]),
    lerOcupacao(db, dias, fuso),
    nomesDe(db),
  ]);
  const noDia = (dia: string) => porDia.get(dia) ?? {};
  const soma = ({ de, ate }: Dias) => somar(diasEntre(de, ate).map(noDia));
  const destaques = ["receita", "agendamentos", "perdido", "ocupacao"] as const;
  const comum = { colunas: [], dias, diasAntes: umaSemanaAntes(dias), fuso, calor: false };

  const receita: Quadro = {
    ...{ ...comum, titulo: "Por dia", recorte: "dia", primeira: recortes.dia.titulo, principal: "receita", destaques },
    linhas: diasEntre(segunda, domingo).map((dia) => ({
      chave: dia,
      rotulo: rotuloNoTempo("dia", dia),
      valores: { receita: noDia(dia).receita ?? 0 },
      antes: noDia(somarDias(dia, -7)).receita ?? 0,
    })),
    total: calcular(destaques, { ...soma(dias), ...somar(horas.agora.values()) }),
    totalAntes: calcular(destaques, { ...soma(umaSemanaAntes(dias)), ...somar(horas.antes.values()) }),
  };
  const ocupacaoDe = (de: typeof horas.agora, id: number) =>
    calcular(["ocupacao"], de.get(String(id)) ?? {}).ocupacao ?? 0;
  const ocupacao: Quadro = {
    ...{ ...comum, titulo: "Por profissional", recorte: "profissional", primeira: recortes.profissional.titulo },
    ...{ principal: "ocupacao", destaques: [], total: null, totalAntes: null },
    linhas: nomes.profissional
      .filter(({ id }) => horas.agora.get(String(id))?.disponivel || horas.agora.get(String(id))?.marcado)
      .map(({ id, nome }) => ({
        chave: String(id),
        rotulo: nome,
        valores: { ocupacao: ocupacaoDe(horas.agora, id) },
        antes: ocupacaoDe(horas.antes, id),
      }))
      .sort((a, b) => b.valores.ocupacao - a.valores.ocupacao || a.rotulo.localeCompare(b.rotulo, "pt-BR")),
  };
  return {
    filtro,
    receita,
    ocupacao,
    resto: { de: hoje, ate: domingo, previsto: soma({ de: hoje, ate: domingo }).previsto ?? 0 },
  };
});

export type Semana = Awaited<ReturnType<typeof verSemana>>;

/** What a new company has done of its first steps. */
export const verPrimeirosPassos = query("master", async ({ db }) => {
  const { rows } = await db.execute<Record<"logo" | "horarios" | "servicos" | "equipe" | "whatsapp", boolean>>(sql`
    select exists (select from configuracao_empresa where logo_id is not null) as logo,
      exists (select from expedientes where funcionario_id is null and versao > 1) as horarios,
      exists (select from servicos where ativo) as servicos,
      exists (select from funcionarios f join funcionario_servicos s on s.funcionario_id = f.id where f.ativo) as equipe,
      coalesce((select ativo from configuracao_whatsapp), false) as whatsapp`);
  return rows[0]!;
});

export type Passos = Awaited<ReturnType<typeof verPrimeirosPassos>>;
