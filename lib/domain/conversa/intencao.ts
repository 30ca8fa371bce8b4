/** What somebody wants, from the words alone; what else was found in the message decides the rest. */
export type Intencao =
  | "marcar"
  | "remarcar"
  | "cancelar"
  | "listar"
  | "precos"
  | "horarios"
  | "endereco"
  | "atendente"
  | "cumprimento"
  | "agradecimento"
  | "sair"
  | "voltar"
  | "confirmar"
  | "negar"
  | "outro";

const avisos = "(?:mensage(?:m|ns)|avisos?|lembretes?|notificac\\w+|propagandas?|promoc\\w+|contato)";

/** Opting out and in count only as the whole message or with their object, never inside an ordinary sentence. */
const inteiras: [Intencao, RegExp][] = [
  [
    "sair",
    /^(?:por favor )?(?:sair|pare|parar|stop|descadastrar|cancelar (?:inscricao|cadastro)|remover|(?:me )?(?:sair|tir\w+|remov\w+)(?: me)? da lista)(?: por favor)?$/,
  ],
  ["voltar", /^(?:voltar|start|reativar|quero voltar)$/],
];

const regras: [Intencao, RegExp][] = [
  [
    "sair",
    new RegExp(
      `\\b(?:par(?:ar|e|em|a)|cancel\\w+|sair|desativ\\w+|remov\\w+|bloque\\w+|nao quero|nao desejo|nao gostaria|nao me mand\\w+|nao mand\\w+|nao envi\\w+)(?: (?:mais|de|receber|me|mandar|enviar|ess[ae]s|as|os|a|o|suas|seus|das|dos|nenhum|nenhuma))* ${avisos}`,
    ),
  ],
  [
    "voltar",
    new RegExp(
      `\\b(?:volt\\w+|quero|pode\\w*)(?: (?:a|de|novo|receber|mandar|me|enviar|os|as))* receber(?: (?:os|as|de novo))* ${avisos}`,
    ),
  ],
  [
    "atendente",
    /\b(?:atendente|humano|atendimento humano|pessoa (?:de verdade|real)|recepcao|recepcionista)\b|\b(?:falar|convers\w+) (?:com|c) (?!voces?\b)|\bchama\w* (?:a |o |as |os )?(?:don[ao]|gerente|responsavel|alguem|moc[ao])\b|\bme lig(?:a|ue|uem|ar|am)\b|\b(?:algum|alguma|uma) (?:pessoa|humano)\b|\balguem (?:ai\b|(?:pode|para|que possa) (?:me |nos )?(?:ajud|atend|respond|convers|fal))|\bser atendid[oa] por\b|\breclama/,
  ],
  [
    "remarcar",
    /\b(?:remarc\w+|reagend\w+|adia\w+|anteci(?:pa|p)\w*|transfer\w+)\b|\b(?:mud\w+|troc\w+|pass(?!ad[oa])\w+|alter\w+|jog\w+|desloc\w+)\b(?!.*\b(?:precos?|valor|valores|tabela|endereco|localizacao|pix)\b)(?: \w+){0,4} (?:horario|hora|dia|data|agendamento|marcacao|para|de)\b|\bimprevisto\b.*\b(?:deixar|mudar|passar|outr[oa]) |\b(?:marquei|marcou|marcaram) errado\b|\bera para ser\b|\b(?:em vez|ao inves) d|\bmais (?:cedo|tarde) (?:[oa] )?meu horario\b|\bmeu horario\b(?: \w+){0,3} mais (?:cedo|tarde)\b/,
  ],
  [
    "cancelar",
    /\b(?:cancel\w+|desmarc\w+|desagend\w+|desist\w+)\b|\bnao (?:vou|consigo|posso|da para|poderei|vai dar)(?: \w+){0,3} (?:ir|comparecer|mais|conseguir|poder|para eu ir)\b|\bnao vai dar\b|\bnao (?:quero|precis[oa]) mais (?:d?(?:o|a|ess[ea]|aquel[ea]) )?(?:meu |minha )?(?:horario|hora|agendamento)\b|\btir(?:a|ar|e) (?:o )?meu (?:nome|horario)/,
  ],
  ["negar", /\bnao (?:vou querer|quero (?:mais )?nada|tenho (?:mais )?interesse)\b|\bnao quero mais(?= ,|$)/],
  [
    "confirmar",
    /\b(?:estarei|estaremos|vou estar) (?:la|ai|presente)\b|^(?:pode |quero |queria |gostaria de )?confirm(?:o|amos|a(?:r|m)?) (?:o |a )?(?:meu|minha|nosso)\b/,
  ],
  [
    "listar",
    /\b(?:me(?:us|u)) (?:proxim[oa]s? )?(?:horarios?|agendamentos?|marcac\w+|compromissos?|horas?)\b(?! (?:de|para|com))|\b(?:tenho|estou com|tem) (?:algum |alguma |algo |um |uma )?(?:horario |hora |coisa )?(?:marcad|agendad)\w*|\btenho (?:algum |um )?(?:horario|hora) (?:para |na |no |n?ess[ae] |n?est[ae] )?(?:hoje|amanha|dia|semana|domingo|segunda|terca|quarta|quinta|sexta|sabado)\b|\b(?:o que|que) (?:eu )?(?:tenho|marquei|agendei)|\b(?:que|qual) (?:dia|hora|horario)s?(?: \w+){0,2} (?:marquei|agendei|eu marquei|meu|minha)\b|\bquando (?:e|vai ser|esta|que e)(?: o| a)? (?:meu|minha)|\besta de pe\b|\b(?:ja )?(?:marquei|agendei)\b(?: \w+){0,3}\b(?:quando|que)/,
  ],
  [
    "precos",
    /\b(?:quanto)\b(?! antes)(?: \w+){0,3}|\b(?:preco|precos|valor|valores|tabela|orcamento|custa|custo|cobra\w*)\b|\bquanto tempo\b|\b(?:demora|dura)\b/,
  ],
  [
    "endereco",
    /\b(?:endereco|localizacao|onde (?:fica|e|voces|esta|que fica)|como (?:chego|chegar)|qual (?:a )?rua|fica onde)\b/,
  ],
  [
    "horarios",
    /\b(?:que horas?|qual horario|qual o horario|quais (?:os )?horarios|ate que horas?|ate quando|qual a hora)(?: \w+){0,3} (?:abr\w+|fech\w+|funcion\w+|atend\w+|voces(?! tem\b)|expediente)\b|\bate que horas?\b|\b(?:estao|tao|esta) atendendo\b|\bhorarios? de (?:funcionamento|atendimento|voces|expediente)|\b(?:voces|loja|salao|estao|esta|la|ai)?(?: \w+)? ?\b(?:abrem?|vao abrir|vai abrir|fecham?|(?<!como )funcionam?|abertos?|abert[oa]|fechad[oa]s?(?! as))\b|\b(?:voces )?atendem?\b (?:de|no|na|nos|aos|as|em|dia|hoje|amanha|feriado|_)|\batendem?\b(?: \w+){0,3} ate que horas?\b|\b(?:a|de|pela|na|no) (?:manha|tarde|noite|almoco)(?: voces)? atendem?\b|\bvoces atendem (?:segunda|terca|quarta|quinta|sexta|sabado|domingo)\b/,
  ],
  [
    "marcar",
    /\b(?:marc(?:ar|a|o|aria|ando|amos|acao)|agend(?:ar|a|o|aria|amento|ando)|reserv\w+|encaix\w*|horarios?|vagas?|vaguinha|horinha|disponi\w+|disponibilidade)\b|\btem (?:hora|algo|lugar|espaco|alguma coisa)\b|\bqualquer (?:dia|data)\b|\bquanto antes\b|\bassim que (?:der|tiver|possivel|puder\w*)\b|\b(?:fazer|dar um|dar uma)\b/,
  ],
];

/** A yes or a no is short; a longer text would only cost time. */
const CURTA = 80;

const sim =
  /^(?:,? ?(?:sim|isso|isso mesmo|isso ai|ok|beleza|confirm(?:o|ado|ada|ar|adissimo)|pode ser|pode|pode sim|pode marcar|pode agendar|pode reservar|pode confirmar|fechado|fechou|combinad\w+|tudo certo|por mim|perfeito|certo|certinho|com certeza|claro|exato|exatamente|otimo|show|quero|quero sim|aceito|positivo|uhum|aham|bora|vamos|e isso|esta bom|esta otimo|esta certo|por favor|por mim ok|estarei (?:la|ai)|vou sim|eu vou|com prazer|top|joia|maravilha|obrigado|obrigada|valeu|entao|mesmo|sim senhora?|esse|essa|esse mesmo|essa mesma))+,? ?$/;
const nao =
  /^(?:,? ?(?:nao|negativo|nunca|nem pensar|deixa|deixa para la|deixa quieto|melhor nao|agora nao|hoje nao|nem|nenhum|nenhuma|dess[ea]s|del[ea]s|d[ao]s (?:opcoes|horarios)|nada disso|(?:depois|mais tarde) (?:eu )?(?:marco|vejo|falo|te falo|aviso)|(?:eu )?vou (?:pensar|ver)|nao quero|nao precisa|por enquanto|obrigado|obrigada|valeu|nao e isso|esta errado|errado|esquece|nao da|nao posso))+,? ?$/;
const obrigado = /\b(?:obrigad\w*|valeu|tchau|ate (?:mais|logo|breve|la)|agradec\w+|gratidao|grat[oa]|tmj)\b/;
const ola =
  /\b(?:oi+e*|ola|opa|ei|eai|e ai|hey|hello|bom dia|boa tarde|boa noite|tudo bem|tudo bom|como vai|saudac\w+)\b/;

/** Whether a cleaned message is a yes and nothing else. */
export function ehSim(texto: string): boolean {
  const so = texto.replace(/\s*,\s*/g, " ").trim();
  return (
    so.length <= CURTA && sim.test(so) && !/^(?:obrigad[oa]|valeu|por favor|entao|mesmo)+$/.test(so.replace(/ /g, ""))
  );
}

/** Whether a cleaned message speaks of undoing an appointment; "não consigo ir" may only refuse a day. */
export const querDesmarcar = (texto: string) => /\b(?:cancel|desmarc|desagend|desist)/.test(texto);

/** What may stand beside a yes and leave it one. */
const enfeites = new Set(
  "o a os as de da do das dos para no na nos nas com em um uma este esta esse essa horario dia hora horas h por favor mesmo marcar confirmar agendar ai entao eu e ja meu minha tudo bom boa manha tarde noite meia feira hoje amanha segunda terca quarta quinta sexta sabado domingo obrigado obrigada".split(
    " ",
  ),
);

/** A yes only where a booking was shown: "tá", "eu quero", "marca aí". */
const aceite =
  /(?<=^|, |\b(?:sim|isso|ok|entao) )(?:esta(?: ok)?|eu (?:quero|confirmo)|claro que sim|vou querer|pode (?:colocar|deixar)(?: marcad[oa])?|(?:pode )?marca(?: ai| para mim)?|(?:esta )?tudo bem|pode fechar|(?:vamos|bora) marcar)(?= ,|$| (?:sim|entao|por favor|obrigad[oa]|mesmo)\b)/g;

/** Whether a message says yes to what was shown, perhaps with its words again: "sim, sexta as 15h com a Ana". */
export function soConfirma(texto: string, nomes: readonly string[]): boolean {
  if (ehSim(texto.replace(aceite, "sim"))) return true;
  const conhecidas = new Set(nomes.flatMap((nome) => nome.split(" ")));
  const [primeira = "", ...outras] = texto.split(/[ ,]+/).filter(Boolean);
  if (!/^(?:sim|isso|ok|beleza|confirm\w*|pode|fechado|combinado|perfeito|certo|claro|quero)$/.test(primeira))
    return false;
  return outras.every(
    (palavra) => enfeites.has(palavra) || conhecidas.has(palavra) || /^[\d:/]+h?\d*$/.test(palavra) || ehSim(palavra),
  );
}

/**
 * What the words of a cleaned message ask for.
 *
 * @param fatos whether a service, a professional, a day or an hour was found in it
 */
export function acharIntencao(texto: string, fatos: { servico: boolean; quando: boolean; quem: boolean }): Intencao {
  const so = texto.replace(/\s*,\s*/g, " ").trim();
  for (const [intencao, regra] of inteiras) if (regra.test(so)) return intencao;
  if (ehSim(so)) return "confirmar";
  if (
    so.length <= CURTA &&
    nao.test(so) &&
    /\b(?:nao|negativo|nunca|deixa|nem|nenhuma?|nada|errado|esquece|depois|mais tarde|vou)\b/.test(so)
  )
    return "negar";
  const achada = regras.find(([, regra]) => regra.test(texto))?.[0];
  // "quanto custa" with a day and "tem horario": the question of price goes first, the rest waits for the answer.
  if (achada) return achada;
  if (fatos.servico || fatos.quando || (fatos.quem && /\b(?:com|quero|queria)\b/.test(texto))) return "marcar";
  if (obrigado.test(texto)) return "agradecimento";
  if (ola.test(texto)) return "cumprimento";
  if (/^(?:nao)\b/.test(so)) return "negar";
  if (/^(?:sim|ok|confirmo|isso|pode)\b/.test(so)) return "confirmar";
  return "outro";
}
