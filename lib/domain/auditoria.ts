import { escreverCaixa, type ValoresDoCaixa } from "./caixa";
import { escreverCentavos } from "./dinheiro";
import { escreverMinutos } from "./duracao";
import { escreverCep, escreverCnpj, escreverCpf } from "./documentos";
import { entidades, type Coluna, type Entidade, type Formato } from "./entidades";
import { escreverHora, escreverSemana, escreverTurnos, type Semana, type Turno } from "./expediente";
import { escreverDia, escreverInstante } from "./instantes";
import { escreverTelefone } from "./telefone";

/** How a stored value is written for people. @param fuso the company's IANA zone */
const formatos: Record<Formato, (valor: unknown, fuso: string) => string> = {
  centavos: (valor: unknown) => escreverCentavos(Number(valor)),
  minutos: (valor: unknown) => escreverMinutos(Number(valor)),
  instante: (valor: unknown, fuso: string) => escreverInstante(String(valor), fuso),
  dia: (valor: unknown) => escreverDia(String(valor)),
  telefone: (valor: unknown) => escreverTelefone(String(valor)),
  cpf: (valor: unknown) => escreverCpf(String(valor)),
  cnpj: (valor: unknown) => escreverCnpj(String(valor)),
  cep: (valor: unknown) => escreverCep(String(valor)),
  semana: (valor: unknown) => escreverSemana(valor as Semana),
  turnos: (valor: unknown) => escreverTurnos(valor as Turno[]),
  hora: (valor: unknown) => escreverHora(Number(valor)),
  valores: (valor: unknown) =>
    Object.entries(valor as Record<string, string>)
      .map(([chave, um]) => `${chave}: ${um}`)
      .join("; "),
  caixa: (valor: unknown) => escreverCaixa(valor as ValoresDoCaixa),
  lista: (valor: unknown) => (Array.isArray(valor) ? valor.join(", ") : String(valor)),
};

/** Who acted, when it was not a person of the house. */
export const tiposAtor = {
  bot: "Assistente",
  cliente: "Cliente",
  sistema: "Sistema",
  anonimo: "Quem não entrou",
} as const;

export type TipoAtor = keyof typeof tiposAtor;

/** Details that acts without a row carry, in words. */
const detalhes: Record<string, string> = {
  endereco: "Endereço de rede",
  aparelho: "Aparelho",
  tentativa: "O que tentou",
  tela: "Tela",
  novos: "Clientes novos",
  linhas: "Linhas",
  formato: "Formato",
  filtro: "Filtro",
  dia: "Dia",
  motivo: "Motivo",
  arquivo: "Arquivo",
  bytes: "Tamanho em bytes",
  com: "Feito com",
};

export type Mudanca = { campo: string; antes: string | null; depois: string | null };
type Valores = Record<string, unknown> | null;

function escrever(coluna: Coluna | undefined, valor: unknown, fuso: string): string | null {
  if (valor === null || valor === undefined || valor === "") return null;
  if (typeof valor === "boolean") return valor ? "sim" : "não";
  if (coluna?.formato) return formatos[coluna.formato](valor, fuso) || null;
  return coluna?.valores?.[String(valor)] ?? String(valor);
}

/** One line of the trail in the words of its screen: for each field, how it was and how it became (null: empty). */
export function descreverMudancas(entidade: string | null, antes: Valores, depois: Valores, fuso: string): Mudanca[] {
  const conhecida: Entidade | undefined = (entidades as Record<string, Entidade>)[entidade ?? ""];
  const ordem = [...Object.keys(conhecida?.colunas ?? {}), ...Object.keys(detalhes)];
  const campos = Object.keys({ ...antes, ...depois }).filter((campo) => campo !== "id");
  return campos
    .sort((a, b) => ordem.indexOf(a) - ordem.indexOf(b))
    .map((campo) => {
      const coluna = conhecida?.colunas[campo];
      return {
        campo: coluna?.rotulo ?? detalhes[campo] ?? campo,
        antes: escrever(coluna, antes?.[campo], fuso),
        depois: escrever(coluna, depois?.[campo], fuso),
      };
    })
    .filter((mudanca) => mudanca.antes !== null || mudanca.depois !== null);
}
