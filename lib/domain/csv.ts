import Papa from "papaparse";

/** A text that is no table for us; the message is one sentence for the person. */
export class CsvError extends Error {}

const inicia = (bytes: Uint8Array, texto: string) => [...texto].every((letra, i) => bytes[i] === letra.charCodeAt(0));

const COMO_SALVAR = "Na planilha, use “Salvar como” e escolha “CSV UTF-8”.";

/**
 * The text of a file as UTF-8 or, where it is not that, as the Windows-1252 of Brazilian spreadsheets. Every line ends
 * with `\n`.
 *
 * @throws CsvError when it is empty, or no text at all
 */
export function lerTexto(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new CsvError("O arquivo está vazio.");
  if (inicia(bytes, "PK\u0003\u0004") || inicia(bytes, "\u00d0\u00cf\u0011\u00e0"))
    throw new CsvError(`Este arquivo é uma planilha do Excel. ${COMO_SALVAR}`);
  const nulo = bytes.indexOf(0);
  if (nulo >= 0) throw new CsvError(`Este arquivo não é um CSV: há nele o que não é texto. ${COMO_SALVAR}`);
  const texto = decodificar(bytes).replace(/\r\n?/g, "\n");
  if (texto.trim() === "") throw new CsvError("O arquivo está vazio.");
  return texto;
}

// What Windows-1252 has from 0x80 on; Node 20 decodes it as ISO 8859-1, which has nothing there. Five are unused.
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodificar(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const texto = new TextDecoder("windows-1252").decode(bytes);
    return texto.replace(/[\u0080-\u009f]/g, (letra) => WINDOWS[letra.charCodeAt(0) - 0x80]!);
  }
}

/** One record of a table: where it begins in a text editor, counted from 1, and its cells, or why it has none. */
export type Registro = { linha: number; celulas: string[]; problema?: string };

// More characters than any record of ours: what is not complete within them has lost a quote.
const JANELA = 65_536;

const quebras = (texto: string) => texto.split("\n").length - 1;

/** Where the text goes on after `quantas` ends of line, from `posicao` on. */
function depoisDasLinhas(texto: string, posicao: number, quantas: number): number {
  for (let n = 0; n < quantas; n++) {
    const fim = texto.indexOf("\n", posicao);
    if (fim < 0) return texto.length;
    posicao = fim + 1;
  }
  return posicao;
}

/**
 * The records of a table, some at a time, so that the caller may let others work in between. Quoted cells may hold
 * separators, quotes and ends of lines. A quote that is never closed spoils its own line only.
 *
 * @param texto as `lerTexto` gives it
 */
export function* registros(texto: string, separador: string): Generator<Registro[]> {
  let [posicao, linha] = [0, 1];
  while (posicao < texto.length) {
    const janela = texto.slice(posicao, posicao + JANELA);
    const cortada = posicao + JANELA < texto.length;
    const { data, errors } = Papa.parse<string[]>(janela, { delimiter: separador, newline: "\n", fastMode: false });
    const inteiros = Math.min(errors[0]?.row ?? data.length, cortada ? data.length - 1 : data.length);
    const lidos: Registro[] = [];
    const inicio = linha;
    for (const celulas of data.slice(0, inteiros)) {
      lidos.push({ linha, celulas });
      linha += 1 + quebras(celulas.join(""));
    }
    if (!inteiros) {
      const problema = errors.length ? "As aspas desta linha não fecham direito." : "Esta linha é longa demais.";
      lidos.push({ linha: linha++, celulas: [], problema });
    }
    posicao = depoisDasLinhas(texto, posicao, linha - inicio);
    yield lidos;
  }
}

const SEPARADORES = [";", ",", "\t"];

/**
 * The separator with which the beginning of the file makes most sense.
 *
 * @param sentido how much sense the cells of the first record make
 */
export function acharSeparador(texto: string, sentido: (celulas: string[]) => number): string {
  const anunciado = /^sep=(.)\n/i.exec(texto)?.[1];
  if (anunciado) return anunciado;
  const comeco = texto.replace(/^\s*\n/, "").slice(0, 20_000);
  const notas = SEPARADORES.map((separador) => {
    const { data } = Papa.parse<string[]>(comeco, { delimiter: separador, newline: "\n", preview: 1 });
    return sentido(data[0] ?? []);
  });
  return SEPARADORES[notas.indexOf(Math.max(...notas))]!;
}
