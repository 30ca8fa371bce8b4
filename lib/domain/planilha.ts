/** What a cell holds: text, a number, or a civil day `2026-11-23`. Null is an empty cell. */
export type ColunaPlanilha<T> = {
  titulo: string;
  /** About how many characters wide a spreadsheet shows it. */
  largura: number;
} & (
  | { tipo: "texto"; valor: (linha: T) => string | null }
  | { tipo: "numero"; valor: (linha: T) => number | null }
  | { tipo: "dia"; valor: (linha: T) => string | null }
);

export type Colunas<T> = readonly ColunaPlanilha<T>[];

// What Excel, LibreOffice or Google Sheets would calculate, in full-width writing too, and the mark that prevents it.
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/;

/** A text that a spreadsheet shows as it is instead of calculating it. `semProtecao` undoes it. */
export const protegido = (texto: string) => (FORMULA.test(texto) ? `'${texto}` : texto);

/** What `protegido` was made from. Other texts stay as they are. */
export const semProtecao = (texto: string) => (texto.startsWith("'") && FORMULA.test(texto) ? texto.slice(1) : texto);

const escreverDia = (dia: string) => dia.split("-").reverse().join("/");

function textoDaCelula<T>(coluna: ColunaPlanilha<T>, linha: T): string {
  const valor = coluna.valor(linha);
  if (valor === null) return "";
  if (coluna.tipo === "numero") return String(valor).replace(".", ",");
  return coluna.tipo === "dia" ? escreverDia(String(valor)) : protegido(String(valor));
}

const entreAspas = (texto: string) => (/[";\n\r]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto);
const linhaCsv = (celulas: string[]) => `${celulas.map(entreAspas).join(";")}\r\n`;

/** Lets Excel take the file for UTF-8. */
export const BOM = "\ufeff";

/** CSV as Brazilian spreadsheets open it with two clicks: `;` between cells, quotes of RFC 4180. */
export const csv = {
  cabecalho: <T>(colunas: Colunas<T>) => BOM + linhaCsv(colunas.map(({ titulo }) => titulo)),
  linha: <T>(colunas: Colunas<T>, linha: T) => linhaCsv(colunas.map((coluna) => textoDaCelula(coluna, linha))),
};
