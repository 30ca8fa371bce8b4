import { formatCep } from "@brazilian-utils/brazilian-utils/format-cep";
import { formatCnpj } from "@brazilian-utils/brazilian-utils/format-cnpj";
import { formatCpf } from "@brazilian-utils/brazilian-utils/format-cpf";
import { isValidCnpj } from "@brazilian-utils/brazilian-utils/is-valid-cnpj";
import { isValidCpf } from "@brazilian-utils/brazilian-utils/is-valid-cpf";

const soLetrasEDigitos = (texto: string) => texto.replace(/[\s.\-/]/g, "").toUpperCase();

/** Reads a CPF with or without its marks into its eleven digits. Null: the check digits do not agree. */
export function lerCpf(texto: string): string | null {
  const digitos = soLetrasEDigitos(texto);
  return /^\d{11}$/.test(digitos) && isValidCpf(digitos) ? digitos : null;
}

export const escreverCpf = (cpf: string) => formatCpf(cpf);

/**
 * Reads a CNPJ, with digits alone or the letters that it may have since July 2026 (IN RFB 2.229/2024), into its fourteen
 * characters in upper case. Null: the check digits do not agree.
 */
export function lerCnpj(texto: string): string | null {
  const caracteres = soLetrasEDigitos(texto);
  return /^[0-9A-Z]{12}\d{2}$/.test(caracteres) && isValidCnpj(caracteres, { version: 2 }) ? caracteres : null;
}

export const escreverCnpj = (cnpj: string) => formatCnpj(cnpj, { version: 2 });

/** Reads a CEP into its eight digits. Null: not eight of them. */
export function lerCep(texto: string): string | null {
  const digitos = soLetrasEDigitos(texto);
  return /^\d{8}$/.test(digitos) ? digitos : null;
}

export const escreverCep = (cep: string) => formatCep(cep);
