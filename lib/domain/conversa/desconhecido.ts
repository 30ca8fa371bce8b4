/** What shops of this kind are asked for, so that the bare word is known to be a service even where it is not sold. */
const oficios = new Set(
  "botox massagem massagens drenagem limpeza peeling depilacao sobrancelha sobrancelhas cilios maquiagem tatuagem piercing bronzeamento podologia acupuntura micropigmentacao microblading laser harmonizacao preenchimento penteado penteados tranca trancas mechas luzes progressiva selagem cauterizacao hidratacao alongamento manicure pedicure unha unhas barba escova coloracao tintura dreads dread reflexologia estetica axila virilha".split(
    " ",
  ),
);

const pedido =
  /\b(?:fazem|fazer?|faz|oferecem|aplicam|trabalham? com|marcar|agendar|reservar|quero|queria|preciso de) (?:um|uma|umas|uns) ([a-z]{4,})|\b(?:voces (?:fazem|oferecem|aplicam)|trabalham com) (?:[oa]s? )?([a-z]{4,})|\b(?:fazer|marcar|agendar|quero|queria) ([a-z]{3,}(?:agem|terapia|cao|plastia|puntura|cure|ologia))\b/g;
const pessoa = /\b(?:com [oa]|pel[oa]) ([a-z]{3,})(?= |$)/g;
/** Without an article only where the thought ends, or a time follows: "com calma" is nobody. */
const soCom =
  /\bcom ([a-z]{3,})(?= ?(?:,|$)| (?:as|na|no|nas|nos|dia|hoje|amanha|depois|para|pode|tem|de|a|segunda|terca|quarta|quinta|sexta|sabado|domingo|\d))/g;
/** What else stands after "com". */
const coisas =
  /^(?:certeza|prazer|urg\w+|calma|pressa|mechas?|luzes|prancha|secador|mim|nos|el[ea]s?|quem|qualquer|alguem|tod[oa]s?|tudo|muit[oa]|pouc[oa]|sinal|credito|debito|juros|cpf|crianca|amor|fome|sono|dor|duvidas?|problemas?|medo|saudades?|sede|febre|covid|gripe|alergia|isso|ess[ea]|est[ea]|aquel[ea]|nada|sua|seu|nossa?|base|gel|esmalte|cor|tinta|duas|dois|tres|uma?|menos|agora|hoje|amanha|jeito|algum\w*|sempre|comigo|antes|frio|calor|chuva|bebe|amig[oa]s?|vcs|sem|fazer|fazem|ser|ter)$/;
const coisa = /(?:cao|agem|mento|encia|ancia|idade|inha|inho|ada|ado)$/;

/** Nouns that follow those words without being a service. */
const genericas =
  /^(?:hora\w*|horinha\w*|vaga\w*|vaguinha|encaixe\w*|agendament\w+|marcac\w+|consulta|sessao|atendiment\w+|visita|pergunta|duvida|coisa\w*|servico\w*|avaliac\w+|dia|dias|data|moment\w+|pacote|desconto\w*|promoc\w+|preco\w*|orcament\w+|informac\w+|ajuda|favor|cabelo\w*|quanto|qual|quais|isso|esse|essa|tudo|tambem|para|mais|outr[oa]s?|algum\w*|qualquer|pessoa|gente|profissional|domicilio|parte|tempo|tarde|manha|noite|semana|mes|nota|cartao|parcel\w+|entrega|retorno|reserva|bom|boa|novo|nova)$/;
const ninguem =
  /^(?:minha?|meu|mesm[oa]|outr[oa]|unic[oa]|primeir[oa]|ultim[oa]|moc[oa]|menin[oa]|rapaz|senhora?|don[oa]|profissional|pessoa|gente|equipe|filh[oa]|mae|pai|irma|irmao|marido|esposa|cabelo\w*|unhas?|barba|maos?|pes?|rosto|pele|preco|valor|horario|hora|dia|tempo|desconto|cartao|pix|que|qual|quem|melhor|mais|de|voces?|salao|loja|dinheiro|atendente|recepcao|recepcionista|cabeleireir[oa]|manicure|barbeiro|pessoal|agenda|manha|tarde|noite|semana|internet|site|telefone|whatsapp?|whats|app|franja|ponta\w*|raiz)$/;

/**
 * The word by which a service is asked for that none of the names means; null: there is none.
 *
 * @param conhece whether a cleaned word means something of what the company offers
 */
export function servicoDesconhecido(limpo: string, conhece: (palavra: string) => boolean): string | null {
  const ditas = limpo.split(/[^a-z]+/).filter((palavra) => oficios.has(palavra));
  const pedidas = [...limpo.matchAll(pedido)]
    .map(([, um, outro, semArtigo]) => um ?? outro ?? semArtigo!)
    .filter((palavra) => !genericas.test(palavra));
  const so = /^[a-z]{3,}(?:terapia|plastia|puntura|pigmentacao|ologia)$/.exec(limpo) ?? [];
  return [...ditas, ...pedidas, ...so].find((palavra) => !conhece(palavra)) ?? null;
}

/**
 * The name of somebody who is asked for and whom `conhece` does not know; null: there is none.
 *
 * @param ehNome whether the word was written as a name is
 */
export function pessoaDesconhecida(
  limpo: string,
  conhece: (palavra: string) => boolean,
  ehNome: (palavra: string) => boolean,
): string | null {
  const ditos = [...limpo.matchAll(pessoa)].map(([, nome]) => nome!);
  const semArtigo = [...limpo.matchAll(soCom)]
    .map(([, nome]) => nome!)
    .filter((nome) => ehNome(nome) || !(coisas.test(nome) || coisa.test(nome)));
  return [...ditos, ...semArtigo].find((nome) => !ninguem.test(nome) && !conhece(nome)) ?? null;
}
