import { naParede } from "@/lib/domain/tempo";
import { escrever } from "./escrita";
import { antes } from "./estado";
import { lerEscolha, lerHoraSolta } from "./escolha";
import { profissionalDe } from "./falas";
import { avancar, segurar } from "./marcando";
import { ehSim, soConfirma } from "./intencao";
import { serve } from "./partes";
import { fazer } from "./perguntas";
import { comDito, ehTantoFaz, traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Parte, Pergunta, Rascunho, Saida } from "./tipos";

const outros = /\boutr[oa]s? (?:horari|hora|opc|dia)|\bmais (?:opc|horari)|\btem (?:mais|outr)|\boutr[oa]s?\b/;
const naoServe = /^(?:nao|nenhum)|\bnao (?:da|dao|servem?|rolam?|encaixam?|consigo|posso)\b/;
const outroDiaDito = /\boutr[oa]s? dias?\b/;

/** Times beyond those that were offered, on the last or the first day of them. */
function alem(estado: Estado, opcoes: Parte[][], lado: NonNullable<Lido["alem"]>, fatos: FatosDaConversa): Saida {
  const { dia, minutos } = naParede(opcoes.at(lado === "mais_tarde" ? -1 : 0)![0]!.inicio, fatos.funcionamento.fuso);
  const horas = lado === "mais_tarde" ? { de: minutos + 1, ate: 1_439 } : { de: 0, ate: Math.max(0, minutos - 1) };
  return avancar(estado, { ...estado.rascunho!, dias: { de: dia, ate: dia }, horas }, fatos);
}

/** The answer to the times that were offered; undefined: it is none. */
export function escolherHorario(
  estado: Estado,
  pergunta: Extract<Pergunta, { tipo: "horario" }>,
  lido: Lido,
  fatos: FatosDaConversa,
) {
  const { opcoes } = pergunta;
  const rascunho = estado.rascunho!;
  const ficha = (partes: Parte[]) => segurar(estado, partes, fatos);
  const parede = ([um]: Parte[]) => naParede(um!.inicio, fatos.funcionamento.fuso);
  const posta = lerEscolha(lido.texto, opcoes.length);
  const solta = lerHoraSolta(lido.texto);
  const hora = lido.horas?.ate === null ? lido.horas.de : solta;
  const daHora = opcoes.filter(
    (partes) =>
      parede(partes).minutos === hora &&
      (!lido.dias || (parede(partes).dia >= lido.dias.de && parede(partes).dia <= lido.dias.ate)),
  );
  if (posta !== undefined && !lido.dias) {
    // "9" where the ninth is not the one at nine: either could be meant.
    if (solta === (posta + 1) * 60 && daHora.length && !daHora.includes(opcoes[posta]!))
      return fazer(estado, { tipo: "horario", opcoes: [opcoes[posta]!, ...daHora] }, fatos);
    return ficha(opcoes[posta]!);
  }
  const outroServico = lido.servicos.some(
    (nome) => !rascunho.servicos.includes(fatos.servicos.find((um) => um.nome === nome)?.id ?? 0),
  );
  const muda = outroServico || lido.profissional !== null || lido.duvidas.length > 0;
  if (daHora.length === 1 && !muda) return ficha(daHora[0]!);
  if (daHora.length > 1 && !muda) return fazer(estado, { tipo: "horario", opcoes: daHora }, fatos);
  if (lido.dias && !lido.horas && !muda) {
    const doDia = opcoes.filter(
      (partes) => parede(partes).dia >= lido.dias!.de && parede(partes).dia <= lido.dias!.ate,
    );
    if (doDia.length === 1 && opcoes.length > 1) return ficha(doDia[0]!);
  }
  if (solta !== undefined)
    return avancar(
      estado,
      { ...comDito(rascunho, lido, fatos, opcoes[0]), horas: { de: solta, ate: null }, dias: rascunho.dias },
      fatos,
    );
  if (lido.alem && !lido.dias) return alem(estado, opcoes, lido.alem, fatos);
  // With whom does not matter: others may have what the wanted one has not.
  const outraPessoa =
    lido.qualquerUm && rascunho.profissionalId !== null && !serve(opcoes[0]![0]!.inicio, rascunho, fatos);
  if (ehTantoFaz(lido) && !outraPessoa) return ficha(opcoes[0]!);
  if (traz(lido)) return undefined;
  if (outroDiaDito.test(limpar(lido.texto))) return outroDia(estado, fatos);
  if (ehSim(limpar(lido.texto))) {
    if (opcoes.length === 1) return ficha(opcoes[0]!);
    return antes("Qual deles?", fazer(estado, pergunta, fatos));
  }
  if (lido.intencao === "negar" || naoServe.test(limpar(lido.texto))) return outroDia(estado, fatos);
  if (outros.test(limpar(lido.texto))) return avancar(estado, rascunho, fatos);
  return undefined;
}

function outroDia(estado: Estado, fatos: FatosDaConversa): Saida {
  const rascunho = { ...estado.rascunho!, dias: null, horas: null };
  return antes("Sem problema.", fazer({ ...estado, rascunho }, { tipo: "quando" }, fatos));
}

/** The answer to what stands to be confirmed; undefined: it is none. */
export function decidir(
  estado: Estado,
  { partes }: Extract<Pergunta, { tipo: "confirmar" }>,
  lido: Lido,
  fatos: FatosDaConversa,
) {
  const rascunho = estado.rascunho!;
  const { dia, minutos } = naParede(partes[0]!.inicio, fatos.funcionamento.fuso);
  const mesmoDia = !lido.dias || (lido.dias.de <= dia && lido.dias.ate >= dia);
  const mesmaHora =
    !lido.horas ||
    (lido.horas.ate === null ? lido.horas.de === minutos : lido.horas.de <= minutos && lido.horas.ate >= minutos);
  const ditos = lido.servicos.every((nome) =>
    rascunho.servicos.includes(fatos.servicos.find((um) => um.nome === nome)?.id ?? 0),
  );
  const mesmaPessoa =
    !lido.profissional || partes.some((um) => profissionalDe(um.profissionalId, fatos)?.nome === lido.profissional);
  const recusa = Object.values(lido.recusas).some((lista) => lista.length > 0);
  const novo = comDito(rascunho, lido, fatos, partes);
  const igual =
    mesmoDia && mesmaHora && ditos && mesmaPessoa && !recusa && !lido.duvidas.length && !lido.quaisProfissionais.length;
  const limpo = limpar(lido.texto);
  const nomes = [...lido.servicos, ...fatos.profissionais.map(({ nome }) => nome)].map(limpar);
  // "Pode deixar marcado" of what would move may mean where it stands.
  const fica = rascunho.alvo !== null && /\bdeixa/.test(limpo);
  const certo =
    lido.alem === null && !outros.test(limpo) && !lido.texto.includes("?") && !fica && soConfirma(limpo, nomes);
  if (igual && (novo.nome !== rascunho.nome || novo.atendido !== rascunho.atendido)) {
    const agora = { ...estado, rascunho: { ...novo, vistas: rascunho.vistas } };
    return fazer(agora, { tipo: "confirmar", partes }, fatos);
  }
  if (igual && certo) return escrever(estado, partes, fatos);
  if (lido.alem && !lido.dias) return alem(estado, [partes], lido.alem, fatos);
  if (traz(lido) && !(igual && lido.intencao === "negar"))
    return igual ? fazer(estado, estado.pergunta, fatos) : mudar(estado, novo, lido, partes, fatos);
  if (outroDiaDito.test(limpo)) return outroDia(estado, fatos);
  if (outros.test(limpo)) return avancar(estado, { ...rascunho, horas: null, dias: { de: dia, ate: dia } }, fatos);
  return lido.intencao === "negar" ? outroDia(estado, fatos) : undefined;
}

const recusaQuando = ({ recusas: { dias, horas, profissionais } }: Lido) =>
  dias.length + horas.length + profissionais.length > 0;

/** Something else is wanted than what stood to be confirmed; who keeps the day keeps it, who keeps the hour too. */
function mudar(estado: Estado, novo: Rascunho, lido: Lido, partes: Parte[], fatos: FatosDaConversa): Saida {
  const { dia, minutos } = naParede(partes[0]!.inicio, fatos.funcionamento.fuso);
  const outraCoisa = !lido.dias && !lido.horas && !recusaQuando(lido);
  const mesmo = outraCoisa ? { dias: { de: dia, ate: dia }, horas: { de: minutos, ate: null } } : {};
  return avancar(estado, { ...novo, ...mesmo }, fatos);
}
