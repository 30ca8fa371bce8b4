import { somarDias } from "@/lib/domain/tempo";
import { antes } from "./estado";
import { falarDia, hojeDe, nomesDosServicos, profissionalDe } from "./falas";
import { diasAProcurar, marcavel, partesDe } from "./partes";
import { fazer, nomeDe, servicosNaLista } from "./perguntas";
import { comDito, deVarios, type Lido } from "./rascunho";
import type { Estado, FatosDaConversa, Parte, Rascunho, Saida } from "./tipos";

/** Hands over to a person, with what was understood. */
export const chamar = (estado: Estado, motivo: string): Saida => ({
  estado,
  respostas: [],
  pedido: { tipo: "chamarPessoa", motivo },
});

export function procurar(estado: Estado, rascunho: Rascunho, fatos: FatosDaConversa): Saida {
  const { alvo } = rascunho;
  const partes = alvo
    ? alvo.partes.map(({ servicos, inicio, fim }) => ({
        servicos: servicos.map(({ id }) => id),
        duracaoMinutos: fim - inicio,
      }))
    : partesDe(rascunho, fatos).map(({ servicos }) => ({ servicos }));
  const exceto = alvo?.partes.map(({ id }) => id) ?? [];
  return {
    estado: { ...estado, rascunho },
    respostas: [],
    pedido: { tipo: "horarios", partes, dias: diasAProcurar(rascunho, fatos), exceto },
  };
}

/** Asks for what is missing, or looks for places when nothing is. */
export function avancar(estado: Estado, rascunho: Rascunho, fatos: FatosDaConversa): Saida {
  const agora = { ...estado, rascunho };
  if (!(rascunho.alvo ? fatos.assistente.podeRemarcar : fatos.assistente.podeMarcar))
    return chamar(agora, "quer marcar ou mudar um horário, o que o assistente não faz");
  if (rascunho.duvidas.length) return fazer(agora, { tipo: "servico", opcoes: rascunho.duvidas[0]! }, fatos);
  if (!rascunho.servicos.length) {
    const opcoes = servicosNaLista(fatos, rascunho.profissionalId);
    return opcoes.length
      ? fazer(agora, { tipo: "servico", opcoes }, fatos)
      : chamar(agora, "não há serviço que o assistente marque");
  }
  const deGente = rascunho.alvo ? [] : rascunho.servicos.filter((id) => !marcavel(id, fatos));
  if (deGente.length)
    return antes(
      `${nomesDosServicos(deGente, fatos)}: quem marca é uma pessoa da equipe, depois de uma avaliação.`,
      chamar(agora, `quer ${nomesDosServicos(rascunho.servicos, fatos)}`),
    );
  if (rascunho.quais.length) return fazer(agora, { tipo: "profissional", opcoes: rascunho.quais }, fatos);
  const quem = rascunho.profissionalId ? profissionalDe(rascunho.profissionalId, fatos) : undefined;
  if (quem && !rascunho.servicos.some((id) => quem.faz.some(({ servicoId }) => servicoId === id))) {
    const sem = { ...rascunho, profissionalId: null };
    return antes(`${quem.nome} não faz ${nomesDosServicos(rascunho.servicos, fatos)}.`, avancar(estado, sem, fatos));
  }
  if (!rascunho.dias && !rascunho.horas) return fazer(agora, { tipo: "quando" }, fatos);
  const ultimo = somarDias(hojeDe(fatos), fatos.horizonteDias);
  if (rascunho.dias && rascunho.dias.de > ultimo)
    return antes(
      `A agenda só está aberta até ${falarDia(ultimo, hojeDe(fatos))}.`,
      fazer({ ...agora, rascunho: { ...rascunho, dias: null } }, { tipo: "quando" }, fatos),
    );
  return procurar(estado, rascunho, fatos);
}

/** A place was chosen: it is held, and then shown with all that it means. */
export function segurar(estado: Estado, partes: Parte[], fatos: FatosDaConversa): Saida {
  const rascunho = estado.rascunho!;
  if (!fatos.cliente && !nomeDe(rascunho, fatos))
    return fazer({ ...estado, rascunho: { ...rascunho, escolhido: partes } }, { tipo: "nome" }, fatos);
  const exceto = rascunho.alvo?.partes.map(({ id }) => id) ?? [];
  return { estado, respostas: [], pedido: { tipo: "reservar", partes, exceto } };
}

/** A message that brings something of a booking, into what there is of one or as a new one. */
export function juntarAoRascunho(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida {
  const novo = comDito(estado.rascunho, lido, fatos);
  const semSempre = lido.deSempre && !fatos.sempre && !novo.servicos.length;
  const saida = avancar(estado, novo, fatos);
  if (semSempre) return antes("Ainda não sei qual é o seu de sempre.", saida);
  return deVarios(lido) ? antes("Marco um de cada vez: começo por um e depois vemos o outro.", saida) : saida;
}
