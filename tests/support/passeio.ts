import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { random } from "@/db/demo/random";
import {
  agendar,
  editarAgendamento,
  liberar,
  manterForaDoHorario,
  remarcar,
  reservar,
} from "@/lib/agendamentos/commands";
import {
  atrasar,
  cancelar,
  concluir,
  confirmar,
  desfazer,
  marcarFalta,
  registrarChegada,
  trocar,
} from "@/lib/atendimentos/commands";
import { chavesForma, chavesMotivoDeCancelamento } from "@/lib/domain/agenda";
import type { Usuario } from "@/lib/server/actor";
import { AppError } from "@/lib/server/errors";
import { AGORA, as, pedido, sobreposicoes, type Salao } from "./agenda";
import { linhas } from "./sql";

const CIENTES = ["passado", "fechado", "fora_do_expediente", "bloqueado", "nao_faz", "reservado"];
const DIAS = ["2027-03-16", "2027-03-17"];

type Registro = { id: number; versao: number; [coluna: string]: unknown };

/**
 * People who book, move, undo and so on at random, all at once, on two days of a salon in which there is hardly any room.
 *
 * @returns how many commands were accepted
 * @throws whatever is neither accepted nor a refusal that a person can read
 */
export async function passear(
  salao: Salao,
  {
    atores,
    clientes,
    comandos,
    seed,
  }: {
    atores: readonly Usuario[];
    clientes: readonly number[];
    comandos: number;
    seed: number;
  },
) {
  const aceitos = new Map<string, number>();
  let faltam = comandos;

  async function andar(actor: Usuario, i: number) {
    const { between, pick: um, chance } = random(seed + i);
    const hora = () => as(`${between(9, 16)}h${um(["00", "15", "30", "45"])}`, um(DIAS));
    const servicos = () => Array.from({ length: between(1, 2) }, () => um([salao.escova, salao.luzes, salao.igual]));
    const parte = () => ({ funcionarioId: um(salao.equipe), inicio: hora(), servicos: servicos() });
    const encaixe = () => (chance(0.1) ? { motivo: "de última hora" } : null);
    const qualquer = async (): Promise<Registro> => {
      const achados = await linhas<Registro>(sql`select id, versao from agendamentos
        where funcionario_id = any(${sql.param(salao.equipe)}::int[]) order by id desc limit 60`);
      return achados.length ? um(achados) : { id: 1, versao: 1 };
    };
    const now = () => new Date(AGORA.getTime() + between(0, 3 * 86_400_000));
    const por = () => ({ actor, now: now() });
    const quem = () => (chance(0.8) ? um(clientes) : null);

    const atos: Record<string, () => Promise<unknown>> = {
      agendar: () => agendar(por(), pedido(parte(), { clienteId: quem(), encaixe: encaixe(), cientes: CIENTES })),
      visitar: () => agendar(por(), pedido([parte(), parte()], { clienteId: quem(), cientes: CIENTES })),
      cadastrar: () =>
        agendar(por(), pedido(parte(), { novoCliente: { nome: "Rita", telefone: null }, cientes: CIENTES })),
      reservar: () => reservar(por(), { partes: pedido(parte()).partes }),
      liberar: () => liberar(por(), {}),
      levar: async () => remarcar(por(), { ...(await qualquer()), inicio: hora(), cientes: CIENTES }),
      passar: async () => remarcar(por(), { ...(await qualquer()), funcionarioId: um(salao.equipe), cientes: CIENTES }),
      refazer: async () => remarcar(por(), { ...(await qualquer()), servicos: servicos(), cientes: CIENTES }),
      encaixar: async () =>
        remarcar(por(), { ...(await qualquer()), inicio: hora(), encaixe: encaixe(), cientes: CIENTES }),
      editar: async () =>
        editarAgendamento(por(), {
          ...(await qualquer()),
          clienteId: quem(),
          atendido: "a filha",
          observacoes: um(["", "x"]),
        }),
      manter: async () => manterForaDoHorario(por(), await qualquer()),
      confirmar: async () => confirmar(por(), await qualquer()),
      chegar: async () => registrarChegada(por(), { ...(await qualquer()), chegou: chance(0.7) }),
      concluir: async () =>
        concluir(por(), {
          ...{ ...(await qualquer()), valorCentavos: um([null, 5_000]) },
          pagamentos: chance(0.5) ? [] : [{ forma: um(chavesForma), valorCentavos: 5_000 }],
        }),
      faltar: async () => marcarFalta(por(), await qualquer()),
      cancelar: async () =>
        cancelar(por(), { ...(await qualquer()), motivo: um(chavesMotivoDeCancelamento), detalhe: "" }),
      desfazer: async () => desfazer(por(), await qualquer()),
      trocar: async () => trocar(por(), { um: await qualquer(), outro: await qualquer(), cientes: CIENTES }),
      atrasar: async () => {
        const funcionarioId = um(salao.equipe);
        const de = hora();
        const fim = new Date(Date.parse(as("0h", de.slice(0, 10))) + 86_400_000).toISOString();
        const vistos =
          await linhas<Registro>(sql`select id, versao from agendamentos where funcionario_id = ${funcionarioId}
          and situacao in ('agendado', 'confirmado') and inicio >= ${de} and inicio < ${fim}`);
        return atrasar(por(), { funcionarioId, de, minutos: um([5, 15, 30]), vistos });
      },
    };
    const nomes = [...Object.keys(atos), "agendar", "agendar", "levar", "desfazer", "desfazer"];
    while (faltam-- > 0) {
      const nome = um(nomes);
      try {
        await atos[nome]!();
        aceitos.set(nome, (aceitos.get(nome) ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof AppError) || error.code === "inesperado") throw error;
      }
    }
  }

  await Promise.all(atores.map(andar));
  return aceitos;
}

type Rastro = { entidade: string; id: number; operacao: string; depois: Record<string, unknown> | null };

/** Every row as the trail alone tells it, by table and number. */
async function contadoPelaTrilha(tabela: string) {
  const rastros = await linhas<Rastro>(sql`select entidade, entidade_id::int as id, operacao, depois from log_auditoria
    where entidade = ${tabela} and operacao <> 'ato' order by log_auditoria.id`);
  const linhasContadas = new Map<number, Record<string, unknown>>();
  for (const { id, operacao, depois } of rastros) {
    if (operacao === "exclusao") linhasContadas.delete(id);
    else linhasContadas.set(id, { ...linhasContadas.get(id), ...depois });
  }
  const semNulos = (linha: object) => Object.fromEntries(Object.entries(linha).filter(([, valor]) => valor !== null));
  return [...linhasContadas].map(([id, linha]) => ({ ...semNulos(linha), id })).sort((a, b) => a.id - b.id);
}

/** All that must hold whatever happened: no overlap, no orphan, right sums, and a trail that tells the whole story. */
export async function conferirTudo() {
  expect(await sobreposicoes()).toEqual([]);
  const errados = await linhas(sql`
    select a.id, case
        when n = 0 or n is distinct from maior then 'serviços fora de ordem'
        when a.valor_centavos <> total then 'valor não é a soma'
        when a.situacao in ('agendado', 'confirmado') and a.livre_em <> a.fim + make_interval(mins => a.preparo_minutos)
          then 'livre fora de hora'
        when (a.situacao = 'concluido') <> (a.valor_final_centavos is not null) then 'valor final'
        when a.situacao <> 'concluido' and pagos > 0 then 'pago sem concluir'
        when a.situacao in ('agendado', 'confirmado') and irmaos > 1 then 'visita de dois clientes' end as erro
    from agendamentos a,
      lateral (select count(*)::int as n, max(ordem) as maior, coalesce(sum(preco_centavos), 0) as total
        from agendamento_servicos where agendamento_id = a.id) s,
      lateral (select count(*) as pagos from pagamentos where agendamento_id = a.id) p,
      lateral (select count(distinct coalesce(cliente_id, 0)) as irmaos from agendamentos i
        where i.visita = a.visita and i.situacao in ('agendado', 'confirmado')) v`);
  expect(errados.filter(({ erro }) => erro)).toEqual([]);
  const visitas = await linhas(sql`select u.id from usuarios u where ultima_visita_em is distinct from
    (select max(inicio) from agendamentos where cliente_id = u.id and situacao = 'concluido')`);
  expect(visitas).toEqual([]);
  const contados = await linhas(sql`select f.id, coalesce(agendamentos, 0) as contados,
      (select count(*)::int from agendamentos where funcionario_id = f.id) as ha
    from funcionarios f left join contagens on funcionario_id = f.id`);
  expect(contados.filter(({ contados: n, ha }) => n !== ha)).toEqual([]);
  for (const tabela of ["agendamentos", "agendamento_servicos", "pagamentos"]) {
    const [{ agora }] = (await linhas(sql`
      select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(t) - '{versao,criado_em,atualizado_em}'::text[]) order by id), '[]')
        as agora from ${sql.identifier(tabela)} t`)) as [{ agora: object[] }];
    expect(await contadoPelaTrilha(tabela)).toEqual(agora);
  }
  const versoes = await linhas(sql`
    select a.id from agendamentos a, lateral (select count(*) as n from log_auditoria
      where entidade = 'agendamentos' and entidade_id = a.id) l where l.n > a.versao`);
  expect(versoes).toEqual([]);
}

/** How many deadlocks the database has seen; it counts a second late. */
export async function impasses(): Promise<number> {
  await new Promise((later) => setTimeout(later, 1_500));
  const [linha] = await linhas<{ n: number }>(
    sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  );
  return linha!.n;
}
