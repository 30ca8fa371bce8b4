import * as z from "@/lib/domain/mensagens";
import { chavesOrigem, chavesSituacao, origens, situacoes } from "@/lib/domain/agenda";
import { id } from "@/lib/domain/campos";
import { escreverDia } from "@/lib/domain/instantes";
import { listaSchema, textoDaUrl } from "@/lib/domain/lista";
import { chavesMedida } from "@/lib/domain/medidas";
import { chavesPeriodo, diasDoPeriodo, type Dias } from "@/lib/domain/periodos";
import { chavesRecorte } from "@/lib/domain/recortes";
import { chavesRelatorio } from "@/lib/domain/relatorios";

const dia = z.iso.date().optional().catch(undefined);
const idDaUrl = z.coerce.number().pipe(id).optional().catch(undefined);

/** How long somebody has not come before they count as gone. */
export const chavesDeSumico = ["30", "60", "90", "180", "365"] as const;

/** What every report takes from the URL. What is malformed is ignored: an old link still opens the report. */
export const filtroRelatorioSchema = listaSchema.pick({ depois: true, antes: true }).extend({
  /** Which look of the report. */
  por: textoDaUrl(20).optional().catch(undefined),
  periodo: z.enum(chavesPeriodo).default("d30").catch("d30"),
  de: dia,
  ate: dia,
  funcionario: idDaUrl,
  servico: idDaUrl,
  situacao: z.enum(chavesSituacao).optional().catch(undefined),
  origem: z.enum(chavesOrigem).optional().catch(undefined),
  sumidos: z.enum(chavesDeSumico).default("60").catch("60"),
});

export type FiltroRelatorio = z.infer<typeof filtroRelatorioSchema>;

/** The appointments behind one number: those of a cut's key that a measure counts. */
export const filtroDetalheSchema = filtroRelatorioSchema.extend({
  medida: z.enum(chavesMedida).default("agendamentos").catch("agendamentos"),
  recorte: z.enum(chavesRecorte).optional().catch(undefined),
  valor: textoDaUrl(30).optional().catch(undefined),
});

export type FiltroDetalhe = z.infer<typeof filtroDetalheSchema>;

/** A whole month, `2026-10`; nothing: the last one. */
export const filtroResumoSchema = z.object({
  mes: z
    .string()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

export const exportarRelatorioSchema = z.strictObject({
  formato: z.enum(["csv", "xlsx"], "Escolha CSV ou XLSX."),
  relatorio: z.enum([...chavesRelatorio, "lista", "extrato"], "Escolha o relatório."),
  titulo: z.string().max(120),
  filtro: z.string().max(400),
  linhas: z.int().min(0),
});

/** The days that a filter means. @param hoje the company's civil day */
export const diasDoFiltro = ({ periodo, de, ate }: FiltroRelatorio, hoje: string): Dias =>
  diasDoPeriodo(periodo, { de, ate }, hoje);

/** A filter as people and the trail read it. @param nomes what professional and service are called */
export function filtroEmPalavras(
  { situacao, origem }: FiltroRelatorio,
  { de, ate }: Dias,
  nomes: { profissional?: string; servico?: string },
): string {
  const dias = de === ate ? escreverDia(de) : `${escreverDia(de)} a ${escreverDia(ate)}`;
  const ditas = Object.entries({
    profissional: nomes.profissional,
    serviço: nomes.servico,
    situação: situacao && situacoes[situacao],
    origem: origem && origens[origem],
  }).filter(([, valor]) => valor);
  return [dias, ...ditas.map(([nome, valor]) => `${nome}: ${valor}`)].join(", ");
}

type Nomeado = { id: number; nome: string };

/** What the professional and the service of a filter are called. */
export const nomesDoFiltro = (
  { funcionario, servico }: FiltroRelatorio,
  de: { profissional: readonly Nomeado[]; servico: readonly Nomeado[] },
) => ({
  profissional: de.profissional.find(({ id }) => id === funcionario)?.nome,
  servico: de.servico.find(({ id }) => id === servico)?.nome,
});
