import {
  agendamentos,
  bloqueios,
  configuracaoEmpresa,
  excecoes,
  expedientes,
  funcionarios,
  funcionarioServicos,
  reservas,
} from "@/db/schema";
import { eq, isNull } from "drizzle-orm";
import type { Semana } from "@/lib/domain/expediente";
import { cargo, funcionario, servico } from "./people";
import { comoSistema } from "./sql";

/** Weekdays from nine to six, Saturday until one. */
export const comercial: Semana = [[], ...Array<[number, number][]>(5).fill([[540, 1_080]]), [[540, 780]]];

/** A wall time in São Paulo, which has had no daylight saving since 2019: `as("2026-11-25", "14:00")`. */
export const as = (dia: string, hora: string) => new Date(`${dia}T${hora}:00-03:00`);

/** The company's row with its rules, made when there is none. */
export function empresa(regras: Partial<typeof configuracaoEmpresa.$inferInsert> = {}) {
  const valores = { id: 1, nome: "Salão da Célia", ...regras };
  return comoSistema((tx) =>
    tx.insert(configuracaoEmpresa).values(valores).onConflictDoUpdate({ target: configuracaoEmpresa.id, set: valores }),
  );
}

export const semanaDaEmpresa = (semana: Semana) =>
  comoSistema((tx) => tx.update(expedientes).set({ semana }).where(isNull(expedientes.funcionarioId)));

type Profissional = Partial<typeof funcionarios.$inferInsert> & { faz?: readonly number[] };

/** Somebody who works here and performs these services as everybody does. */
export async function profissional(nome: string, { faz = [], ...mudancas }: Profissional = {}) {
  const { id } = await funcionario(nome, (await cargo(`Cargo de ${nome} ${Math.random()}`)).id);
  await comoSistema(async (tx) => {
    if (Object.keys(mudancas).length) await tx.update(funcionarios).set(mudancas).where(eq(funcionarios.id, id));
    if (faz.length)
      await tx.insert(funcionarioServicos).values(faz.map((servicoId) => ({ funcionarioId: id, servicoId })));
  });
  return id;
}

type Marcado = Partial<typeof agendamentos.$inferInsert> & { funcionarioId: number; inicio: Date };

/** An appointment as it stands in the table; half an hour without preparation unless said otherwise. */
export async function marcado({ funcionarioId, inicio, fim, ...resto }: Marcado): Promise<number> {
  const ate = fim ?? new Date(inicio.getTime() + 30 * 60_000);
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(agendamentos)
      .values({ funcionarioId, inicio, fim: ate, livreEm: ate, origem: "painel", ...resto })
      .returning({ id: agendamentos.id }),
  );
  return linha!.id;
}

export async function bloqueado(valores: typeof bloqueios.$inferInsert): Promise<number> {
  const [linha] = await comoSistema((tx) => tx.insert(bloqueios).values(valores).returning({ id: bloqueios.id }));
  return linha!.id;
}

export const excecao = (valores: typeof excecoes.$inferInsert) =>
  comoSistema((tx) => tx.insert(excecoes).values(valores));

export const reservado = (valores: typeof reservas.$inferInsert) =>
  comoSistema((tx) => tx.insert(reservas).values(valores));

let contador = 0;

/** A service under a name of its own, of half an hour. */
export const novoServico = (mudancas: Parameters<typeof servico>[0] = {}) =>
  servico({ nome: `Corte ${++contador}`, ...mudancas });
