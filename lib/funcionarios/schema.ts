import * as z from "@/lib/domain/mensagens";
import {
  diaOpcional,
  emailOpcional,
  id,
  linhaObrigatoria,
  linhaOpcional,
  registro,
  telefoneOpcional,
} from "@/lib/domain/campos";
import { chavesCor } from "@/lib/domain/cores";
import { listaSchema } from "@/lib/domain/lista";
import { chavesPermissao, permissoes, type Permissao } from "@/lib/domain/permissoes";
import { chavesContrato } from "@/lib/domain/pessoas";

const servicoFeito = z.strictObject({
  servicoId: id,
  duracaoMinutos: z
    .int("Informe a duração, por exemplo 30 ou 1h30.")
    .min(5, "A duração mínima é de 5 minutos.")
    .max(720, "A duração máxima é de 12 horas.")
    .nullable(),
  precoCentavos: z
    .int("Informe o preço, por exemplo 45,50.")
    .min(0, "O preço não pode ser negativo.")
    .max(10_000_000, "O preço vai até R$ 100.000,00.")
    .nullable(),
});

/** A service that somebody performs; null where it takes as long or costs as much as it does with others. */
export type ServicoFeito = z.output<typeof servicoFeito>;

const semRepetir = (servicos: ServicoFeito[]) =>
  new Set(servicos.map(({ servicoId }) => servicoId)).size === servicos.length;

type Coluna = (typeof permissoes)[Permissao]["coluna"];

/** What a user made together with the employee may do; a missing one is off. */
const interruptores = Object.fromEntries(
  chavesPermissao.map((chave) => [permissoes[chave].coluna, z.boolean("Diga se esta pessoa pode.").optional()]),
) as Record<Coluna, z.ZodOptional<z.ZodBoolean>>;

const campos = {
  nome: linhaObrigatoria(120, "Informe o nome do funcionário."),
  apelido: linhaOpcional(60),
  telefone: telefoneOpcional,
  cargoId: z.int("Escolha o cargo.").pipe(id),
  contrato: z.enum(chavesContrato, "Escolha um contrato da lista.").nullable(),
  matricula: linhaOpcional(30),
  admissao: diaOpcional,
  desligamento: diaOpcional,
  cor: z.enum(chavesCor, "Escolha uma cor."),
  servicos: z
    .array(servicoFeito)
    .max(500, "Escolha no máximo 500 serviços.")
    .refine(semRepetir, "Há um serviço repetido na lista."),
  /** Who signs in as this employee; missing leaves it as it is. Only a master says it. */
  acesso: z.enum(["nenhum", "existente", "novo"], "Escolha se entra no sistema.").optional(),
  usuarioId: id.nullable().optional(),
  email: emailOpcional.optional(),
  ...interruptores,
};

type Campos = {
  admissao: string | null;
  desligamento: string | null;
  acesso?: string;
  usuarioId?: number | null;
  email?: string | null;
};

const emOrdem = ({ admissao, desligamento }: Campos) => !admissao || !desligamento || desligamento >= admissao;
const foraDeOrdem = { path: ["desligamento"], error: "O último dia não pode ser antes da admissão." };
const temUsuario = ({ acesso, usuarioId }: Campos) => acesso !== "existente" || Boolean(usuarioId);
const faltaUsuario = { path: ["usuarioId"], error: "Escolha o usuário." };
const temEmail = ({ acesso, email }: Campos) => acesso !== "novo" || Boolean(email);
const faltaEmail = { path: ["email"], error: "Informe o e-mail." };

export const funcionarioSchema = z
  .strictObject(campos)
  .refine(emOrdem, foraDeOrdem)
  .refine(temUsuario, faltaUsuario)
  .refine(temEmail, faltaEmail);

export const editarFuncionarioSchema = z
  .strictObject({ ...campos, ...registro })
  .refine(emOrdem, foraDeOrdem)
  .refine(temUsuario, faltaUsuario)
  .refine(temEmail, faltaEmail);

export type FuncionarioInput = z.input<typeof funcionarioSchema>;
export type ValoresDoFuncionario = z.output<typeof funcionarioSchema>;

export const funcionarioRegistroSchema = z.strictObject(registro);

const numeroDaUrl = z.coerce.number().pipe(id).optional().catch(undefined);
/** Of this millennium or the last: the database knows no year zero. */
const diaDaUrl = z.iso.date().regex(/^[12]/).optional().catch(undefined);

export const filtroFuncionariosSchema = listaSchema.extend({
  ativo: z.enum(["sim", "nao"]).optional().catch(undefined),
  cargo: numeroDaUrl,
  servico: numeroDaUrl,
  de: diaDaUrl,
  ate: diaDaUrl,
});

export type FiltroFuncionarios = z.infer<typeof filtroFuncionariosSchema>;
