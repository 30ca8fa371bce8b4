import { Zip, ZipDeflate } from "fflate";
import { csv, type Colunas } from "@/lib/domain/planilha";
import { arquivosXlsx, folha } from "@/lib/domain/xlsx";

/** The formats in which a list leaves the house. */
const formatos = {
  csv: { tipo: "text/csv; charset=utf-8", escrever: escreverCsv },
  xlsx: { tipo: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", escrever: escreverXlsx },
} as const;

export type Formato = keyof typeof formatos;

type Batches<T> = AsyncIterable<readonly T[]>;

async function* escreverCsv<T>(colunas: Colunas<T>, batches: Batches<T>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csv.cabecalho(colunas));
  for await (const batch of batches) yield encoder.encode(batch.map((linha) => csv.linha(colunas, linha)).join(""));
}

/** Zips as it goes: what is in memory is one batch, never the sheet. */
async function* escreverXlsx<T>(colunas: Colunas<T>, batches: Batches<T>, titulo: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return Buffer.concat(chunks);
  };
  const file = (path: string) => {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    return entry;
  };

  for (const [path, text] of Object.entries(arquivosXlsx(titulo))) file(path).push(encoder.encode(text), true);
  const sheet = file("xl/worksheets/sheet1.xml");
  sheet.push(encoder.encode(folha.inicio(colunas)));
  let numero = 1;
  for await (const batch of batches) {
    sheet.push(encoder.encode(batch.map((linha) => folha.linha(colunas, linha, ++numero)).join("")));
    const chunk = taken();
    if (chunk.length) yield chunk;
  }
  sheet.push(encoder.encode(folha.fim), true);
  zip.end();
  yield taken();
}

/**
 * Rows as a file to download, written while it is read: a reader that pauses pauses the source, one that goes away ends
 * it.
 *
 * @param nome the file's name without its ending, in plain letters
 * @param titulo what the sheet of a workbook is called
 */
export function download<T>(
  formato: Formato,
  { nome, titulo, colunas, batches }: { nome: string; titulo: string; colunas: Colunas<T>; batches: Batches<T> },
): Response {
  const { tipo, escrever } = formatos[formato];
  const chunks = escrever(colunas, batches, titulo);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": tipo,
      "content-disposition": `attachment; filename="${nome}.${formato}"`,
      "cache-control": "no-store",
    },
  });
}
