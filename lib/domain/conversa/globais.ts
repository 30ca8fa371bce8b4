import { rascunhoVazio, terminar } from "./estado";
import { avancar, chamar } from "./marcando";
import { comMenu, fazer } from "./perguntas";
import type { Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Saida } from "./tipos";

const menuDito = /^(?:menu|inicio|ajuda|opcoes|comecar|oi menu)$/;

const pararPedido = /^(?:parar (?:este|esse|o) pedido|desist\w+|deixa para la|esquece)$/;

/** One step back in the questions of a booking. */
function umPassoAtras(estado: Estado, fatos: FatosDaConversa): Saida {
  const { pergunta, rascunho } = estado;
  if (!rascunho || ["nada", "servico", "qual", "cancelar", "quer_marcar"].includes(pergunta.tipo))
    return comMenu({ ...estado, rascunho: null }, "Voltamos ao começo.", fatos);
  if (pergunta.tipo === "confirmar") return avancar(estado, { ...rascunho, vistas: [], horas: null }, fatos);
  if (pergunta.tipo === "horario" || pergunta.tipo === "nome")
    return fazer(
      { ...estado, rascunho: { ...rascunho, dias: null, horas: null, vistas: [] } },
      { tipo: "quando" },
      fatos,
    );
  return avancar(estado, { ...rascunhoVazio, nome: rascunho.nome }, fatos);
}

/** Words that work anywhere; undefined: none of them. */
export function palavraGlobal(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  const limpo = limpar(lido.texto).replace(/[ ,]+$/, "");
  const emCurso = estado.pergunta.tipo !== "nada";
  if (menuDito.test(limpo)) return comMenu({ ...estado, rascunho: null }, "O que você precisa?", fatos);
  if (lido.intencao === "sair") return { estado, respostas: [], pedido: { tipo: "avisos", recebe: false } };
  if (lido.intencao === "voltar") {
    const fora = !fatos.recebeAvisos;
    if (limpo !== "voltar" || (fora && !emCurso))
      return { estado, respostas: [], pedido: { tipo: "avisos", recebe: true } };
    return umPassoAtras(estado, fatos);
  }
  if (lido.intencao === "atendente") return chamar(estado, "pediu uma pessoa");
  if (emCurso && pararPedido.test(limpo)) return parar(estado);
  return undefined;
}

/** What was being put together is dropped, and a place that was held is given back. */
export function parar(estado: Estado): Saida {
  const fim = terminar(estado, { texto: "Tudo bem, não mudei nada. Quando quiser, é só escrever." });
  return estado.rascunho ? { ...fim, pedido: { tipo: "liberar" } } : fim;
}
