import { sql } from "drizzle-orm";
import { chavesCor } from "../../lib/domain/cores";
import type { Tx } from "../client";
import { cargos, funcionarios, funcionarioServicos, servicos } from "../schema";
import { nomeCompleto } from "./nomes";
import type { Random } from "./random";

const oficios = [
  { cargo: "Cabeleireira", faz: ["Cabelo"] },
  { cargo: "Manicure", faz: ["Unhas"] },
  { cargo: "Barbeiro", faz: ["Barba"] },
  { cargo: "Esteticista", faz: ["Rosto", "Depilação"] },
  { cargo: "Cabeleireira", faz: ["Cabelo"] },
];

/** Hires until so many people perform services; they have been here since before anything was booked. */
export async function contratarMais(tx: Tx, r: Random, profissionais: number) {
  const atuais = await tx.selectDistinct({ id: funcionarioServicos.funcionarioId }).from(funcionarioServicos);
  const faltam = Array.from({ length: Math.max(0, profissionais - atuais.length) }, (_, i) => oficios[i % 5]!);
  if (!faltam.length) return;
  const cargoPorNome = new Map((await tx.select().from(cargos)).map(({ id, nome }) => [nome, id]));
  const oferecidos = await tx
    .select()
    .from(servicos)
    .where(sql`ativo`)
    .orderBy(servicos.id);
  const contratados = await tx
    .insert(funcionarios)
    .values(
      faltam.map(({ cargo }, i) => ({
        nome: nomeCompleto(r),
        cargoId: cargoPorNome.get(cargo)!,
        matricula: String(1_000 + i),
        admissao: "2012-02-01",
        contrato: "parceiro" as const,
        cor: chavesCor[i % chavesCor.length]!,
      })),
    )
    .returning({ id: funcionarios.id });
  await tx
    .insert(funcionarioServicos)
    .values(
      contratados.flatMap(({ id }, i) =>
        oferecidos
          .filter(({ categoria }) => faltam[i]!.faz.includes(categoria))
          .map((servico) => ({ funcionarioId: id, servicoId: servico.id })),
      ),
    );
}
