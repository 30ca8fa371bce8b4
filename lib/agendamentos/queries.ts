import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/db/client";
import { agendamentos, agendamentoServicos } from "@/db/schema";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import { ocupam, type Origem } from "@/lib/domain/agenda";
import { falarFaixa, falarMomento } from "@/lib/domain/frases";
import { impedimentos, type ChaveImpedimento, type Impedimento } from "@/lib/domain/impedimentos";
import type { Quem } from "@/lib/domain/horarios";
import { foraDasHoras, minutosEntre, type Lugar, type Pretendido, type ServicoFeito } from "@/lib/domain/marcacao";
import { leituraDaAgenda, pode } from "@/lib/domain/permissoes";
import { passos, seChocam, type Posicao } from "@/lib/domain/remanejo";
import { minutoDe } from "@/lib/domain/tempo";
import { lerFatos, tresMaisProximos } from "@/lib/horarios/queries";
import { actorKey, type Actor } from "@/lib/server/actor";
import { AppError, recusarCampo } from "@/lib/server/errors";
import { prepared } from "@/lib/server/prepared";

export type Agendamento = typeof agendamentos.$inferSelect;
type Valores = Partial<typeof agendamentos.$inferInsert>;
type Registro = { id: number; versao: number };
type Contexto = { actor: Actor; now: Date };

/** By which way an appointment of theirs comes. */
export const origemDe: Record<Actor["tipo"], Origem> = {
  usuario: "painel",
  sistema: "painel",
  bot: "whatsapp",
  cliente: "online",
  anonimo: "online",
};

/** Who may be told of others, and may go on where clients and the assistant may not. */
const ehPessoa = ({ tipo }: Actor) => tipo === "usuario" || tipo === "sistema";
const visto = (actor: Actor): Quem => (ehPessoa(actor) ? "pessoa" : "cliente");

type Pessoa = { nome: string; ativo: boolean };
type Lido = {
  cliente: Pessoa | null;
  profissionais: (Pessoa & { id: number })[];
  servicos: (ServicoFeito & Pessoa & { funcionarioId: number })[];
};

/** Client, professionals and services in one statement; each is refused on its field when it cannot be booked. */
export async function lerFichas(
  tx: Tx,
  { clienteId, ...ids }: { clienteId: number | null; funcionarios: readonly number[]; servicos: readonly number[] },
) {
  const [quem, oque] = [sql`${sql.param(ids.funcionarios)}::int[]`, sql`${sql.param(ids.servicos)}::int[]`];
  const fichas = sql`select
    (select jsonb_build_object('nome', nome, 'ativo', ativo) from usuarios where id = ${clienteId}::int) as cliente,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'nome', nome, 'ativo', ativo)), '[]')
      from funcionarios where id = any(${quem})) as profissionais,
    (select coalesce(jsonb_agg(jsonb_build_object('funcionarioId', f.id, 'servicoId', s.id, 'nome', s.nome, 'ativo', s.ativo,
        'duracaoMinutos', coalesce(p.duracao_minutos, s.duracao_minutos), 'preparoMinutos', s.preparo_minutos,
        'precoCentavos', coalesce(p.preco_centavos, s.preco_centavos))), '[]')
      from funcionarios f cross join servicos s
      left join funcionario_servicos p on p.funcionario_id = f.id and p.servico_id = s.id
      where f.id = any(${quem}) and s.id = any(${oque})) as servicos`;
  const [lido] = await prepared<Lido>(tx, "agendamentos_fichas", fichas);
  const { cliente, profissionais, servicos } = lido!;
  const conhecido = (funcionarioId: number, id: number, campo = "") => {
    const feito = servicos.find((um) => um.funcionarioId === funcionarioId && um.servicoId === id);
    if (!feito) throw recusarCampo(`${campo}servicos`, "Este serviço não existe mais. Escolha outro.");
    return feito;
  };
  return {
    funcionarios: ids.funcionarios,
    cliente() {
      if (!cliente) throw recusarCampo("clienteId", "Este cliente não existe mais. Escolha outro.");
      if (!cliente.ativo) throw recusarCampo("clienteId", `O cadastro de ${cliente.nome} está desativado.`);
    },
    profissional(id: number, campo = "") {
      const achado = profissionais.find((um) => um.id === id);
      if (!achado) throw recusarCampo(`${campo}funcionarioId`, "Este profissional não existe mais. Escolha outro.");
      if (!achado.ativo) throw recusarCampo(`${campo}funcionarioId`, `${achado.nome} não atende mais. Escolha outro.`);
    },
    conhecido,
    servico(funcionarioId: number, id: number, campo = ""): ServicoFeito {
      const feito = conhecido(funcionarioId, id, campo);
      if (!feito.ativo) throw recusarCampo(`${campo}servicos`, `${feito.nome} não é mais oferecido. Escolha outro.`);
      return feito;
    },
  };
}

export type Fichas = Awaited<ReturnType<typeof lerFichas>>;

type Ocupante = { id: number; nome: string; cliente: string | null; inicio: Date; fim: Date; livreEm: Date };

/** Who has one of these places, the earliest first; with `soFirmes` without the encaixes, which may overlap. */
async function ocupantes(
  tx: Tx,
  lugares: readonly Omit<Lugar, "servicos">[],
  { exceto, soFirmes = false }: { exceto: readonly number[]; soFirmes?: boolean },
) {
  const { rows } = await tx.execute<Record<keyof Ocupante, string> & { id: number; fuso: string }>(sql`
    select a.id, coalesce(f.apelido, f.nome) as nome, coalesce(c.nome, a.atendido) as cliente, a.inicio, a.fim, a.livre_em as "livreEm",
      ${fusoNoBanco} as fuso
    from jsonb_to_recordset(${JSON.stringify(lugares)}::jsonb) as l ("funcionarioId" int, inicio timestamptz, "livreEm" timestamptz)
    cross join lateral (
      -- With a limit each place is looked up in the index; without it the planner takes one place for a hundred.
      select * from agendamentos where funcionario_id = l."funcionarioId" and inicio < l."livreEm"
        and livre_em > l.inicio and inicio > l.inicio - interval '48 hours'
        and situacao = any(${sql.param(ocupam)}::text[]) and id <> all(${sql.param(exceto)}::int[])
        and not (encaixe and ${soFirmes})
      order by inicio limit 20
    ) a
    join funcionarios f on f.id = a.funcionario_id left join usuarios c on c.id = a.cliente_id
    order by a.inicio, a.id`);
  const achados = rows.map((row): Ocupante => {
    const { inicio, fim, livreEm } = row;
    return { ...row, inicio: new Date(inicio), fim: new Date(fim), livreEm: new Date(livreEm) };
  });
  return { achados, fuso: rows[0]?.fuso ?? "" };
}

/** "Ana já tem um atendimento das 14h às 15h (Maria Souza)". Clients and the assistant do not learn who else comes. */
function frase({ nome, cliente, inicio, fim, livreEm }: Ocupante, fuso: string, actor: Actor): string {
  const preparo = livreEm > fim ? `, com preparo até ${falarMomento(minutoDe(livreEm), minutoDe(inicio), fuso)}` : "";
  const quem = ehPessoa(actor) ? ` (${cliente ?? "cliente sem nome"})` : "";
  return `${nome} já tem um atendimento ${falarFaixa(inicio, fim, fuso)}${preparo}${quem}`;
}

/** A place that somebody else has. `lugar`, where it is the only one that was asked for, leads to suggestions. */
class LugarOcupado extends AppError {
  readonly lugar?: Lugar & { exceto: readonly number[] };
  constructor(mensagem: string, link: AppError["link"], lugar: LugarOcupado["lugar"]) {
    super("conflito", mensagem, { link });
    this.lugar = lugar;
  }
}

/** The refusal of places by the name of who has the first of them; undefined when nobody has. @param antes begins it */
export async function recusaDeQuemTem(
  tx: Tx,
  actor: Actor,
  lugares: readonly Lugar[],
  { exceto, soFirmes, antes = "" }: { exceto: readonly number[]; soFirmes?: boolean; antes?: string },
): Promise<AppError | undefined> {
  const { achados, fuso } = await ocupantes(tx, lugares, { exceto, soFirmes });
  const [primeiro] = achados;
  if (!primeiro) return undefined;
  const link = pode(actor, leituraDaAgenda)
    ? { href: `/agenda?abrir=${primeiro.id}`, label: "Abrir o agendamento" }
    : undefined;
  const unico = lugares.length === 1 ? { ...lugares[0]!, exceto } : undefined;
  return new LugarOcupado(`${antes}${frase(primeiro, fuso, actor)}.`, link, unico);
}

/** The same where somebody surely had one of them a moment ago. */
export async function recusarOcupado(
  tx: Tx,
  actor: Actor,
  lugares: readonly Lugar[],
  exceto: readonly number[] = [],
): Promise<AppError> {
  const recusa = await recusaDeQuemTem(tx, actor, lugares, { exceto });
  return recusa ?? new AppError("conflito", "Este horário acabou de ser ocupado.");
}

/** Adds the three nearest free times to the refusal of a place; for `explain` of a command. */
export async function comSugestoes(recusa: AppError, { db, actor, now }: Contexto & { db: Db }): Promise<AppError> {
  if (!(recusa instanceof LugarOcupado) || !recusa.lugar) return recusa;
  const { message, link, lugar } = recusa;
  const pedido = { ...noMinuto(lugar, lugar.exceto), dono: actorKey(actor), quem: visto(actor) };
  return new AppError("conflito", message, { link, sugestoes: await tresMaisProximos(db, pedido, now) });
}

function noMinuto({ funcionarioId, inicio, fim, livreEm, servicos }: Lugar, exceto: readonly number[] = []) {
  const [duracaoMinutos, preparoMinutos] = [minutosEntre(inicio, fim), minutosEntre(fim, livreEm)];
  return { funcionarioId, inicio: minutoDe(inicio), duracaoMinutos, preparoMinutos, servicos, exceto };
}

/** What a person has to know before going on; others may not go on at all. */
function avisar(achados: Impedimento[], cientes: readonly string[], actor: Actor): void {
  const novos = achados.filter(({ chave }) => !cientes.includes(chave));
  if (!ehPessoa(actor) && achados[0]) throw new AppError("conflito", achados[0].frase);
  if (!novos.length) return;
  const avisos = [...new Map(novos.map(({ chave, frase }) => [frase, { chave, frase }])).values()];
  throw new AppError("aviso", avisos.map((um) => um.frase).join(" "), { avisos });
}

/**
 * Whether appointments may stand at these places, asked under the locks of their professionals. Holds that ran out, and
 * those of the actor, go.
 *
 * @returns for each place whether it is outside the hours; `sobre` says what an encaixe overlaps
 * @throws AppError `conflito` by the name of who has a place, `invalido` for somebody who does not work here, `aviso` for
 *   what is not among `cientes`
 */
export async function conferirLugares(
  tx: Tx,
  { actor, now, dono = actorKey(actor) }: Contexto & { dono?: string },
  {
    lugares,
    exceto = [],
    cientes,
  }: { lugares: readonly Pretendido[]; exceto?: readonly number[]; cientes: readonly string[] },
): Promise<{ foraDoHorario: boolean[]; sobre: string | null }> {
  const funcionarios = [...new Set(lugares.map(({ funcionarioId }) => funcionarioId))];
  await tx.execute(sql`delete from reservas where dono = ${dono}
    or (funcionario_id = any(${sql.param(funcionarios)}::int[]) and expira_em <= ${now.toISOString()}::timestamptz)`);
  const fatos = await lerFatos(tx, {
    funcionarios,
    servicos: [...new Set(lugares.flatMap(({ servicos }) => servicos))],
    de: new Date(Math.min(...lugares.map(({ inicio }) => inicio.getTime()))),
    ate: new Date(Math.max(...lugares.map(({ livreEm }) => livreEm.getTime()))),
    ...{ exceto, dono, now },
  });
  const porLugar = lugares.map((lugar) => impedimentos(fatos, noMinuto(lugar, exceto), minutoDe(now), visto(actor)));
  const tem = (i: number, chave: ChaveImpedimento) => porLugar[i]!.some((um) => um.chave === chave);

  const firmes = lugares.filter(({ encaixe }) => !encaixe);
  if (lugares.some(({ encaixe }, i) => !encaixe && tem(i, "ocupado")))
    throw await recusarOcupado(tx, actor, firmes, exceto);
  const novos = porLugar.flatMap((achados, i) => {
    const { encaixe, sabidos = [] } = lugares[i]!;
    const ditos = encaixe ? [...sabidos, "ocupado", "reservado"] : sabidos;
    return achados.filter(({ chave }) => !ditos.includes(chave));
  });
  const inativo = novos.find(({ chave }) => chave === "inativo");
  if (inativo) throw new AppError("invalido", inativo.frase, { fields: { funcionarioId: inativo.frase } });
  avisar(novos, cientes, actor);
  return {
    foraDoHorario: porLugar.map((achados) => achados.some(({ chave }) => foraDasHoras.some((uma) => uma === chave))),
    sobre: await sobreQuem(
      tx,
      actor,
      lugares.filter((lugar, i) => lugar.encaixe && tem(i, "ocupado")),
      exceto,
    ),
  };
}

/** What encaixes lie over: "Ana já tem um atendimento das 14h às 15h (Maria Souza)." */
async function sobreQuem(tx: Tx, actor: Actor, lugares: readonly Lugar[], exceto: readonly number[]) {
  if (!lugares.length) return null;
  const { achados, fuso } = await ocupantes(tx, lugares, { exceto });
  return achados.map((um) => `${frase(um, fuso, actor)}.`).join(" ");
}

/** @throws AppError `conflito` when two parts of a visit want the same professional at the same time */
export function recusarPartesJuntas(lugares: readonly Lugar[]): void {
  const posicoes = lugares.map(posicaoDe);
  if (posicoes.some((uma, i) => posicoes.some((outra, j) => i < j && seChocam(uma, outra))))
    throw new AppError("conflito", "Duas partes da visita estão no mesmo horário do mesmo profissional.");
}

const posicaoDe = ({ funcionarioId, inicio, livreEm }: Omit<Lugar, "servicos">): Posicao => {
  return { funcionarioId, inicio: inicio.getTime(), livreEm: livreEm.getTime() };
};

/**
 * Writes new values of appointments, of which some may take the places of others. The versions were looked at before.
 *
 * @returns the new versions in the given order
 */
export async function mover(
  tx: Tx,
  mudancas: readonly { antes: Agendamento; valores: Valores }[],
): Promise<Registro[]> {
  const presa = (um: Agendamento) => (um.encaixe ? null : posicaoDe(um));
  const ordem = passos(
    mudancas.map(({ antes, valores }) => {
      return { id: antes.id, de: presa(antes), para: presa({ ...antes, ...valores } as Agendamento) };
    }),
  );
  const versoes = new Map<number, number>();
  for (const { id, afastar } of ordem) {
    const valores: PgUpdateSetSource<typeof agendamentos> = afastar
      ? { livreEm: agendamentos.inicio }
      : mudancas.find(({ antes }) => antes.id === id)!.valores;
    const [linha] = await tx
      .update(agendamentos)
      .set(valores)
      .where(eq(agendamentos.id, id))
      .returning({ versao: agendamentos.versao });
    versoes.set(id, linha!.versao);
  }
  return mudancas.map(({ antes: { id } }) => ({ id, versao: versoes.get(id)! }));
}

/** What was agreed for an appointment, in order. */
export function servicosDe(tx: Tx, agendamentoId: number) {
  const { servicoId, duracaoMinutos, precoCentavos, ordem } = agendamentoServicos;
  const deste = eq(agendamentoServicos.agendamentoId, agendamentoId);
  return tx.select({ servicoId, duracaoMinutos, precoCentavos }).from(agendamentoServicos).where(deste).orderBy(ordem);
}

/** All anew, so that each change of the list is found in the trail by the rows that stand now. */
export async function trocarServicos(tx: Tx, agendamentoId: number, feitos: readonly ServicoFeito[]) {
  await tx.delete(agendamentoServicos).where(eq(agendamentoServicos.agendamentoId, agendamentoId));
  await tx.insert(agendamentoServicos).values(
    feitos.map(({ servicoId, duracaoMinutos, precoCentavos }, i) => {
      return { agendamentoId, ordem: i + 1, servicoId, duracaoMinutos, precoCentavos };
    }),
  );
}
