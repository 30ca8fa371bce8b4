import readExcel from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Colunas } from "@/lib/domain/planilha";
import { download, type Formato } from "@/lib/server/export";

type Linha = { nome: string; dia: string | null; valor: number | null };
const colunas: Colunas<Linha> = [
  { titulo: "Nome", largura: 20, tipo: "texto", valor: ({ nome }) => nome },
  { titulo: "Dia", largura: 12, tipo: "dia", valor: ({ dia }) => dia },
  { titulo: "Valor", largura: 10, tipo: "numero", valor: ({ valor }) => valor },
];

const linha = (nome: string, dia: string | null = null, valor: number | null = null): Linha => ({ nome, dia, valor });

async function* emLotes(linhas: Linha[], tamanho = 2) {
  for (let i = 0; i < linhas.length; i += tamanho) yield linhas.slice(i, i + tamanho);
}

const baixar = (formato: Formato, linhas: Linha[]) =>
  download(formato, { nome: "lista", titulo: "Lista & Cia", colunas, batches: emLotes(linhas) });

/** The cells of a workbook as a reader sees them that knows nothing of ours, with its sheets' names. */
async function abrir(linhas: Linha[]) {
  const [folha, ...outras] = await readExcel(Buffer.from(await baixar("xlsx", linhas).arrayBuffer()));
  expect(outras).toEqual([]);
  return { nome: folha!.sheet, celulas: folha!.data };
}

test("a planilha abre com as mesmas células: texto é texto, dia é dia, número é número", async () => {
  const linhas = [
    linha("João & <Ana>", "1985-11-23", 45.5),
    linha('Diz "oi"\ne sorri', "1900-03-01", 0),
    linha("_x0041_ 💈", "1900-02-28", -1),
    linha("vertical\u000b e \ufffefim", null, null),
    linha("=1+1"),
  ];
  const { nome, celulas } = await abrir(linhas);
  expect(nome).toBe("Lista & Cia");
  expect(celulas).toEqual([
    ["Nome", "Dia", "Valor"],
    ["João & <Ana>", new Date("1985-11-23"), 45.5],
    ['Diz "oi"\ne sorri', new Date("1900-03-01"), 0],
    ["_x0041_ 💈", "1900-02-28", -1],
    ["vertical e fim", null, null],
    ["=1+1", null, null],
  ]);
});

test("uma lista vazia é só o cabeçalho", async () => {
  expect((await abrir([])).celulas).toEqual([["Nome", "Dia", "Valor"]]);
  expect(await baixar("csv", []).text()).toBe("Nome;Dia;Valor\r\n");
});

test("o CSV é o que um Excel brasileiro abre: BOM, ponto e vírgula, vírgula nos decimais, dias por extenso", async () => {
  const resposta = baixar("csv", [linha("Ana; Bia", "1985-11-23", 45.5), linha('Diz "oi"\ne sorri')]);
  expect(Object.fromEntries(resposta.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="lista.csv"',
    "cache-control": "no-store",
  });
  const bytes = Buffer.from(await resposta.arrayBuffer());
  expect(bytes.toString()).toBe('\ufeffNome;Dia;Valor\r\n"Ana; Bia";23/11/1985;45,5\r\n"Diz ""oi""\ne sorri";;\r\n');
});

test.each(["=1+1", "+55", "-1", "@x", "\tx", "＝1", "'=1", "''-1"])("a célula %j não é calculada", async (nome) => {
  const texto = await baixar("csv", [linha(nome)]).text();
  expect(texto.split("\r\n")[1]).toBe(`'${nome};;`);
});

test("quem lê devagar não faz ler adiante, e quem vai embora encerra a leitura", async () => {
  let lidos = 0;
  let encerrada = false;
  async function* fonte() {
    try {
      for (;;) {
        lidos += 1;
        yield [linha("x".repeat(10_000))];
      }
    } finally {
      encerrada = true;
    }
  }
  const reader = download("csv", { nome: "lista", titulo: "Lista", colunas, batches: fonte() }).body!.getReader();
  await reader.read();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lidos).toBe(1);
  await reader.cancel();
  expect(encerrada).toBe(true);
});

test("um erro no meio quebra o arquivo em vez de o deixar parecer inteiro", async () => {
  async function* fonte() {
    yield [linha("Ana")];
    throw new Error("o banco caiu");
  }
  for (const formato of ["csv", "xlsx"] as const) {
    const resposta = download(formato, { nome: "lista", titulo: "Lista", colunas, batches: fonte() });
    await expect(resposta.arrayBuffer()).rejects.toThrow("o banco caiu");
  }
});
