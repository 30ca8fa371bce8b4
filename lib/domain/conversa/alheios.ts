import { escreverTelefone } from "@/lib/domain/telefone";
import { antes } from "./estado";
import { dizer, naoSei, OU_ATENDENTE } from "./informar";
import { juntarAoRascunho } from "./marcando";
import { traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Saida } from "./tipos";

/** What people ask a shop about and its settings do not know, so that it cannot be answered here. */
const alheio =
  /\b(?:cart(?:ao|oes)|pix|debito|credito|dinheiro|boleto|parcel\w+|(?:formas?|meios?|jeitos?) de pag\w+|pagamentos?|pag(?:ar|o)|nota fiscal|recibo|estacionamento|estacionar|vagas? (?:para|de) carro|wi-?fi|ar condicionado|banheiro|elevador|escada|rampa|acessib\w+|cadeirante\w*|domicilio|em casa|promoc\w+|descontos?|pacotes?|cupo(?:m|ns)|fidelidade|vale presente|insta(?:gram)?|facebook|site|e-?mail|produtos?|marcas|(?:a|da|que|qual) marca|estoque|(?:hora|horario) marcad[ao]|ordem de chegada|atende\w* (?:crianca|homem|homens|mulher|gestante|idos)\w*|telefone|cachorr\w+|pets?|acompanhante)\b/;

/** Said as a question, with or without its mark. */
const pergunta =
  /\b(?:aceita\w*|atende\w*|tem|tera|possuem?|posso|podem?|poderia|consigo|da para|qual|quais|fazem?|trabalha\w*|vendem?|existe|precisa|quero saber|queria saber|gostaria de saber|parcela\w*|divide\w*)\b/;

/** Whether a message asks for something that only a person of the shop can answer. */
function perguntaAlheia(texto: string): boolean {
  const limpo = limpar(texto);
  return alheio.test(limpo) && (texto.includes("?") || pergunta.test(limpo) || limpo.split(" ").length <= 3);
}

const NAO_SEI = "Isso eu não sei dizer, e não quero informar errado.";

const telefone = /\b(?:qual|tem|me (?:manda|passa|da)|manda|passa)\b.*\b(?:telefone|numero|contato)\b(?! d[oa])/;

/** Says that it is not known, and offers a person; what was being put together goes on. Undefined: nothing like it was asked. */
export function sobreAlheios(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  if (!["marcar", "confirmar", "negar", "cumprimento", "agradecimento", "outro"].includes(lido.intencao))
    return undefined;
  const fone = fatos.empresa.telefone;
  if (fone && telefone.test(limpar(lido.texto)))
    return dizer(estado, `O telefone de ${fatos.empresa.nome} é ${escreverTelefone(fone)}.`, fatos);
  if (lido.servicos.some((nome) => alheio.test(limpar(nome))) || !perguntaAlheia(lido.texto)) return undefined;
  if (!traz(lido) || !fatos.assistente.podeMarcar) return naoSei(estado, NAO_SEI, fatos);
  const base = estado.pergunta.tipo === "nada" ? { ...estado, rascunho: null } : estado;
  return antes(`${NAO_SEI} ${OU_ATENDENTE}`, juntarAoRascunho(base, lido, fatos));
}
