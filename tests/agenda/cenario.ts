import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agendamentos, agendamentoServicos, configuracaoEmpresa, funcionarios, funcionarioServicos } from "@/db/schema";
import type { ChaveAto } from "@/lib/domain/permissoes";
import type { Usuario } from "@/lib/server/actor";
import { cadastrar, cargo, servico } from "../support/people";
import { comoSistema } from "../support/sql";

type Linha = typeof agendamentos.$inferInsert;

const MINUTO = 60_000;

/** An instant of the salon's day: `as("2026-11-24", "14:00")`; São Paulo is three hours behind UTC. */
export const as = (dia: string, hora: string) => new Date(`${dia}T${hora}:00-03:00`);

/** The same as the window gives it. */
export const emMinutos = (instante: Date) => instante.getTime() / MINUTO;

/** An appointment, behind everybody's back. `minutos` is how long it takes. */
export async function marcar({
  inicio,
  minutos = 60,
  preparo = 0,
  servicos,
  ...linha
}: Omit<Partial<Linha>, "fim" | "livreEm"> &
  Pick<Linha, "inicio" | "funcionarioId"> & { minutos?: number; preparo?: number; servicos: number[] }) {
  const fim = new Date(inicio.getTime() + minutos * MINUTO);
  return comoSistema(async (tx) => {
    const [marcado] = await tx
      .insert(agendamentos)
      .values({
        inicio,
        fim,
        preparoMinutos: preparo,
        livreEm: new Date(fim.getTime() + preparo * MINUTO),
        origem: "painel",
        ...linha,
      })
      .returning();
    await tx
      .insert(agendamentoServicos)
      .values(
        servicos.map((servicoId, i) => ({ agendamentoId: marcado!.id, ordem: i + 1, servicoId, duracaoMinutos: 30 })),
      );
    return marcado!;
  });
}

/** What somebody does in one request under an act, as a command would. */
export const como = ({ id }: Usuario, ato: ChaveAto, requisicao: string, work: (tx: Tx) => Promise<unknown>) =>
  db().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.ator', ${`usuario:${id}`}, true), set_config('app.ato', ${ato}, true),
      set_config('app.requisicao', ${requisicao}, true)`);
    await work(tx);
  });

/** A salon of two professionals, Ana and Bia, two services and two clients. */
export async function abrirSalao() {
  const { id: cargoId } = await cargo("Cabeleireira");
  const corte = await servico({ nome: "Corte", precoCentavos: 9_000, duracaoMinutos: 60 });
  const escova = await servico({ nome: "Escova", precoCentavos: 6_000, duracaoMinutos: 45, preparoMinutos: 15 });
  const [ana, bia] = await comoSistema(async (tx) => {
    await tx.insert(configuracaoEmpresa).values({ nome: "Salão da Ana" });
    const contratadas = await tx
      .insert(funcionarios)
      .values([
        { nome: "Ana Ribeiro", apelido: "Ana", cargoId, cor: "violeta" },
        { nome: "Bia", cargoId, cor: "rosa" },
      ])
      .returning();
    await tx.insert(funcionarioServicos).values([
      { funcionarioId: contratadas[0]!.id, servicoId: corte.id, precoCentavos: 12_000, duracaoMinutos: 75 },
      { funcionarioId: contratadas[0]!.id, servicoId: escova.id },
      { funcionarioId: contratadas[1]!.id, servicoId: corte.id },
    ]);
    return contratadas;
  });
  const celia = await cadastrar("Diego", { nome: "Célia Prado", telefone: "+5511987654321", email: null });
  const davi = await cadastrar("Diego", { nome: "Davi Lopes", telefone: "+5511912345678", email: null });
  return { ana: ana!, bia: bia!, corte, escova, celia, davi };
}
