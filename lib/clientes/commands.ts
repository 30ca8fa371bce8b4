import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consentimentos, usuarios } from "@/db/schema";
import type * as z from "@/lib/domain/mensagens";
import { chavesCanal } from "@/lib/domain/pessoas";
import { pode, rotas } from "@/lib/domain/permissoes";
import { MAXIMO_LINHAS } from "@/lib/domain/xlsx";
import type { Actor } from "@/lib/server/actor";
import { recordAct } from "@/lib/server/audit";
import { command } from "@/lib/server/command";
import { AppError, isDuplicate, naoEncontrado } from "@/lib/server/errors";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import { idsDosClientes } from "./queries";
import {
  clienteRegistroSchema,
  consentirSchema,
  editarClienteSchema,
  exportarClientesSchema,
  filtroEmPalavras,
  imprimirClienteSchema,
  novoClienteSchema,
  retirarConsentimentoSchema,
  type clienteSchema,
} from "./schema";

type Identidade = Pick<z.output<typeof clienteSchema>, "telefone" | "email" | "cpf">;
type Dono = { id: number; nome: string; tipo: string } & Record<keyof Identidade, boolean | null>;

const numeros = { telefone: "este telefone", email: "este e-mail", cpf: "este CPF" } as const;

/** What somebody who already has a phone, an e-mail or a CPF is called, and where the actor may look at them. */
function descrever({ id, nome, tipo }: Dono, actor: Actor) {
  const rota = tipo === "cliente" ? "/clientes/[id]" : "/usuarios/[id]";
  if (!pode(actor, rotas[rota].exige)) return { quem: "Alguém que entra no sistema" };
  const quem = tipo === "cliente" ? nome : `${nome}, que entra no sistema,`;
  return { quem, link: { href: rota.replace("[id]", String(id)), label: `Abrir ${nome}` } };
}

/** The refusal that says who already has what was to be saved; undefined when nobody has. */
async function recusaPorRepetido(tx: Tx, actor: Actor, { telefone, email, cpf }: Identidade, id?: number) {
  const mesmo = {
    telefone: sql<boolean | null>`chave_do_telefone(${usuarios.telefone}) = chave_do_telefone(${telefone}::text)`,
    email: sql<boolean | null>`lower(${usuarios.email}) = lower(${email}::text)`,
    cpf: sql<boolean | null>`${usuarios.cpf} = ${cpf}::text`,
  };
  const donos: Dono[] = await tx
    .select({ id: usuarios.id, nome: usuarios.nome, tipo: usuarios.tipo, ...mesmo })
    .from(usuarios)
    .where(and(or(...Object.values(mesmo)), id ? ne(usuarios.id, id) : undefined))
    .orderBy(usuarios.id);
  const repetidos = (Object.keys(numeros) as (keyof Identidade)[]).flatMap((campo) => {
    const dono = donos.find((um) => um[campo]);
    if (!dono) return [];
    const { quem, link } = descrever(dono, actor);
    return [{ campo, frase: `${quem} já tem ${numeros[campo]}.`, link }];
  });
  const [primeiro] = repetidos;
  if (!primeiro) return undefined;
  return new AppError("conflito", primeiro.frase, {
    fields: Object.fromEntries(repetidos.map(({ campo, frase }) => [campo, frase])),
    link: primeiro.link,
  });
}

/**
 * Writes somebody's data. The database decides whether they are taken, so that of two at once only one succeeds; the
 * savepoint keeps the transaction, in which is then asked who has them.
 *
 * @throws AppError `conflito` that names the owner
 */
async function gravar<R>(tx: Tx, actor: Actor, dados: Identidade & { id?: number }, write: (tx: Tx) => Promise<R>) {
  try {
    return await tx.transaction(write);
  } catch (error) {
    throw (isDuplicate(error) && (await recusaPorRepetido(tx, actor, dados, dados.id))) || error;
  }
}

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
  const frase = "Esta data ainda não chegou.";
  throw new AppError("invalido", "Confira os campos marcados.", { fields: { nascimento: frase } });
}

/** Registers a client, who has no password and does not sign in, and what they agreed to. */
export const criarCliente = command({
  act: "cliente.criar",
  input: novoClienteSchema,
  touches: ["cliente"],
  async execute({ tx, actor, now, input: { consente, como, texto, ...cliente } }) {
    recusarNascimentoFuturo(cliente.nascimento, now);
    const id = await gravar(tx, actor, cliente, async (ponto) => {
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
    return gravar(tx, actor, { ...valores, id }, (ponto) => updateSeen(ponto, usuarios, { id, versao }, valores));
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

/** Deletes a client to whom nothing refers; what they agreed to goes too. @throws AppError `em_uso` */
export const excluirCliente = command({
  act: "cliente.excluir",
  input: clienteRegistroSchema,
  touches: ["cliente"],
  async execute({ tx, input }) {
    await exigirCliente(tx, input.id);
    await tx.delete(consentimentos).where(eq(consentimentos.usuarioId, input.id));
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
