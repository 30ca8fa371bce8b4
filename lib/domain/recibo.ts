import { formasDePagamento, type FormaDePagamento } from "./agenda";
import { escreverCentavos } from "./dinheiro";
import { escreverDia } from "./instantes";

type ItemDoRecibo = { nome: string; precoCentavos: number | null };
type PagamentoDoRecibo = { forma: FormaDePagamento; valorCentavos: number };

export type DadosDoRecibo = {
  empresa: string;
  cliente: string;
  /** Civil day of the appointment. */
  dia: string;
  profissional: string;
  servicos: readonly ItemDoRecibo[];
  /** What was agreed, and what was charged in the end. */
  valorCentavos: number;
  valorFinalCentavos: number;
  pagamentos: readonly PagamentoDoRecibo[];
  notaFiscal: string | null;
};

/** What was paid in money, and what is still owed: what was put on the tab counts as owed. */
export function contasDoRecibo({
  valorFinalCentavos,
  pagamentos,
}: Pick<DadosDoRecibo, "valorFinalCentavos" | "pagamentos">) {
  const pagoCentavos = pagamentos
    .filter(({ forma }) => forma !== "fiado")
    .reduce((soma, { valorCentavos }) => soma + valorCentavos, 0);
  return { pagoCentavos, faltaCentavos: Math.max(0, valorFinalCentavos - pagoCentavos) };
}

/** The receipt as a message to the client. */
export function textoDoRecibo(dados: DadosDoRecibo): string {
  const { empresa, cliente, dia, profissional, servicos, valorCentavos, valorFinalCentavos, pagamentos, notaFiscal } =
    dados;
  const { faltaCentavos } = contasDoRecibo(dados);
  const ajuste = valorFinalCentavos - valorCentavos;
  return [
    `Recibo de ${empresa}`,
    `${cliente}, ${escreverDia(dia)}, com ${profissional}`,
    ...servicos.map(({ nome, precoCentavos }) =>
      precoCentavos === null ? nome : `${nome}: ${escreverCentavos(precoCentavos)}`,
    ),
    ajuste !== 0 && `${ajuste < 0 ? "Desconto" : "Acréscimo"}: ${escreverCentavos(Math.abs(ajuste))}`,
    `Total: ${escreverCentavos(valorFinalCentavos)}`,
    ...pagamentos.map(({ forma, valorCentavos: pago }) => `${formasDePagamento[forma]}: ${escreverCentavos(pago)}`),
    faltaCentavos > 0 && `A pagar: ${escreverCentavos(faltaCentavos)}`,
    notaFiscal && `Nota fiscal: ${notaFiscal}`,
  ]
    .filter(Boolean)
    .join("\n")
    .replaceAll("\u00a0", " ");
}
