import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { horariosLivres as calcular, tempoDe, type Fatos, type Profissional, type Quem } from "@/lib/domain/horarios";
import { impedimentos, type Impedimento, type Lugar } from "@/lib/domain/impedimentos";
import { leituraDaAgenda, pode } from "@/lib/domain/permissoes";
import { diaDoInstante, instanteDe, limitesDoDia, minutoDe, somarDias } from "@/lib/domain/tempo";
import { actorKey } from "@/lib/server/actor";
import { naoEncontrado } from "@/lib/server/errors";
import { prepared } from "@/lib/server/prepared";
import { query } from "@/lib/server/query";
import type { PedidoDeHorarios, PedidoDeMotivo } from "./schema";

type Leitura = {
  /** `todos`: whoever is active and performs all of `servicos`. */
  funcionarios: readonly number[] | "todos";
  servicos: readonly number[];
  /** What the facts cover: instants, or civil days of the company, the last one included. */
  de: Date | string;
  ate: Date | string;
  /** Of an appointment, where it is not as long as its services. */
  duracaoMinutos?: number;
  /** Appointments that do not count, for example those that are being moved. */
  exceto?: readonly number[];
  /** Whose holds do not count, as `actorKey` names them. */
  dono?: string;
  now: Date;
};

const hora = 60 * 60_000;
const array = (ids: readonly number[]) => sql`${sql.param([...ids])}::int[]`;
const minuto = (coluna: string) => sql`floor(date_part('epoch', ${sql.raw(coluna)}) / 60)::int`;

/** Days that are surely enough on either side, before the company's zone is known. */
const emVolta = ({ de, ate }: Pick<Leitura, "de" | "ate">) => {
  const dia = (em: Date | string) => (typeof em === "string" ? em : em.toISOString().slice(0, 10));
  return sql`daterange(${somarDias(dia(de), -2)}, ${somarDias(dia(ate), 4)}, '[]')`;
};

type Pessoa = Omit<Profissional, "ocupados" | "bloqueios" | "reservas">;
type Cadastro = Omit<Fatos, "profissionais"> & { profissionais: Pessoa[] };

/** What changes seldom: the company's hours and rules, the services and who performs them when. */
async function lerCadastro(
  on: Db | Tx,
  leitura: Pick<Leitura, "funcionarios" | "servicos" | "de" | "ate">,
): Promise<Cadastro> {
  const servicos = array(leitura.servicos);
  const { funcionarios } = leitura;
  const quais =
    funcionarios === "todos"
      ? sql`f.ativo and not exists (select from unnest(${servicos}) as s (id) where not exists (
        select from funcionario_servicos where funcionario_id = f.id and servico_id = s.id))`
      : sql`f.id = any(${array(funcionarios)})`;
  const profissionais = sql`
    select f.id, coalesce(f.apelido, f.nome) as nome, f.ativo, f.admissao, f.desligamento,
      (select coalesce(json_agg(json_build_object('de', de, 'ate', ate, 'semana', semana)), '[]') from expedientes
        where funcionario_id = f.id and daterange(de, ate, '[]') && ${emVolta(leitura)}) as "periodos",
      (select coalesce(json_agg(json_build_object('servicoId', servico_id, 'duracaoMinutos', duracao_minutos)), '[]')
        from funcionario_servicos where funcionario_id = f.id and servico_id = any(${servicos})) as "faz"
    from funcionarios f where ${quais} order by sem_acento(coalesce(f.apelido, f.nome)), f.id`;
  const cadastro = sql`
    select coalesce(c.fuso, 'America/Sao_Paulo') as "fuso", coalesce(c.grade_minutos, 15) as "gradeMinutos",
      coalesce(c.antecedencia_minutos, 60) as "antecedenciaMinutos", coalesce(c.horizonte_dias, 60) as "horizonteDias",
      coalesce(c.feriados_fechados, true) as "feriadosFechados",
      coalesce((select semana from expedientes where funcionario_id is null), '[]') as "semana",
      (select coalesce(json_agg(json_build_object('data', data, 'anual', anual, 'nome', nome, 'aberto', aberto,
          'turnos', turnos)), '[]')
        from excecoes where anual or data <@ ${emVolta(leitura)}) as "excecoes",
      (select coalesce(json_agg(json_build_object('id', id, 'nome', nome, 'ativo', ativo,
          'duracaoMinutos', duracao_minutos, 'preparoMinutos', preparo_minutos)), '[]')
        from servicos where id = any(${servicos})) as "servicos",
      (select coalesce(json_agg(um), '[]') from (${profissionais}) as um) as "profissionais"
    from (values (1)) as sempre left join configuracao_empresa c on true`;
  const nome = funcionarios === "todos" ? "horarios_de_todos" : "horarios_de_alguns";
  const [lido] = await prepared<Cadastro>(on, nome, cadastro);
  return lido!;
}

/** When the company is open around some days, and its rules. */
export const lerEmpresa = (on: Db | Tx, dias: Pick<Leitura, "de" | "ate">) =>
  lerCadastro(on, { ...dias, funcionarios: [], servicos: [] });

type Tomado = {
  tipo: "agendamento" | "bloqueio" | "reserva";
  id: number;
  /** Null: everybody. */
  funcionarioId: number | null;
  inicio: number;
  fim: number;
  livreEm: number;
  motivo: Profissional["bloqueios"][number]["motivo"];
  descricao: string;
};

// An appointment and its preparation last at most 24 hours each, a block 400 days: nothing older can reach into the window.
async function lerTomados(on: Db | Tx, leitura: Leitura, ids: readonly number[], [de, ate]: [Date, Date]) {
  const [inicio, fim] = [sql`${de.toISOString()}::timestamptz`, sql`${ate.toISOString()}::timestamptz`];
  return prepared<Tomado>(
    on,
    "horarios_tomados",
    sql`
    select 'agendamento' as "tipo", id, funcionario_id as "funcionarioId", ${minuto("inicio")} as "inicio",
      ${minuto("fim")} as "fim", ${minuto("livre_em")} as "livreEm", null as "motivo", '' as "descricao"
    from agendamentos
    where funcionario_id = any(${array(ids)}) and inicio >= ${inicio} - interval '48 hours' and inicio < ${fim}
      and livre_em > ${inicio} and situacao in ('agendado', 'confirmado', 'concluido')
      and not id = any(${array(leitura.exceto ?? [])})
    union all
    select 'bloqueio', id, funcionario_id, ${minuto("inicio")}, ${minuto("fim")}, ${minuto("fim")}, motivo, descricao
    from bloqueios
    where (funcionario_id = any(${array(ids)}) or funcionario_id is null)
      and inicio >= ${inicio} - interval '400 days' and inicio < ${fim} and fim > ${inicio}
    union all
    select 'reserva', id, funcionario_id, ${minuto("inicio")}, ${minuto("expira_em")} + 1, ${minuto("livre_em")}, null, ''
    from reservas
    where funcionario_id = any(${array(ids)}) and inicio < ${fim} and livre_em > ${inicio}
      and expira_em > ${leitura.now.toISOString()}::timestamptz and dono <> ${leitura.dono ?? ""}`,
  );
}

/**
 * What free times are made from, in two statements whatever the number of days and professionals. Besides what `de` and
 * `ate` say they cover one appointment of the services that begins at the very end.
 *
 * @param on the database, or the transaction that is about to write
 */
export async function lerFatos(on: Db | Tx, leitura: Leitura): Promise<Fatos> {
  const cadastro = await lerCadastro(on, leitura);
  const profissionais = cadastro.profissionais.map((um): Lido => ({
    ...um,
    ocupados: [],
    bloqueios: [],
    reservas: [],
  }));
  const fatos = { ...cadastro, profissionais };

  const dura = profissionais.map((um) => {
    const { duracaoMinutos, preparoMinutos } = tempoDe(fatos, um, leitura.servicos);
    return Math.max(duracaoMinutos, leitura.duracaoMinutos ?? 0) + preparoMinutos;
  });
  const { de, ate } = leitura;
  const inicio = typeof de === "string" ? limitesDoDia(de, fatos.fuso).inicio : de;
  const fim = typeof ate === "string" ? limitesDoDia(ate, fatos.fuso).fim : ate;
  const coberto = new Date(fim.getTime() + Math.max(0, ...dura) * 60_000);
  const porId = new Map(profissionais.map((um) => [um.id, um]));
  for (const tomado of await lerTomados(on, leitura, [...porId.keys()], [inicio, coberto])) {
    const alvos = tomado.funcionarioId === null ? profissionais : [porId.get(tomado.funcionarioId)!];
    for (const alvo of alvos) guardar(alvo, tomado);
  }
  return fatos;
}

type Lido = Pessoa & {
  ocupados: Profissional["ocupados"][number][];
  bloqueios: Profissional["bloqueios"][number][];
  reservas: Profissional["reservas"][number][];
};

function guardar(alvo: Lido, { tipo, id, inicio, fim, livreEm, motivo, descricao }: Tomado) {
  if (tipo === "agendamento") alvo.ocupados.push({ agendamentoId: id, inicio, fim, livreEm });
  else if (tipo === "bloqueio") alvo.bloqueios.push({ bloqueioId: id, inicio, fim, motivo, descricao });
  else alvo.reservas.push({ inicio, livreEm, expiraEm: fim });
}

// A minute that has begun is over for whoever wants to begin with it.
const proximoMinuto = (now: Date) => minutoDe(new Date(now.getTime() + 59_999));

/**
 * The free starts per civil day and professional, as ISO instants; who has none on a day is not named on it.
 *
 * @throws AppError `nao_encontrado` when nobody is found by the id asked for
 */
export const horariosLivres = query(leituraDaAgenda, async ({ db, actor }, pedido: PedidoDeHorarios, now: Date) => {
  const { servicos, funcionario, de, ate, duracao: duracaoMinutos, exceto, quem } = pedido;
  const fatos = await lerFatos(db, {
    ...{ servicos, de, ate, duracaoMinutos, now, dono: actorKey(actor) },
    funcionarios: funcionario ? [funcionario] : "todos",
    exceto: exceto ? [exceto] : [],
  });
  if (funcionario && !fatos.profissionais.length) throw naoEncontrado();
  const nomes = new Map(fatos.profissionais.map(({ id, nome }) => [id, nome]));
  const dias = calcular(fatos, { servicos, de, ate, duracaoMinutos, quem }, proximoMinuto(now));
  return {
    fuso: fatos.fuso,
    dias: dias.map(({ dia, profissionais }) => ({
      dia,
      profissionais: profissionais.map(({ id, inicios }) => ({
        id,
        nome: nomes.get(id)!,
        inicios: inicios.map((inicio) => instanteDe(inicio).toISOString()),
      })),
    })),
  };
});

export type HorariosLivres = Awaited<ReturnType<typeof horariosLivres>>;

/**
 * Why there is no appointment at a time, the nearest cause first, each with what the actor may do about it; none: it is
 * free. Without services it is about the shortest time that the grid knows.
 *
 * @throws AppError `nao_encontrado`
 */
export const porQueNao = query(
  leituraDaAgenda,
  async ({ db, actor }, pedido: PedidoDeMotivo, now: Date): Promise<Impedimento[]> => {
    const { servicos = [], funcionario, inicio, exceto, duracao, quem = "cliente" } = pedido;
    const fatos = await lerFatos(db, {
      ...{ servicos, now, dono: actorKey(actor), duracaoMinutos: duracao },
      ...{ de: inicio, ate: new Date(inicio.getTime() + hora) },
      funcionarios: [funcionario],
      exceto: exceto ? [exceto] : [],
    });
    const [profissional] = fatos.profissionais;
    if (!profissional) throw naoEncontrado();
    const tempo = servicos.length
      ? tempoDe(fatos, profissional, servicos)
      : { duracaoMinutos: fatos.gradeMinutos, preparoMinutos: 0 };
    const duracaoMinutos = duracao ?? tempo.duracaoMinutos;
    const lugar = { funcionarioId: funcionario, inicio: minutoDe(inicio), servicos, ...tempo, duracaoMinutos };
    return impedimentos(fatos, lugar, proximoMinuto(now), quem).map(({ conserto, ...impedimento }) =>
      conserto && pode(actor, conserto.exige) ? { ...impedimento, conserto } : impedimento,
    );
  },
);

/**
 * The three free starts nearest to a place that was lost, of whoever performs the services: within some hours of it, else
 * in the two weeks after it.
 *
 * @param on the database, or the transaction that lost it
 */
export async function tresMaisProximos(
  on: Db | Tx,
  lugar: Omit<Lugar, "preparoMinutos"> & { dono?: string; quem?: Quem },
  now: Date,
): Promise<{ funcionarioId: number; funcionario: string; inicio: string }[]> {
  const { servicos, duracaoMinutos, exceto, dono, quem = "pessoa", inicio: querido, funcionarioId } = lugar;
  const em = instanteDe(querido).getTime();
  const perto = await candidatos(new Date(em - 4 * hora), new Date(em + 4 * hora));
  const achados = perto.length >= 3 ? perto : await candidatos(new Date(em), new Date(em + 14 * 24 * hora));
  return achados.slice(0, 3).map(({ minuto, id, nome }) => {
    return { funcionarioId: id, funcionario: nome, inicio: instanteDe(minuto).toISOString() };
  });

  async function candidatos(de: Date, ate: Date) {
    const leitura = { funcionarios: "todos", servicos, duracaoMinutos, exceto, dono, now, de, ate } as const;
    const fatos = await lerFatos(on, leitura);
    const dias = { de: diaDoInstante(de, fatos.fuso), ate: diaDoInstante(ate, fatos.fuso) };
    const livres = calcular(fatos, { servicos, duracaoMinutos, quem, ...dias }, proximoMinuto(now));
    const nomes = new Map(fatos.profissionais.map(({ id, nome }) => [id, nome]));
    const distancia = (minuto: number) => Math.abs(minuto - querido);
    return livres
      .flatMap(({ profissionais }) => profissionais)
      .flatMap(({ id, inicios }) => inicios.map((minuto) => ({ minuto, id, nome: nomes.get(id)! })))
      .filter(({ minuto }) => minuto >= minutoDe(de) && minuto < minutoDe(ate))
      .sort(
        (a, b) =>
          distancia(a.minuto) - distancia(b.minuto) ||
          Number(b.id === funcionarioId) - Number(a.id === funcionarioId) ||
          a.minuto - b.minuto,
      );
  }
}
