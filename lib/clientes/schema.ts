import * as z from "@/lib/domain/mensagens";
import {
  cpfOpcional,
  diaOpcional,
  emailOpcional,
  id,
  linhaObrigatoria,
  linhaOpcional,
  paragrafo,
  registro,
  telefoneOpcional,
} from "@/lib/domain/campos";
import { listaSchema, textoDaUrl } from "@/lib/domain/lista";
import { chavesCanal, chavesModo } from "@/lib/domain/pessoas";
import { semAcento } from "@/lib/domain/texto";
import { chavesDe } from "@/lib/domain/chaves";

/** Tags in the order in which they were given, each once without regard to case and accents. */
function semRepetir(etiquetas: string[]): string[] {
  const chaves = etiquetas.map(semAcento);
  return etiquetas.filter((_, i) => chaves.indexOf(chaves[i]!) === i);
}

/** What is known of a client. Only the name is needed. */
export const clienteSchema = z.strictObject({
  nome: linhaObrigatoria(120, "Informe o nome do cliente."),
  apelido: linhaOpcional(60),
  telefone: telefoneOpcional,
  email: emailOpcional,
  nascimento: diaOpcional,
  cpf: cpfOpcional,
  observacoes: paragrafo(2_000),
  etiquetas: z
    .array(linhaObrigatoria(40, "Escreva a etiqueta."), "Escolha as etiquetas.")
    .max(20, "Use no máximo 20 etiquetas.")
    .transform(semRepetir),
});

const como = z.enum(chavesModo, "Escolha como o cliente consentiu.");
const texto = linhaObrigatoria(500, "Escreva com o que o cliente concordou.");
const consente = z.boolean("Diga se o cliente consente.");

/** A new client, who may consent to messages at the same time. */
export const novoClienteSchema = clienteSchema.extend({
  consente: z.strictObject({ whatsapp: consente, sms: consente, email: consente }),
  como,
  texto,
});

export const editarClienteSchema = clienteSchema.extend(registro);

export const clienteRegistroSchema = z.strictObject(registro);

export const imprimirClienteSchema = z.strictObject({ id });

export const consentirSchema = z.strictObject({
  usuarioId: id,
  canal: z.enum(chavesCanal, "Escolha o canal."),
  como,
  texto,
});

export const retirarConsentimentoSchema = z.strictObject(registro);

/** When the company last served somebody, as the filter asks. */
export const visitas = {
  ate30: "Nos últimos 30 dias",
  mais60: "Há mais de 60 dias",
  mais180: "Há mais de 180 dias",
  nunca: "Nunca veio",
} as const;

const chavesVisita = chavesDe(visitas);

export const filtroClientesSchema = listaSchema.extend({
  ativo: z.enum(["sim", "nao"]).optional().catch(undefined),
  etiqueta: textoDaUrl(40).optional().catch(undefined),
  /** Month of birth, 1 to 12. */
  aniversario: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  visita: z.enum(chavesVisita).optional().catch(undefined),
  /** A channel on which they agreed to be written to, or none at all. */
  consentimento: z
    .enum([...chavesCanal, "nenhum"])
    .optional()
    .catch(undefined),
});

export type FiltroClientes = z.infer<typeof filtroClientesSchema>;

export const exportarClientesSchema = z.strictObject({
  formato: z.enum(["csv", "xlsx"], "Escolha CSV ou XLSX."),
  filtro: filtroClientesSchema,
});

/** A filter as the trail tells it: "busca: ana, última visita: Nunca veio". */
export function filtroEmPalavras({
  busca,
  ativo,
  etiqueta,
  aniversario,
  visita,
  consentimento,
}: FiltroClientes): string {
  const partes = {
    busca,
    situação: ativo && (ativo === "sim" ? "ativos" : "inativos"),
    etiqueta,
    "mês de aniversário": aniversario,
    "última visita": visita && visitas[visita],
    consentimento,
  };
  const ditas = Object.entries(partes).filter(([, valor]) => valor);
  return ditas.map(([nome, valor]) => `${nome}: ${valor}`).join(", ") || "todos";
}
