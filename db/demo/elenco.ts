import { eq, sql } from "drizzle-orm";
import { unir, type Intervalo } from "../../lib/domain/intervalos";
import { minutoDe } from "../../lib/domain/tempo";
import type { Tx } from "../client";
import { funcionarios, funcionarioServicos, servicos, usuarios } from "../schema";
import type { planejar } from "./expedientes";
import type { Artista, Elenco } from "./movimento";

type Plano = Awaited<ReturnType<typeof planejar>>;

/** Everybody that a day in the calendar needs. @param pessoas the ids of those who book */
export async function reunirElenco(tx: Tx, plano: Plano, pessoas: number[]): Promise<Elenco> {
  const { funcionamento, semanas, ausencias } = plano;
  const ofertas = await tx
    .select({
      funcionarioId: funcionarioServicos.funcionarioId,
      servicoId: funcionarioServicos.servicoId,
      duracaoMinutos: sql<number>`coalesce(${funcionarioServicos.duracaoMinutos}, ${servicos.duracaoMinutos})`,
      preparoMinutos: servicos.preparoMinutos,
      precoCentavos: sql<number | null>`coalesce(${funcionarioServicos.precoCentavos}, ${servicos.precoCentavos})`,
    })
    .from(funcionarioServicos)
    .innerJoin(servicos, eq(servicos.id, funcionarioServicos.servicoId))
    .where(eq(servicos.ativo, true))
    .orderBy(funcionarioServicos.id);
  const equipe = await tx
    .select({ id: funcionarios.id, admissao: funcionarios.admissao, desligamento: funcionarios.desligamento })
    .from(funcionarios)
    .orderBy(funcionarios.id);
  const clientes = await tx
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(sql`tipo = 'cliente' and ativo`)
    .orderBy(usuarios.id);

  const intervalos = (de: typeof ausencias): Intervalo[] =>
    unir(de.map(({ inicio, fim }) => [minutoDe(inicio), minutoDe(fim)]));
  const artistas = equipe.map((um): Artista => {
    const suas = ausencias.filter(({ funcionarioId = um.id }) => funcionarioId === um.id);
    return {
      ...um,
      periodos: semanas.filter(({ funcionarioId }) => funcionarioId === um.id),
      faz: ofertas.filter(({ funcionarioId }) => funcionarioId === um.id),
      // Holidays were taken after some had booked already.
      ausente: intervalos(suas.filter(({ motivo }) => motivo !== "ferias")),
      ferias: intervalos(suas.filter(({ motivo }) => motivo === "ferias")),
    };
  });
  return {
    ...{ funcionamento, pessoas },
    artistas: artistas.filter(({ faz }) => faz.length > 0),
    clientes: clientes.map(({ id }) => id),
  };
}
