import { lerTelefone } from "./telefone";
import { semAcento } from "./texto";

const MARCAS = /^[\d().+/-]*\d[\d().+/-]*$/;
const digitos = (texto: string) => texto.replace(/\D/g, "");

/** A piece to look for: anywhere, or at the beginning of a word where nothing in it is long enough to be indexed. */
export type Pedaco = { texto: string; onde: "meio" | "inicio" };

const indexavel = /[\p{L}\p{N}]{3}/u;
const pedaco = (texto: string): Pedaco => ({ texto, onde: indexavel.test(semAcento(texto)) ? "meio" : "inicio" });

/**
 * What somebody looks for when they look for a person: all pieces of one of the alternatives. Numbers lose the marks of
 * phones and CPFs; a whole number is also looked for in one piece and, if it is a phone, as it is stored. Marks alone are
 * nobody's.
 *
 * @returns no alternative when there is nothing that anybody could be found by
 */
export function alternativasDaBusca(busca: string): Pedaco[][] {
  const palavras = busca
    .split(/\s+/)
    .filter((palavra) => /[\p{L}\p{N}]/u.test(palavra))
    .slice(0, 6);
  if (!palavras.length) return [];
  const comoDigitado = palavras.map((palavra) => pedaco(MARCAS.test(palavra) ? digitos(palavra) : palavra));
  if (!palavras.every((palavra) => MARCAS.test(palavra))) return [comoDigitado];
  const inteiros = [digitos(palavras.join("")), digitos(lerTelefone(busca) ?? "")];
  const outros = inteiros.filter((inteiro) => inteiro !== "" && inteiro !== comoDigitado[0]!.texto);
  return [comoDigitado, ...[...new Set(outros)].map((inteiro) => [pedaco(inteiro)])];
}
