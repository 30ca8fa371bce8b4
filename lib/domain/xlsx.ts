import type { ColunaPlanilha, Colunas } from "./planilha";

/** The parts of a workbook with one sheet (ECMA-376, SpreadsheetML); `lib/server/export.ts` zips them. */

/** The last row that Excel opens. */
export const MAXIMO_LINHAS = 1_048_576;

// XML has no way to write them.
const IMPOSSIVEIS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const entidades: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text inside XML. `_x0041_` would be read as "A", so its underscore is written the same way. */
const xml = (texto: string) =>
  texto
    .replace(IMPOSSIVEIS, "")
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(/\r/g, "_x000D_")
    .replace(/[&<>"]/g, (sinal) => entidades[sinal]!);

const DIA_MS = 86_400_000;
// Excel believes in a 29 February 1900; days count right from the first of March on.
const PRIMEIRO_DIA = "1900-03-01";
const numeroDoDia = (dia: string) => (Date.parse(dia) - Date.parse("1899-12-30")) / DIA_MS;

/** "A" to "Z", "AA" and so on. @param i from 0 */
const letras = (i: number): string =>
  (i < 26 ? "" : letras(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

const texto = (lugar: string, valor: string, estilo = 0) =>
  `<c r="${lugar}" t="inlineStr"${estilo ? ` s="${estilo}"` : ""}><is><t xml:space="preserve">${xml(valor)}</t></is></c>`;

function celula<T>(lugar: string, coluna: ColunaPlanilha<T>, linha: T): string {
  const valor = coluna.valor(linha);
  if (valor === null || valor === "") return "";
  if (coluna.tipo === "numero") return `<c r="${lugar}"><v>${valor}</v></c>`;
  if (coluna.tipo === "dia" && String(valor) >= PRIMEIRO_DIA)
    return `<c r="${lugar}" s="2"><v>${numeroDoDia(String(valor))}</v></c>`;
  return texto(lugar, String(valor));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACOTE = "http://schemas.openxmlformats.org/package/2006";
const FOLHA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELACAO = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TIPO = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The small files of the workbook, by their path in the zip. @param titulo the sheet's name, at most 31 characters */
export const arquivosXlsx = (titulo: string): Record<string, string> => ({
  "[Content_Types].xml": `${XML}<Types xmlns="${PACOTE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TIPO}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TIPO}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TIPO}.styles+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACOTE}/relationships"><Relationship Id="rId1" Type="${RELACAO}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook xmlns="${FOLHA}" xmlns:r="${RELACAO}"><sheets><sheet name="${xml(titulo)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACOTE}/relationships"><Relationship Id="rId1" Type="${RELACAO}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELACAO}/styles" Target="styles.xml"/></Relationships>`,
  // Cell styles by number: 0 plain, 1 the bold header, 2 a date in the reader's own order.
  "xl/styles.xml": `${XML}<styleSheet xmlns="${FOLHA}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** The sheet itself, `xl/worksheets/sheet1.xml`: a beginning with the frozen header, its rows, an end. */
export const folha = {
  inicio: <T>(colunas: Colunas<T>) =>
    `${XML}<worksheet xmlns="${FOLHA}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${colunas
      .map(({ largura }, i) => `<col min="${i + 1}" max="${i + 1}" width="${largura}" customWidth="1"/>`)
      .join(
        "",
      )}</cols><sheetData><row r="1">${colunas.map(({ titulo }, i) => texto(`${letras(i)}1`, titulo, 1)).join("")}</row>`,
  /** @param numero the row's place in the sheet; the header is row 1 */
  linha: <T>(colunas: Colunas<T>, linha: T, numero: number) =>
    `<row r="${numero}">${colunas.map((coluna, i) => celula(`${letras(i)}${numero}`, coluna, linha)).join("")}</row>`,
  fim: "</sheetData></worksheet>",
};
