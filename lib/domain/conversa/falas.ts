import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { falarHora } from "@/lib/domain/frases";
import { diaDaSemana, naParede, somarDias } from "@/lib/domain/tempo";
import type { FatosDaConversa, MeuAgendamento, Parte } from "./tipos";

const nomes = ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"];
const curtos = ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"];

const diaEMes = (dia: string) => `${dia.slice(8)}/${dia.slice(5, 7)}`;

/** The company's civil day. */
export const hojeDe = ({ agora, funcionamento: { fuso } }: FatosDaConversa) => naParede(agora, fuso).dia;

/** "sexta, 27/11", with "hoje, " or "amanhã, " before it where that is true. */
export function falarDia(dia: string, hoje: string): string {
  const perto = { [hoje]: "hoje, ", [somarDias(hoje, 1)]: "amanhã, " }[dia] ?? "";
  return `${perto}${nomes[diaDaSemana(dia)]}, ${diaEMes(dia)}`;
}

/** "sex 27/11 15h30", short enough for a button. */
export function falarCurto(minuto: number, { funcionamento: { fuso } }: FatosDaConversa): string {
  const { dia, minutos } = naParede(minuto, fuso);
  return `${curtos[diaDaSemana(dia)]} ${diaEMes(dia)} ${falarHora(minutos)}`;
}

export const horaDe = (minuto: number, { funcionamento: { fuso } }: FatosDaConversa) =>
  falarHora(naParede(minuto, fuso).minutos);

/** "sexta, 27/11, às 15h". */
function falarQuando(minuto: number, fatos: FatosDaConversa): string {
  const { dia, minutos } = naParede(minuto, fatos.funcionamento.fuso);
  return `${falarDia(dia, hojeDe(fatos))}, ${minutos < 120 ? "à" : "às"} ${falarHora(minutos)}`;
}

/** "Corte", "Corte e Barba", "Corte, Barba e Escova". */
export function juntar(palavras: readonly string[], ligacao = "e"): string {
  if (palavras.length < 2) return palavras[0] ?? "";
  return `${palavras.slice(0, -1).join(", ")} ${ligacao} ${palavras.at(-1)}`;
}

export const servicoDe = (id: number, { servicos }: FatosDaConversa) => servicos.find((um) => um.id === id);
export const profissionalDe = (id: number, { profissionais }: FatosDaConversa) =>
  profissionais.find((um) => um.id === id);
export const nomesDosServicos = (ids: readonly number[], fatos: FatosDaConversa) =>
  juntar(ids.flatMap((id) => servicoDe(id, fatos)?.nome ?? []));

/** What these cost with who performs them: "R$ 45,00", "a partir de R$ 80,00"; null where it may not be said or known. */
export function precoDe(partes: readonly Omit<Parte, "inicio">[], fatos: FatosDaConversa): string | null {
  if (!fatos.assistente.podeInformarPrecos) return null;
  let [total, aPartir] = [0, false];
  for (const { profissionalId, servicos } of partes) {
    const faz = profissionalDe(profissionalId, fatos)?.faz ?? [];
    for (const id of servicos) {
      const servico = servicoDe(id, fatos);
      const preco = faz.find(({ servicoId }) => servicoId === id)?.precoCentavos ?? servico?.precoCentavos ?? null;
      if (preco === null || servico?.precoTipo === "sob_avaliacao") return null;
      total += preco;
      aPartir ||= servico?.precoTipo === "a_partir_de";
    }
  }
  return (aPartir ? "a partir de " : "") + escreverCentavos(total).replace(/\u00a0/g, " ");
}

/** "Corte com Ana" or, of a visit, "Corte com Ana e Manicure com Bia". */
const oQue = (partes: readonly Parte[], fatos: FatosDaConversa) =>
  juntar(
    partes.map(({ servicos, profissionalId }) => {
      const quem = profissionalDe(profissionalId, fatos)?.nome;
      return nomesDosServicos(servicos, fatos) + (quem ? ` com ${quem}` : "");
    }),
  );

/** All that a person says yes to: what, with whom, when and for how much. */
export function resumo(partes: readonly Parte[], atendido: string | null, fatos: FatosDaConversa): string {
  const preco = precoDe(partes, fatos);
  const para = atendido ? ` para ${atendido}` : "";
  const depois =
    partes.length > 1
      ? ` (${partes.map((parte) => `${nomesDosServicos(parte.servicos, fatos)} às ${horaDe(parte.inicio, fatos)}`).join(", ")})`
      : "";
  return `${oQue(partes, fatos)}${para}, *${falarQuando(partes[0]!.inicio, fatos)}*${depois}${preco ? `, ${preco}` : ""}`;
}

/** An appointment that stands: "Corte com Ana, sexta, 27/11, às 15h". */
export function falarMeu({ partes, inicio, atendido }: MeuAgendamento, fatos: FatosDaConversa): string {
  const feitos = partes.map(
    ({ servicos, profissional }) => `${juntar(servicos.map(({ nome }) => nome))} com ${profissional}`,
  );
  return `${juntar(feitos)}${atendido ? ` para ${atendido}` : ""}, ${falarQuando(inicio, fatos)}`;
}

/** "Corte: R$ 45,00 (30 min)". */
export function falarPreco(id: number, fatos: FatosDaConversa): string {
  const servico = servicoDe(id, fatos)!;
  const { precoTipo, precoCentavos, nome, duracaoMinutos } = servico;
  if (precoTipo === "sob_avaliacao" || precoCentavos === null) return `${nome}: sob avaliação`;
  const quemFaz = fatos.profissionais.flatMap(({ faz }) => faz.filter(({ servicoId }) => servicoId === id));
  const precos = quemFaz.map((um) => um.precoCentavos ?? precoCentavos);
  const [menor, maior] = [Math.min(...precos, ...(precos.length ? [] : [precoCentavos])), Math.max(...precos)];
  // Of people with prices of their own the lowest is where it begins.
  const aPartir = precoTipo === "a_partir_de" || maior > menor;
  const valor = escreverCentavos(menor).replace(/\u00a0/g, " ");
  return `${nome}: ${aPartir ? "a partir de " : ""}${valor} (${escreverMinutos(duracaoMinutos)})`;
}
