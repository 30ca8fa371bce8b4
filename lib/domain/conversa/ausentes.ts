import { conhecePalavra, conheceNome } from "./catalogo";
import { pessoaDesconhecida, servicoDesconhecido } from "./desconhecido";
import { antes } from "./estado";
import { juntar, nomesDosServicos, profissionalDe } from "./falas";
import { dizer } from "./informar";
import { avancar, juntarAoRascunho } from "./marcando";
import { comMaiuscula, comoEscrito } from "./outrem";
import { fazer, servicosNaLista } from "./perguntas";
import { comDito, traz, type Lido } from "./rascunho";
import { limpar } from "./texto";
import type { Estado, FatosDaConversa, Saida } from "./tipos";

const falada = (palavra: string, texto: string) => comMaiuscula(comoEscrito(palavra, texto));

const ehEscritaComoNome = (palavra: string, texto: string) =>
  texto !== texto.toUpperCase() && /^\p{Lu}/u.test(comoEscrito(palavra, texto));

function semServico(estado: Estado, texto: string, lido: Lido, fatos: FatosDaConversa): Saida {
  if (!fatos.assistente.podeMarcar) {
    const temos = juntar(fatos.servicos.slice(0, 20).map(({ nome }) => nome));
    return dizer(estado, temos ? `${texto} Fazemos ${temos}.` : texto, fatos);
  }
  const emCurso = estado.pergunta.tipo !== "nada";
  if (emCurso && !traz(lido)) return dizer(estado, texto, fatos);
  return antes(texto, juntarAoRascunho(emCurso ? estado : { ...estado, rascunho: null }, lido, fatos));
}

function semPessoa(estado: Estado, texto: string, lido: Lido, fatos: FatosDaConversa): Saida {
  if (!fatos.assistente.podeMarcar) return dizer(estado, texto, fatos);
  const emCurso = estado.pergunta.tipo !== "nada";
  const rascunho = { ...comDito(emCurso ? estado.rascunho : null, lido, fatos), profissionalId: null };
  if (rascunho.duvidas.length) return antes(texto, avancar(estado, rascunho, fatos));
  const querem = rascunho.servicos.length ? rascunho.servicos : servicosNaLista(fatos, null);
  const quem = fatos.profissionais.filter(({ faz }) => faz.some(({ servicoId }) => querem.includes(servicoId)));
  if (quem.length > 1)
    return antes(
      texto,
      fazer({ ...estado, rascunho }, { tipo: "profissional", opcoes: quem.map(({ id }) => id).slice(0, 10) }, fatos),
    );
  const so = quem[0] && rascunho.servicos.length > 0 && profissionalDe(quem[0].id, fatos)?.nome;
  const quemFaz = so ? ` Quem faz ${nomesDosServicos(rascunho.servicos, fatos)} é ${so}.` : "";
  return antes(texto + quemFaz, avancar(estado, rascunho, fatos));
}

/** Somebody or something is asked for by a name that nobody and nothing here has; undefined: that is not so. */
export function sobreDesconhecidos(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida | undefined {
  if (!["marcar", "precos", "confirmar", "outro"].includes(lido.intencao) || estado.pergunta.tipo === "nome")
    return undefined;
  if (estado.rascunho?.alvo) return undefined;
  const limpo = limpar(lido.texto);
  const servicos = fatos.servicos.map(({ nome }) => nome);
  const pessoas = fatos.profissionais.map(({ nome }) => nome);
  const servico = servicoDesconhecido(limpo, (palavra) => conhecePalavra(palavra, servicos));
  if (servico)
    return semServico(estado, `${falada(servico, lido.texto)} não está entre os nossos serviços.`, lido, fatos);
  if (lido.profissional || lido.quaisProfissionais.length || lido.recusas.profissionais.length) return undefined;
  const conhece = (palavra: string) => conhecePalavra(palavra, servicos) || conheceNome(palavra, pessoas);
  const respondido = estado.pergunta.tipo === "profissional" ? `com ${limpo}` : limpo;
  const nome = pessoaDesconhecida(respondido, conhece, (palavra) => ehEscritaComoNome(palavra, lido.texto));
  return nome ? semPessoa(estado, `Não temos ninguém com o nome ${falada(nome, lido.texto)}.`, lido, fatos) : undefined;
}
