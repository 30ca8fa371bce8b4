import * as z from "@/lib/domain/mensagens";
import { linha, linhaObrigatoria, paragrafo, registro } from "@/lib/domain/campos";
import { chavesCor } from "@/lib/domain/cores";
import { listaSchema, textoDaUrl } from "@/lib/domain/lista";
import { chavesDe } from "@/lib/domain/chaves";

export const tiposPreco = { fixo: "Fixo", a_partir_de: "A partir de", sob_avaliacao: "Sob avaliação" } as const;
type TipoPreco = keyof typeof tiposPreco;
const chavesTipoPreco = chavesDe(tiposPreco);

const campos = {
  nome: linhaObrigatoria(80, "Informe o nome do serviço."),
  descricao: paragrafo(500),
  categoria: linha(40),
  precoTipo: z.enum(chavesTipoPreco, "Escolha como o preço é cobrado."),
  precoCentavos: z
    .int("Informe o preço, por exemplo 45,50.")
    .min(0, "O preço não pode ser negativo.")
    .max(10_000_000, "O preço vai até R$ 100.000,00.")
    .nullable(),
  duracaoMinutos: z
    .int("Informe a duração, por exemplo 30 ou 1h30.")
    .min(5, "A duração mínima é de 5 minutos.")
    .max(720, "A duração máxima é de 12 horas."),
  preparoMinutos: z
    .int("Informe o tempo de preparo, por exemplo 10.")
    .min(0, "O preparo não pode ser negativo.")
    .max(240, "O preparo vai até 4 horas."),
  cor: z.enum(chavesCor, "Escolha uma cor."),
  assistenteAgenda: z.boolean("Diga se o assistente pode marcar."),
  ativo: z.boolean("Diga se o serviço está ativo."),
};

type Precificado = { precoTipo: TipoPreco; precoCentavos: number | null };
const precoPresente = ({ precoTipo, precoCentavos }: Precificado) =>
  precoTipo === "sob_avaliacao" || precoCentavos !== null;
const faltaPreco = { path: ["precoCentavos"], error: "Informe o preço, por exemplo 45,50." };

/** What is priced only after a look has no price and needs a person to book it. */
function semPrecoQuandoAvaliado<T extends Precificado & { assistenteAgenda: boolean }>(valores: T): T {
  return valores.precoTipo === "sob_avaliacao" ? { ...valores, precoCentavos: null, assistenteAgenda: false } : valores;
}

export const servicoSchema = z.strictObject(campos).refine(precoPresente, faltaPreco).transform(semPrecoQuandoAvaliado);

export const editarServicoSchema = z
  .strictObject({ ...campos, ...registro })
  .refine(precoPresente, faltaPreco)
  .transform(semPrecoQuandoAvaliado);

export const servicoRegistroSchema = z.strictObject(registro);

export const filtroServicosSchema = listaSchema.extend({
  ativo: z.enum(["sim", "nao"]).optional().catch(undefined),
  categoria: textoDaUrl(40).optional().catch(undefined),
});

export type FiltroServicos = z.infer<typeof filtroServicosSchema>;
