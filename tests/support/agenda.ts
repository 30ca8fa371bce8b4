import { sql } from "drizzle-orm";
import { configuracaoEmpresa, expedientes, funcionarios, funcionarioServicos, type agendamentos } from "@/db/schema";
import { db } from "@/db/client";
import type { AgendarInput } from "@/lib/agendamentos/schema";
import { cargo, corte, servico } from "./people";
import { comoSistema } from "./sql";

/** A Tuesday on which no holiday falls, one day before which everything here is booked. */
export const TERCA = "2027-03-16";
export const AGORA = new Date("2027-03-15T12:00:00Z");

/** A time of that Tuesday on the salon's wall: `as("14h15")`. */
export function as(hora: string, dia = TERCA): string {
  const [, horas, minutos] = /^(\d{1,2})h(\d{2})?$/.exec(hora)!;
  return new Date(`${dia}T${horas!.padStart(2, "0")}:${minutos ?? "00"}:00-03:00`).toISOString();
}

const SEMANA = [[], ...Array.from({ length: 5 }, () => [[540, 1080]]), [[540, 780]]];

/** Who works here, called by their first name, and what they do, open from 9 to 18 on weekdays: one service of 60 minutes, another
 * like it (`igual`), one of 30 and 15 more. */
export async function abrirSalao(nomes: readonly string[] = ["Ana", "Bia"]) {
  const { id: cargoId } = await cargo(`Cabeleireira ${Math.random()}`);
  const escova = await servico({ ...corte, nome: `Escova ${Math.random()}`, duracaoMinutos: 60, precoCentavos: 8_000 });
  const luzes = await servico({
    ...corte,
    nome: `Luzes ${Math.random()}`,
    duracaoMinutos: 30,
    preparoMinutos: 15,
    precoCentavos: 10_000,
  });
  const igual = await servico({
    ...corte,
    nome: `Baby liss ${Math.random()}`,
    duracaoMinutos: 60,
    precoCentavos: 8_000,
  });
  const equipe = await comoSistema(async (tx) => {
    await tx
      .insert(configuracaoEmpresa)
      .values({ nome: "Salão da Dona Célia", fuso: "America/Sao_Paulo" })
      .onConflictDoNothing();
    const achado = await tx
      .update(expedientes)
      .set({ semana: SEMANA as never })
      .where(sql`funcionario_id is null`);
    if (!achado.rowCount) await tx.insert(expedientes).values({ semana: SEMANA as never });
    const novos = await tx
      .insert(funcionarios)
      .values(nomes.map((nome) => ({ nome: `${nome} Ribeiro`, apelido: nome, cargoId })))
      .returning({ id: funcionarios.id });
    await tx
      .insert(funcionarioServicos)
      .values(novos.flatMap(({ id }) => [escova, luzes, igual].map((um) => ({ funcionarioId: id, servicoId: um.id }))));
    return novos.map(({ id }) => id);
  });
  return { equipe, ana: equipe[0]!, bia: equipe[1]!, escova: escova.id, luzes: luzes.id, igual: igual.id };
}

export type Salao = Awaited<ReturnType<typeof abrirSalao>>;

type Parte = Partial<AgendarInput["partes"][number]> &
  Pick<AgendarInput["partes"][number], "funcionarioId" | "inicio" | "servicos">;

/** What the form sends for one professional when nothing is unusual. */
export function pedido(parte: Parte | Parte[], mudancas: Partial<AgendarInput> = {}): AgendarInput {
  const partes = [parte].flat().map((uma) => ({ duracaoMinutos: null, ...uma }));
  return {
    ...{ clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null, cientes: [] },
    ...mudancas,
    partes,
  };
}

type Linha = typeof agendamentos.$inferSelect;

export async function lerAgendamento(id: number): Promise<Linha> {
  const linha = await db().query.agendamentos.findFirst({ where: (t, { eq }) => eq(t.id, id) });
  return linha!;
}

/** Every pair of one professional that overlaps though neither is an encaixe. */
export async function sobreposicoes() {
  const { rows } = await db().execute(sql`
    select a.id, b.id as outro from agendamentos a join agendamentos b on a.funcionario_id = b.funcionario_id and a.id < b.id
      and tstzrange(a.inicio, a.livre_em) && tstzrange(b.inicio, b.livre_em)
    where not a.encaixe and not b.encaixe and a.situacao in ('agendado', 'confirmado', 'concluido')
      and b.situacao in ('agendado', 'confirmado', 'concluido')`);
  return rows;
}
