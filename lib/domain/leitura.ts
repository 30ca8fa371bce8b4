import { acharSeparador, CsvError, registros, type Registro } from "./csv";
import { lerCabecalho, lerLinha, MAXIMO_IMPORTADAS, reconhecidas, type Cabecalho, type LinhaBruta } from "./importacao";
import { contar } from "./texto";

type LinhaErrada = { linha: number; motivo: string };
export type Leitura<V> = { cabecalho: Cabecalho; linhas: (V & { linha: number })[]; erradas: LinhaErrada[] };

/** How far a long work is: lines or rows. */
export type Andamento = { feitas: number; de: number };

const vazia = ({ celulas, problema }: Registro) => !problema && celulas.every((celula) => celula.trim() === "");

function celulasDe({ celulas, problema }: Registro, largura: number): string[] {
  if (problema) throw new CsvError(problema);
  const sobra = celulas.slice(largura).some((celula) => celula.trim() !== "");
  if (sobra || celulas.length < largura)
    throw new CsvError(`Esta linha tem ${contar(celulas.length, "coluna", "colunas")}, e o cabeçalho tem ${largura}.`);
  return celulas;
}

/**
 * Reads a table of clients, some lines at a time: each step says how far it is.
 *
 * @param texto as `lerTexto` gives it
 * @param validar makes values of a line @throws CsvError with what is wrong with it
 * @throws CsvError when there is no column Nome, nothing below the header, or too many lines
 */
export function* lerTabela<V>(
  texto: string,
  validar: (bruta: LinhaBruta) => V,
): Generator<Andamento, Leitura<V>, undefined> {
  const separador = acharSeparador(texto, (celulas) => reconhecidas(lerCabecalho(celulas)));
  const de = texto.split("\n").length;
  const leitura: Leitura<V> = { cabecalho: [], linhas: [], erradas: [] };
  let lidos = 0;
  for (const lote of registros(texto, separador)) {
    for (const registro of lote) {
      if (vazia(registro) || /^sep=.?$/i.test(registro.celulas.join(""))) continue;
      if (!leitura.cabecalho.length) {
        leitura.cabecalho = cabecalhoDe(registro);
        continue;
      }
      if (++lidos > MAXIMO_IMPORTADAS)
        throw new CsvError("O arquivo tem mais de 20.000 linhas. Divida-o em partes e importe uma de cada vez.");
      try {
        const celulas = celulasDe(registro, leitura.cabecalho.length);
        leitura.linhas.push({ ...validar(lerLinha(leitura.cabecalho, celulas)), linha: registro.linha });
      } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        leitura.erradas.push({ linha: registro.linha, motivo: error.message });
      }
    }
    yield { feitas: Math.min(de, lote.at(-1)?.linha ?? 0), de };
  }
  if (!lidos) throw new CsvError("O arquivo só tem o cabeçalho. Ponha um cliente em cada linha abaixo dele.");
  return leitura;
}

function cabecalhoDe({ celulas }: Registro): Cabecalho {
  const cabecalho = lerCabecalho(celulas);
  if (cabecalho.some(({ campo }) => campo === "nome")) return cabecalho;
  throw new CsvError(
    "Não encontramos a coluna Nome. A primeira linha precisa dizer o que há em cada coluna: baixe o modelo.",
  );
}
