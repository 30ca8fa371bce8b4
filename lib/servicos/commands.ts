import { count, countDistinct, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentoServicos, funcionarioServicos, servicos } from "@/db/schema";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import { editarServicoSchema, servicoRegistroSchema, servicoSchema } from "./schema";

/** Creates a service. Names are unique without regard to case and accents. */
export const criarServico = command({
  act: "servico.criar",
  input: servicoSchema,
  touches: ["servico"],
  async execute({ tx, input }) {
    const [servico] = await tx.insert(servicos).values(input).returning({ id: servicos.id });
    return servico!;
  },
});

/** Changes a service from now on; what was booked before keeps the price and the duration that were copied then. */
export const editarServico = command({
  act: "servico.editar",
  input: editarServicoSchema,
  touches: ["servico"],
  async execute({ tx, input: { id, versao, ...valores } }) {
    return updateSeen(tx, servicos, { id, versao }, valores);
  },
});

/** The first free name among "Corte (cópia)", "Corte (cópia 2)", … within the 80 characters of a name. */
async function nomeDaCopia(tx: Tx, nome: string): Promise<string> {
  const base = [...nome.replace(/ \(cópia( \d+)?\)$/, "")].slice(0, 66).join("").trimEnd();
  // Two who duplicate at the same moment would choose the same name.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('nomeDaCopia'))`);
  const { rows } = await tx.execute<{ nome: string }>(sql`
    select nome from generate_series(1, 9999) n,
      lateral (select ${base} || ' (cópia' || case n when 1 then '' else ' ' || n end || ')' as nome) candidato
    where not exists (select from servicos s where sem_acento(s.nome) = sem_acento(candidato.nome))
    order by n limit 1`);
  return rows[0]!.nome;
}

/** Makes an inactive copy, so that it is seen by clients only once somebody has looked at it. */
export const duplicarServico = command({
  act: "servico.duplicar",
  input: servicoRegistroSchema,
  touches: ["servico"],
  async execute({ tx, input }) {
    const [original] = await tx.select().from(servicos).where(eq(servicos.id, input.id));
    if (!original) throw naoEncontrado();
    const { id: _, versao: __, criadoEm: ___, atualizadoEm: ____, ...valores } = original;
    const nome = await nomeDaCopia(tx, original.nome);
    const [copia] = await tx
      .insert(servicos)
      .values({ ...valores, nome, ativo: false })
      .returning({ id: servicos.id });
    return { id: copia!.id, nome };
  },
});

export const ativarServico = command({
  act: "servico.ativar",
  input: servicoRegistroSchema,
  touches: ["servico"],
  execute: ({ tx, input }) => updateSeen(tx, servicos, input, { ativo: true }),
});

/** A service that is not active is not offered any more; its past stays. */
export const desativarServico = command({
  act: "servico.desativar",
  input: servicoRegistroSchema,
  touches: ["servico"],
  execute: ({ tx, input }) => updateSeen(tx, servicos, input, { ativo: false }),
});

/** Deletes a service that was never used. @throws AppError `em_uso` that counts what uses it */
export const excluirServico = command({
  act: "servico.excluir",
  input: servicoRegistroSchema,
  touches: ["servico"],
  async execute({ tx, input }) {
    const { agendamentoId, servicoId } = agendamentoServicos;
    const feito = eq(servicoId, input.id);
    const [marcados] = await tx
      .select({ n: countDistinct(agendamentoId) })
      .from(agendamentoServicos)
      .where(feito);
    if (marcados?.n) {
      const quantos = marcados.n === 1 ? "1 agendamento usa" : `${marcados.n} agendamentos usam`;
      throw new AppError("em_uso", `${quantos} este serviço. Desative-o em vez de excluir.`);
    }
    const quem = eq(funcionarioServicos.servicoId, input.id);
    const [usos] = await tx.select({ n: count() }).from(funcionarioServicos).where(quem);
    if (usos?.n) {
      const quantos = usos.n === 1 ? "1 funcionário faz" : `${usos.n} funcionários fazem`;
      throw new AppError("em_uso", `${quantos} este serviço. Desative o serviço para deixar de oferecê-lo.`);
    }
    return deleteSeen(tx, servicos, input);
  },
});
