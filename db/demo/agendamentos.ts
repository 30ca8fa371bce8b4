import { sql } from "drizzle-orm";
import type { Tx } from "../client";
import { por } from "./autor";
import type { Marcado } from "./dia";

const em = (coluna: string) => sql.raw(`to_timestamp(${coluna} * 60)`);
const json = (linhas: unknown[]) => sql`${JSON.stringify(linhas)}::json`;

const intacto = { situacao: "agendado", confirmado: null, chegou: null, concluido: null } as const;

/** Before anything became of it. What was cancelled stays so: its place may have been given to somebody else. */
const aberto = (marcado: Marcado): Marcado =>
  marcado.situacao === "cancelado" ? marcado : { ...marcado, ...intacto, valorFinalCentavos: null, pagamentos: [] };

async function inserir(tx: Tx, autor: number, marcados: readonly Marcado[]): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into agendamentos (funcionario_id, cliente_id, atendido, inicio, fim, preparo_minutos, livre_em, situacao,
      encaixe, encaixe_motivo, observacoes, origem, marcado_por_id, visita, confirmado_em, chegou_em, concluido_em,
      cancelado_em, cancelado_motivo, valor_centavos, valor_final_centavos, criado_em)
    select "funcionarioId", "clienteId", atendido, ${em("inicio")}, ${em("fim")}, "preparoMinutos",
      ${em('(fim + "preparoMinutos")')}, situacao, "encaixeMotivo" is not null, "encaixeMotivo", observacoes, 'painel',
      ${autor}, visita, ${em("confirmado")}, ${em("chegou")}, ${em("concluido")}, ${em("cancelado")}, motivo,
      "valorCentavos", "valorFinalCentavos", ${em("criado")}
    from json_to_recordset(${json(marcados.map(({ servicos: _s, pagamentos: _p, ...linha }) => linha))}) as m
      ("funcionarioId" int, "clienteId" int, atendido text, inicio float8, fim float8, "preparoMinutos" int,
       situacao text, "encaixeMotivo" text, observacoes text, visita uuid, confirmado float8, chegou float8,
       concluido float8, cancelado float8, motivo text, "valorCentavos" int, "valorFinalCentavos" int, criado float8)
    returning id`);
  const ids = rows.map(({ id }) => id);
  const servicos = marcados.flatMap((marcado, i) =>
    marcado.servicos.map((servico, ordem) => ({ ...servico, agendamentoId: ids[i], ordem: ordem + 1 })),
  );
  await tx.execute(sql`
    insert into agendamento_servicos (agendamento_id, ordem, servico_id, duracao_minutos, preco_centavos)
    select "agendamentoId", ordem, "servicoId", "duracaoMinutos", "precoCentavos"
    from json_to_recordset(${json(servicos)}) as s
      ("agendamentoId" int, ordem int, "servicoId" int, "duracaoMinutos" int, "precoCentavos" int)`);
  await receber(tx, ids, marcados);
  return ids;
}

async function receber(tx: Tx, ids: readonly number[], marcados: readonly Marcado[]) {
  const pagos = marcados.flatMap(({ pagamentos, concluido }, i) =>
    pagamentos.map((pagamento) => ({ ...pagamento, agendamentoId: ids[i], concluido })),
  );
  if (!pagos.length) return;
  await tx.execute(sql`
    insert into pagamentos (agendamento_id, forma, valor_centavos, recebido_em)
    select "agendamentoId", forma, "valorCentavos", ${em("concluido")} from json_to_recordset(${json(pagos)}) as p
      ("agendamentoId" int, forma text, "valorCentavos" int, concluido float8)`);
}

/** Appointments as they are by now, each booked by its author. @param pessoas the ids that `autor` counts */
export async function gravar(tx: Tx, pessoas: readonly number[], marcados: readonly Marcado[]): Promise<Gravado[]> {
  const gravados: Gravado[] = [];
  for (const [autor, pessoa] of pessoas.entries()) {
    const seus = marcados.filter((marcado) => marcado.autor === autor);
    if (!seus.length) continue;
    await por(tx, `usuario:${pessoa}`, "agendamento.agendar");
    const ids = await inserir(tx, pessoa, seus);
    gravados.push(...seus.map((marcado, i) => ({ ...marcado, id: ids[i]! })));
  }
  return gravados;
}

export type Gravado = Marcado & { id: number };

/** The act by which each situation is reached. */
const atos = {
  confirmado: "agendamento.confirmar",
  concluido: "agendamento.concluir",
  faltou: "agendamento.marcar_falta",
  cancelado: "agendamento.cancelar",
} as const;

/** Brings appointments to where they are by now, in the name of a person and by the acts that lead there. */
export async function acontecer(tx: Tx, pessoa: number, gravados: readonly Gravado[]) {
  for (const situacao of ["confirmado", "concluido", "faltou", "cancelado"] as const) {
    const deles = gravados.filter((gravado) => gravado.situacao === situacao);
    if (!deles.length) continue;
    await por(tx, `usuario:${pessoa}`, atos[situacao]);
    await tx.execute(sql`
      update agendamentos a set situacao = m.situacao, confirmado_em = ${em("m.confirmado")},
        chegou_em = ${em("m.chegou")}, concluido_em = ${em("m.concluido")}, cancelado_em = ${em("m.cancelado")},
        cancelado_motivo = m.motivo, valor_final_centavos = m."valorFinalCentavos"
      from json_to_recordset(${json(deles)}) as m (id int, situacao text, confirmado float8, chegou float8,
        concluido float8, cancelado float8, motivo text, "valorFinalCentavos" int)
      where a.id = m.id`);
    await receber(
      tx,
      deles.map(({ id }) => id),
      deles,
    );
  }
}

/** The same in the order in which it happened: first they are booked, then something became of them. */
export async function viver(tx: Tx, pessoas: readonly number[], marcados: readonly Marcado[]) {
  const abertos = await gravar(tx, pessoas, marcados.map(aberto));
  const ordenados = pessoas.flatMap((_, autor) => marcados.filter((marcado) => marcado.autor === autor));
  const gravados = ordenados.map((marcado, i) => ({ ...marcado, id: abertos[i]!.id }));
  await acontecer(
    tx,
    pessoas[0]!,
    gravados.filter(({ situacao }) => situacao !== "cancelado"),
  );
}
