import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agendamentos, consentimentos, conversas, mensagens, usuarios } from "@/db/schema";
import { chavesCanal } from "@/lib/domain/pessoas";
import { MAXIMO_LINHAS } from "@/lib/domain/xlsx";
import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { AppError, naoEncontrado, recusarCampo } from "@/lib/server/errors";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import { gravarPessoa, idsDosClientes } from "./queries";
import {
  clienteRegistroSchema,
  consentirSchema,
  editarClienteSchema,
  exportarClientesSchema,
  filtroEmPalavras,
  imprimirClienteSchema,
  novoClienteSchema,
  retirarConsentimentoSchema,
} from "./schema";

/** Somebody who signs in is nobody here. @throws AppError `nao_encontrado` */
async function exigirCliente(tx: Tx, id: number): Promise<void> {
  const [cliente] = await tx
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(and(eq(usuarios.id, id), eq(usuarios.tipo, "cliente")));
  if (!cliente) throw naoEncontrado();
}

function recusarNascimentoFuturo(nascimento: string | null, now: Date) {
  if (!nascimento || nascimento <= now.toISOString().slice(0, 10)) return;
  throw recusarCampo("nascimento", "Esta data ainda não chegou.");
}

/** Registers a client, who has no password and does not sign in, and what they agreed to. */
export const criarCliente = command({
  act: "cliente.criar",
  input: novoClienteSchema,
  touches: ["cliente"],
  async execute({ tx, actor, now, input: { consente, como, texto, ...cliente } }) {
    recusarNascimentoFuturo(cliente.nascimento, now);
    const id = await gravarPessoa(tx, actor, cliente, async (ponto) => {
      const [criado] = await ponto
        .insert(usuarios)
        .values({ ...cliente, tipo: "cliente" })
        .returning({ id: usuarios.id });
      return criado!.id;
    });
    const canais = chavesCanal.filter((canal) => consente[canal]);
    if (canais.length)
      await tx
        .insert(consentimentos)
        .values(canais.map((canal) => ({ usuarioId: id, canal, dadoEm: now, como, texto })));
    return { id };
  },
});

export const editarCliente = command({
  act: "cliente.editar",
  input: editarClienteSchema,
  touches: ["cliente"],
  async execute({ tx, actor, now, input: { id, versao, ...valores } }) {
    await exigirCliente(tx, id);
    recusarNascimentoFuturo(valores.nascimento, now);
    return gravarPessoa(tx, actor, { ...valores, id }, (ponto) => updateSeen(ponto, usuarios, { id, versao }, valores));
  },
});

export const ativarCliente = command({
  act: "cliente.ativar",
  input: clienteRegistroSchema,
  touches: ["cliente"],
  async execute({ tx, input }) {
    await exigirCliente(tx, input.id);
    return updateSeen(tx, usuarios, input, { ativo: true });
  },
});

/** A client who is not active is not offered when booking; their past stays. */
export const desativarCliente = command({
  act: "cliente.desativar",
  input: clienteRegistroSchema,
  touches: ["cliente"],
  async execute({ tx, input }) {
    await exigirCliente(tx, input.id);
    return updateSeen(tx, usuarios, input, { ativo: false });
  },
});

/**
 * Deletes a client without appointments; what they agreed to goes too, and their conversation is one of an unknown number.
 *
 * @throws AppError `em_uso` that counts the appointments
 */
export const excluirCliente = command({
  act: "cliente.excluir",
  input: clienteRegistroSchema,
  touches: ["cliente"],
  async execute({ tx, input }) {
    await exigirCliente(tx, input.id);
    const dele = eq(agendamentos.clienteId, input.id);
    const [marcados] = await tx.select({ n: count() }).from(agendamentos).where(dele);
    if (marcados?.n) {
      const quantos = marcados.n === 1 ? "1 agendamento é" : `${marcados.n} agendamentos são`;
      throw new AppError("em_uso", `${quantos} deste cliente. Desative-o em vez de excluir.`);
    }
    await tx.delete(consentimentos).where(eq(consentimentos.usuarioId, input.id));
    for (const tabela of [conversas, mensagens])
      await tx.update(tabela).set({ clienteId: null }).where(eq(tabela.clienteId, input.id));
    return deleteSeen(tx, usuarios, input);
  },
});

/** Remembers that a client agreed to be written to on a channel. @throws AppError `conflito` when they already have */
export const consentir = command({
  act: "cliente.consentir",
  input: consentirSchema,
  touches: ["cliente"],
  async execute({ tx, now, input }) {
    await exigirCliente(tx, input.usuarioId);
    const [dado] = await tx
      .insert(consentimentos)
      .values({ ...input, dadoEm: now })
      .returning({ id: consentimentos.id });
    return dado!;
  },
});

/** Ends a consent, which stays in the client's history. */
export const retirarConsentimento = command({
  act: "cliente.retirar_consentimento",
  input: retirarConsentimentoSchema,
  touches: ["cliente"],
  async execute({ tx, now, input }) {
    const [dado] = await tx
      .select({ usuarioId: consentimentos.usuarioId })
      .from(consentimentos)
      .where(and(eq(consentimentos.id, input.id), isNull(consentimentos.retiradoEm)));
    if (!dado) throw naoEncontrado();
    await exigirCliente(tx, dado.usuarioId);
    return updateSeen(tx, consentimentos, input, { retiradoEm: now });
  },
});

/** Remembers that somebody put a client's data on paper. */
export const imprimirCliente = command({
  act: "cliente.imprimir",
  input: imprimirClienteSchema,
  async execute({ tx, input: { id } }) {
    await exigirCliente(tx, id);
    await recordAct(tx, "cliente.imprimir", { entidade: "usuarios", entidadeId: id });
  },
});

/**
 * Who is exported, in the order of the list: fixed and in the trail before the first byte leaves, so that a slow reader
 * holds no transaction.
 */
export const exportarClientes = command({
  act: "cliente.exportar",
  input: exportarClientesSchema,
  async execute({ tx, input: { formato, filtro } }) {
    const ids = await idsDosClientes(tx, filtro);
    if (formato === "xlsx" && ids.length >= MAXIMO_LINHAS)
      throw new AppError("invalido", "São clientes demais para uma planilha do Excel. Exporte em CSV.");
    const detalhes = { formato: formato.toUpperCase(), linhas: ids.length, filtro: filtroEmPalavras(filtro) };
    await recordAct(tx, "cliente.exportar", { detalhes });
    return ids;
  },
});
