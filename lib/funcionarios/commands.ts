import { and, count, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  agendamentos,
  bloqueios,
  cargos,
  expedientes,
  funcionarios,
  funcionarioServicos,
  reservas,
  servicos,
  usuarios,
} from "@/db/schema";
import { permissoes, pode } from "@/lib/domain/permissoes";
import { diaDoInstante } from "@/lib/domain/tempo";
import type { Actor } from "@/lib/server/actor";
import { command } from "@/lib/server/command";
import { lerFuso } from "@/lib/configuracoes/queries";
import { AppError, naoEncontrado, recusarCampo, semPermissao } from "@/lib/server/errors";
import { primeiraSenha } from "@/lib/server/password";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import {
  editarFuncionarioSchema,
  funcionarioRegistroSchema,
  funcionarioSchema,
  type ServicoFeito,
  type ValoresDoFuncionario,
} from "./schema";
import { servicosDe } from "./queries";

const hojeNaEmpresa = async (tx: Tx, now: Date) => diaDoInstante(now, await lerFuso(tx));

/** Refuses on their fields a position and services that were deleted since the form was opened. */
async function conferirEscolhas(tx: Tx, { cargoId, servicos: feitos }: ValoresDoFuncionario): Promise<void> {
  const [cargo] = await tx.select({ id: cargos.id }).from(cargos).where(eq(cargos.id, cargoId)).for("key share");
  if (!cargo) throw recusarCampo("cargoId", "Este cargo não existe mais. Escolha outro.");
  if (!feitos.length) return;
  const ids = feitos.map(({ servicoId }) => servicoId);
  const achados = await tx.select({ id: servicos.id }).from(servicos).where(inArray(servicos.id, ids)).for("key share");
  if (achados.length < ids.length)
    throw recusarCampo("servicos", "Um dos serviços marcados não existe mais. Recarregue a página e confira a lista.");
}

async function criarUsuario(tx: Tx, now: Date, { nome, email, ...valores }: ValoresDoFuncionario) {
  const { senha, colunas } = await primeiraSenha(now);
  const interruptores = Object.values(permissoes).map(({ coluna }) => [coluna, valores[coluna] ?? false]);
  const [usuario] = await tx
    .insert(usuarios)
    .values({ ...Object.fromEntries(interruptores), ...colunas, nome, email, tipo: "restrito" })
    .returning({ id: usuarios.id });
  return { ligacao: { usuarioId: usuario!.id }, senha };
}

/** Who signs in as this employee, as asked. An empty `ligacao` leaves it as it is. `senha`: of a user made just now. */
async function ligarAcesso(tx: Tx, { actor, now }: { actor: Actor; now: Date }, valores: ValoresDoFuncionario) {
  const { acesso, usuarioId = null } = valores;
  if (acesso === undefined) return { ligacao: {}, senha: null };
  if (!pode(actor, "master")) throw semPermissao();
  if (acesso === "novo") return criarUsuario(tx, now, valores);
  if (acesso === "nenhum" || usuarioId === null) return { ligacao: { usuarioId: null }, senha: null };
  const entra = and(eq(usuarios.id, usuarioId), ne(usuarios.tipo, "cliente"));
  const [usuario] = await tx.select({ id: usuarios.id }).from(usuarios).where(entra).for("key share");
  if (!usuario) throw recusarCampo("usuarioId", "Este usuário não existe mais. Escolha outro.");
  return { ligacao: { usuarioId }, senha: null };
}

const daTabela = ({ nome, apelido, telefone, cargoId, contrato, matricula, ...resto }: ValoresDoFuncionario) => {
  const { admissao, desligamento, cor } = resto;
  return { nome, apelido, telefone, cargoId, contrato, matricula, admissao, desligamento, cor };
};

type Salvo = {
  id: number;
  versao: number;
  senha: string | null;
  /** The last day has come already. */
  desligado: boolean;
  /** Appointments still to come after the last day. */
  depois: number;
};

/**
 * What is booked with somebody after a last day, or from now on, waits for a decision, also where it was kept outside of
 * the hours before. @returns how many appointments that are
 */
async function reabrirAgenda(tx: Tx, now: Date, funcionarioId: number, ultimoDia: string | null): Promise<number> {
  const fuso = sql`coalesce((select fuso from configuracao_empresa), 'America/Sao_Paulo')`;
  const quais = sql`funcionario_id = ${funcionarioId} and situacao in ('agendado', 'confirmado')
    and fim > ${now.toISOString()}::timestamptz
    and (${ultimoDia}::date is null or ((fim - interval '1 second') at time zone ${fuso})::date > ${ultimoDia}::date)`;
  await tx.execute(sql`update agendamentos set fora_do_horario = false where fora_do_horario and ${quais}`);
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from agendamentos where ${quais}`);
  return rows[0]!.n;
}

/** A password is shown once: a repeated call learns that the employee was saved, and no more. */
const semSenha = (salvo: Salvo): Salvo => ({ ...salvo, senha: null });

/**
 * Registers somebody who works here, with what they perform, and, when a master asks, their sign-in: together or not at
 * all. `senha` is the new user's temporary password.
 */
export const criarFuncionario = command({
  act: "funcionario.criar",
  input: funcionarioSchema,
  touches: ["funcionario", "usuario"],
  kept: semSenha,
  async execute({ tx, actor, now, input }): Promise<Salvo> {
    await conferirEscolhas(tx, input);
    const { ligacao, senha } = await ligarAcesso(tx, { actor, now }, input);
    const [criado] = await tx
      .insert(funcionarios)
      .values({ ...daTabela(input), ...ligacao })
      .returning({ id: funcionarios.id, versao: funcionarios.versao });
    await gravarServicos(tx, criado!.id, diferenca([], input.servicos));
    const desligado = (input.desligamento ?? "9") <= (await hojeNaEmpresa(tx, now));
    return { ...criado!, senha, desligado, depois: 0 };
  },
});

type Diferenca = { novos: ServicoFeito[]; mudados: ServicoFeito[]; tirados: number[] };

function diferenca(antes: ServicoFeito[], depois: ServicoFeito[]): Diferenca {
  const velhos = new Map(antes.map((feito) => [feito.servicoId, feito]));
  const ficam = new Set(depois.map(({ servicoId }) => servicoId));
  const mudou = (novo: ServicoFeito) => {
    const velho = velhos.get(novo.servicoId);
    return velho && (velho.duracaoMinutos !== novo.duracaoMinutos || velho.precoCentavos !== novo.precoCentavos);
  };
  return {
    novos: depois.filter(({ servicoId }) => !velhos.has(servicoId)),
    mudados: depois.filter(mudou),
    tirados: [...velhos.keys()].filter((servicoId) => !ficam.has(servicoId)),
  };
}

async function gravarServicos(tx: Tx, funcionarioId: number, { novos, mudados, tirados }: Diferenca): Promise<void> {
  const deste = eq(funcionarioServicos.funcionarioId, funcionarioId);
  if (tirados.length)
    await tx.delete(funcionarioServicos).where(and(deste, inArray(funcionarioServicos.servicoId, tirados)));
  for (const { servicoId, ...proprios } of mudados)
    await tx
      .update(funcionarioServicos)
      .set(proprios)
      .where(and(deste, eq(funcionarioServicos.servicoId, servicoId)));
  if (novos.length) await tx.insert(funcionarioServicos).values(novos.map((novo) => ({ ...novo, funcionarioId })));
}

/** Whoever lost the race also sees the newer services, and who signs in, as the form has them. */
async function comOResto(tx: Tx, id: number, recusa: unknown): Promise<unknown> {
  if (!(recusa instanceof AppError) || !recusa.current) return recusa;
  const acesso = recusa.current.usuarioId ? "existente" : "nenhum";
  const current = { ...recusa.current, acesso, servicos: await servicosDe(tx, id) };
  return new AppError(recusa.code, recusa.message, { current });
}

/** Changes an employee and what they perform as one thing: whoever saw an older version of either loses. */
export const editarFuncionario = command({
  act: "funcionario.editar",
  input: editarFuncionarioSchema,
  touches: ["funcionario", "usuario"],
  kept: semSenha,
  async execute({ tx, actor, now, input: { id, versao, ...valores } }): Promise<Salvo> {
    await conferirEscolhas(tx, valores);
    const { ligacao, senha } = await ligarAcesso(tx, { actor, now }, valores);
    const mudanca = diferenca(await servicosDe(tx, id), valores.servicos);
    // Services are rows of their own: when only they changed the version moves by asking for the next one.
    const outraVersao = Object.values(mudanca).some((lista) => lista.length > 0) && { versao: versao + 1 };
    const salvo = await updateSeen(
      tx,
      funcionarios,
      { id, versao },
      { ...daTabela(valores), ...ligacao, ...outraVersao },
    ).catch(async (recusa: unknown) => {
      throw await comOResto(tx, id, recusa);
    });
    await gravarServicos(tx, id, mudanca);
    const [{ ativo }] = (await tx
      .select({ ativo: funcionarios.ativo })
      .from(funcionarios)
      .where(eq(funcionarios.id, id))) as [{ ativo: boolean }];
    const desligado = ativo && (valores.desligamento ?? "9") <= (await hojeNaEmpresa(tx, now));
    const { desligamento } = valores;
    const depois = desligamento ? await reabrirAgenda(tx, now, id, desligamento) : 0;
    return { ...salvo, senha, desligado, depois };
  },
});

/** Somebody works here again: a last day that has come is no longer one. */
export const ativarFuncionario = command({
  act: "funcionario.ativar",
  input: funcionarioRegistroSchema,
  touches: ["funcionario"],
  async execute({ tx, input, now }) {
    const hoje = await hojeNaEmpresa(tx, now);
    const { desligamento } = funcionarios;
    return updateSeen(tx, funcionarios, input, {
      ativo: true,
      desligamento: sql`case when ${desligamento} <= ${hoje} then null else ${desligamento} end`,
    });
  },
});

/**
 * Somebody stops being offered. Their past stays, and so does their sign-in: that is another question. What is booked with
 * them waits for a decision.
 */
export const desativarFuncionario = command({
  act: "funcionario.desativar",
  input: funcionarioRegistroSchema,
  touches: ["funcionario", "agenda"],
  async execute({ tx, now, input }) {
    const salvo = await updateSeen(tx, funcionarios, input, { ativo: false });
    return { ...salvo, depois: await reabrirAgenda(tx, now, input.id, null) };
  },
});

/**
 * Deletes an employee without appointments, with what they perform, their hours and their blocks.
 *
 * @throws AppError `em_uso` that counts the appointments
 */
export const excluirFuncionario = command({
  act: "funcionario.excluir",
  input: funcionarioRegistroSchema,
  touches: ["funcionario"],
  async execute({ tx, actor, input }) {
    const [funcionario] = await tx
      .select({ usuarioId: funcionarios.usuarioId })
      .from(funcionarios)
      .where(eq(funcionarios.id, input.id))
      .for("update");
    if (!funcionario) throw naoEncontrado();
    if (funcionario.usuarioId && !pode(actor, "master"))
      throw new AppError("sem_permissao", "Este funcionário entra no sistema: só um master pode excluir.");
    const dele = eq(agendamentos.funcionarioId, input.id);
    const [marcados] = await tx.select({ n: count() }).from(agendamentos).where(dele);
    if (marcados?.n) {
      const quantos = marcados.n === 1 ? "1 agendamento é" : `${marcados.n} agendamentos são`;
      throw new AppError("em_uso", `${quantos} deste funcionário. Desative-o em vez de excluir.`);
    }
    for (const tabela of [funcionarioServicos, expedientes, bloqueios, reservas])
      await tx.delete(tabela).where(eq(tabela.funcionarioId, input.id));
    return deleteSeen(tx, funcionarios, input);
  },
});
