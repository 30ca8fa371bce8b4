import { somarDias } from "@/lib/domain/tempo";
import { acharUm } from "./catalogo";
import { antes } from "./estado";
import { lerEscolha, lerHoraSolta } from "./escolha";
import { hojeDe, profissionalDe, servicoDe } from "./falas";
import { dizer, OU_ATENDENTE } from "./informar";
import { avancar, segurar } from "./marcando";
import { ehSim, querDesmarcar } from "./intencao";
import { decidir, escolherHorario } from "./oferecido";
import { nomeDito } from "./outrem";
import { fazer } from "./perguntas";
import { comDito, ehTantoFaz, tantoFaz, traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Saida } from "./tipos";

/** The answer to a question of the booking; undefined: it is none. */
export function responderPergunta(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const { pergunta } = estado;
  const rascunho = estado.rascunho!;
  const { texto } = lido;
  if (lido.intencao === "cancelar" && querDesmarcar(limpar(texto))) return undefined;
  // "Vocês abrem sábado?" asks, and moves nothing to Saturday.
  if (["horarios", "endereco", "precos", "listar"].includes(lido.intencao)) return undefined;
  switch (pergunta.tipo) {
    case "servico": {
      const i = lerEscolha(texto, Math.min(pergunta.opcoes.length, 10));
      const nomes = pergunta.opcoes.map((id) => servicoDe(id, fatos)!.nome);
      const dito = rascunho.duvidas.length && lido.servicos.length < 2 ? acharUm(texto, nomes) : undefined;
      const id = i === undefined ? pergunta.opcoes[nomes.indexOf(dito ?? "")] : pergunta.opcoes[i];
      if (id === undefined && ehTantoFaz(lido))
        return antes("O serviço eu não posso escolher por você.", fazer(estado, pergunta, fatos));
      if (id === undefined) return undefined;
      const resto = { ...lido, servicos: [], duvidas: [], recusas: { ...lido.recusas, servicos: [] } };
      const novo = i === undefined ? comDito(rascunho, resto, fatos) : rascunho;
      return avancar(
        estado,
        { ...novo, servicos: [...rascunho.servicos, id], duvidas: rascunho.duvidas.slice(1) },
        fatos,
      );
    }
    case "profissional": {
      const i = lerEscolha(texto, pergunta.opcoes.length);
      const dita =
        lido.profissional ??
        acharUm(
          texto,
          pergunta.opcoes.map((um) => profissionalDe(um, fatos)!.nome),
        );
      const id =
        i === undefined ? pergunta.opcoes.find((um) => profissionalDe(um, fatos)?.nome === dita) : pergunta.opcoes[i];
      if (id === undefined && !ehTantoFaz(lido)) return undefined;
      return avancar(estado, { ...rascunho, profissionalId: id ?? null, quais: [] }, fatos);
    }
    case "quando": {
      const hora = lerHoraSolta(texto);
      if (hora !== undefined) return avancar(estado, { ...rascunho, horas: { de: hora, ate: null } }, fatos);
      if (!lido.dias && !lido.horas && tantoFaz.test(limpar(texto))) {
        const hoje = hojeDe(fatos);
        const novo = comDito(rascunho, lido, fatos);
        return avancar(estado, { ...novo, dias: { de: hoje, ate: somarDias(hoje, 14) }, horas: null }, fatos);
      }
      if (ehSim(limpar(texto))) return antes("Certo.", fazer(estado, pergunta, fatos));
      return undefined;
    }
    case "nome": {
      // Whoever is called like a professional asks for nobody; "com a Ana" does.
      const xara = !/\bcom\b/.test(limpar(texto)) && { profissional: null, quaisProfissionais: [] };
      if (!rascunho.escolhido || traz({ ...lido, ...xara }) || ["cancelar", "remarcar"].includes(lido.intencao))
        return undefined;
      const nome = nomeDito(texto, lido.intencao);
      if (!nome) return dizer(estado, `É só para o seu cadastro. ${OU_ATENDENTE}`, fatos);
      return segurar({ ...estado, rascunho: { ...rascunho, nome } }, rascunho.escolhido, fatos);
    }
    case "horario":
      return escolherHorario(estado, pergunta, lido, fatos);
    case "confirmar":
      return decidir(estado, pergunta, lido, fatos);
    default:
      return undefined;
  }
}
