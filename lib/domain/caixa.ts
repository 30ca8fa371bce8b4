import { chavesForma, formasDePagamento, type FormaDePagamento } from "./agenda";
import { escreverCentavos } from "./dinheiro";

type Valor = { registradoCentavos: number; contadoCentavos: number };

/** What was registered and what was counted, by form of payment. */
export type ValoresDoCaixa = Partial<Record<FormaDePagamento, Valor>>;

/** What was received on a day as registered, by form of payment. */
export type Registrados = Partial<Record<FormaDePagamento, number>>;

export type LinhaDoCaixa = Valor & {
  forma: FormaDePagamento;
  /** What was registered since the day was closed; negative when less is registered now. */
  depoisCentavos: number;
};

/** What is owed is no money that somebody could count. */
export const seConta = (forma: FormaDePagamento) => forma !== "fiado";

/** A day that is open, to be counted: until somebody says otherwise, all that was registered is there. */
export const linhasAbertas = (registrados: Registrados): LinhaDoCaixa[] =>
  chavesForma
    .filter((forma) => registrados[forma] || forma === "dinheiro")
    .map((forma) => {
      const registradoCentavos = registrados[forma] ?? 0;
      return { forma, registradoCentavos, contadoCentavos: registradoCentavos, depoisCentavos: 0 };
    });

/** A day as it was closed, with what came after. */
export const linhasFechadas = (valores: ValoresDoCaixa, registrados: Registrados): LinhaDoCaixa[] =>
  chavesForma
    .filter((forma) => valores[forma] || registrados[forma])
    .map((forma) => {
      const { registradoCentavos = 0, contadoCentavos = 0 } = valores[forma] ?? {};
      const depoisCentavos = (registrados[forma] ?? 0) - registradoCentavos;
      return { forma, registradoCentavos, contadoCentavos, depoisCentavos };
    });

export const diferencaDe = ({ registradoCentavos, contadoCentavos }: Valor) => contadoCentavos - registradoCentavos;

/** The sum of what is money. */
export function somar(linhas: readonly LinhaDoCaixa[]): Valor & { depoisCentavos: number } {
  const contadas = linhas.filter(({ forma }) => seConta(forma));
  const soma = (valor: (linha: LinhaDoCaixa) => number) => contadas.reduce((total, linha) => total + valor(linha), 0);
  return {
    registradoCentavos: soma((linha) => linha.registradoCentavos),
    contadoCentavos: soma((linha) => linha.contadoCentavos),
    depoisCentavos: soma((linha) => linha.depoisCentavos),
  };
}

/** "faltam R$ 5,00", "sobram R$ 5,00", or nothing. */
export const escreverDiferenca = (centavos: number) =>
  centavos === 0 ? "" : `${centavos < 0 ? "faltam" : "sobram"} ${escreverCentavos(Math.abs(centavos))}`;

/** The whole of it in one line, for the trail. */
export const escreverCaixa = (valores: ValoresDoCaixa): string =>
  chavesForma
    .flatMap((forma) => {
      const valor = valores[forma];
      if (!valor) return [];
      const dito = `${formasDePagamento[forma]}: ${escreverCentavos(valor.registradoCentavos)}`;
      return [diferencaDe(valor) ? `${dito} (contado ${escreverCentavos(valor.contadoCentavos)})` : dito];
    })
    .join("; ");
