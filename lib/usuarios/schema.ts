import * as z from "@/lib/domain/mensagens";
import { email, linhaObrigatoria, registro, senhaNova, telefoneOpcional } from "@/lib/domain/campos";
import { listaSchema } from "@/lib/domain/lista";
import { chavesPermissao, permissoes, type Permissao } from "@/lib/domain/permissoes";
import { chavesDe } from "@/lib/domain/chaves";

export const tiposUsuario = { restrito: "Restrito", master: "Master" } as const;

type Coluna = (typeof permissoes)[Permissao]["coluna"];
export type Interruptores = Record<Coluna, boolean>;

const interruptor = z.boolean("Diga se esta pessoa pode.");

const nome = linhaObrigatoria(120, "Informe o nome.");

const campos = {
  nome,
  email,
  telefone: telefoneOpcional,
  tipo: z.enum(["restrito", "master"], "Escolha o tipo de usuário."),
  podeCadastrarCliente: interruptor,
  podeCadastrarFuncionario: interruptor,
  podeCadastrarCargo: interruptor,
  podeAgendar: interruptor,
  podeVerAgendamentos: interruptor,
  podeVerRelatorios: interruptor,
};

/** The switches that are on, as columns of the form and of the table. */
export const interruptores = (ligados: readonly Permissao[]) =>
  Object.fromEntries(
    chavesPermissao.map((chave) => [permissoes[chave].coluna, ligados.includes(chave)]),
  ) as Interruptores;

/** A master may do everything, so the switches of one would mean nothing. */
function semInterruptoresQuandoMaster<T extends Interruptores & { tipo: string }>(valores: T): T {
  return valores.tipo === "master" ? { ...valores, ...interruptores([]) } : valores;
}

export const usuarioSchema = z.strictObject(campos).transform(semInterruptoresQuandoMaster);

export const editarUsuarioSchema = z.strictObject({ ...campos, ...registro }).transform(semInterruptoresQuandoMaster);

export const usuarioRegistroSchema = z.strictObject(registro);

export const contaSchema = z.strictObject({ nome, telefone: telefoneOpcional, versao: registro.versao });

export const criarMasterSchema = z.strictObject({
  empresa: linhaObrigatoria(120, "Informe o nome da empresa."),
  nome,
  email,
  senha: senhaNova,
});

/** How long ago somebody last signed in, as the filter asks. */
export const entradas = {
  "7": "Nos últimos 7 dias",
  "30": "Nos últimos 30 dias",
  mais30: "Há mais de 30 dias",
  nunca: "Nunca entrou",
} as const;

const chavesEntrada = chavesDe(entradas);

export const filtroUsuariosSchema = listaSchema.extend({
  tipo: z.enum(["master", "restrito"]).optional().catch(undefined),
  ativo: z.enum(["sim", "nao"]).optional().catch(undefined),
  permissao: z.enum(chavesPermissao).optional().catch(undefined),
  entrou: z.enum(chavesEntrada).optional().catch(undefined),
});

export type FiltroUsuarios = z.infer<typeof filtroUsuariosSchema>;
