import { acharProfissionais, acharServicos, type ServicoDito } from "./catalogo";
import { acharDatas } from "./datas";
import { acharHoras } from "./horas";
import type { Horas } from "./relogio";
import { acharIntencao, querDesmarcar, type Intencao } from "./intencao";
import type { Dias } from "./meses";
import type { Achado } from "./achados";
import { limpar } from "./texto";
import { somarDias } from "@/lib/domain/tempo";

/** What the company offers, by the names that people use. */
export type Catalogo = { servicos: readonly string[]; profissionais: readonly string[] };

/**
 * What one message says. Nothing is guessed: a service that could be several is in `duvidas`, what was refused is in
 * `recusas`. Days are civil days, hours minutes since midnight; `horas.ate` null is an exact hour.
 */
export type Entendido = {
  intencao: Intencao;
  servicos: string[];
  duvidas: string[][];
  profissional: string | null;
  /** People whom the name that was said could mean, where it is more than one. */
  quaisProfissionais: string[];
  qualquerUm: boolean;
  /** "O de sempre": as the last time. */
  deSempre: boolean;
  /** "Mais tarde tem?": beyond what was offered. */
  alem: "mais_cedo" | "mais_tarde" | null;
  dias: Dias | null;
  horas: Horas | null;
  recusas: { dias: Dias[]; horas: Horas[]; profissionais: string[]; servicos: string[] };
};

const deSempre = /\b(?:de sempre|mesma coisa|o mesmo da ultima|igual (?:a|da) ultima|como sempre)\b/;

/** "Ok, até sexta" says goodbye. */
const despedida =
  /^((?:(?:ok|beleza|obrigad[oa]|valeu|certo|combinado|perfeito|tchau|entao|sim|isso|otimo|show|esta bom)(?: ,)* )+)ate (?:amanha|hoje|segunda|terca|quarta|quinta|sexta|sabado|domingo)(?: ?-? ?feira)?(?: as? [\dh:]+)?(?: ,)*$/;

const desejados = <T>(achados: readonly Achado<T>[]) => achados.filter(({ negado }) => !negado);
const recusados = <T>(achados: readonly Achado<T>[]) =>
  achados.filter(({ negado }) => negado).map(({ valor }) => valor);

/** Of several mentions: the last where one corrects or replaces the other, else the first. */
const corrige = /\b(?:melhor|alias|na verdade|quer dizer|digo|ou melhor|muda\w*|troca\w*|nao ,|para)\b|^nao\b/;

/** Before what is asked for, where another is only told: "saio às 18, tem 18:30?". */
const pede = /\b(?:tem|pode ser|consigo|melhor|prefiro)(?: (?:vaga|horario|algo))?(?: (?:na|no|para|as|a|o))* $/;

function escolher<T>(achados: readonly Achado<T>[], texto: string, mudanca: boolean): Achado<T> | undefined {
  const bons = desejados(achados);
  if (bons.length < 2) return bons[0];
  const pedidos = bons.filter(({ de }) => pede.test(texto.slice(0, de)));
  if (pedidos.length === 1) return pedidos[0];
  const entre = texto.slice(bons[0]!.ate, bons.at(-1)!.de);
  // "quarta, dia 9/12": side by side the second says which.
  if (bons.length === 2 && /^[ ,]*(?:dia )?$/.test(entre)) return bons[1];
  return mudanca || corrige.test(entre) ? bons.at(-1) : bons[0];
}

/** "segunda ou terca", "amanha e depois": neighbouring days are one range. */
function juntarDias(achados: readonly Achado<Dias>[], texto: string, mudanca: boolean): Dias | null {
  const bons = desejados(achados);
  const escolhido = escolher(achados, texto, mudanca)?.valor;
  if (!escolhido || mudanca || bons.length !== 2) return escolhido ?? null;
  const [a, b] = bons as [Achado<Dias>, Achado<Dias>];
  // On a Monday "segunda ou terca" is next week's.
  if (somarDias(b.valor.de, 6) === a.valor.de)
    b.valor = { de: somarDias(b.valor.de, 7), ate: somarDias(b.valor.ate, 7) };
  const ligacao = texto.slice(a.ate, b.de).trim();
  const vizinhos = somarDias(a.valor.ate, 1) === b.valor.de;
  const entre = ligacao === "e" && /\bentre (?:[oa] )?$/.test(texto.slice(0, a.de));
  if (entre || /^(?:ate|a)(?: a| o)?$/.test(ligacao)) {
    const ate = b.valor.ate < a.valor.de ? somarDias(b.valor.ate, 7) : b.valor.ate;
    return { de: a.valor.de, ate };
  }
  return /^(?:ou|e|,)(?: n[ao]| de)?$/.test(ligacao) && vizinhos ? { de: a.valor.de, ate: b.valor.ate } : escolhido;
}

/** All whom a name could mean, and all between whom "ou" leaves the choice. */
function quaisDe(achados: readonly Achado<string>[], quem: Achado<string> | undefined, texto: string): string[] {
  const xaras = achados.filter(({ de, ate }) => de === quem?.de && ate === quem.ate).map(({ valor }) => valor);
  const [um, outro] = desejados(achados);
  const ou = um && outro && /^ ,? ?ou (?:com )?(?:[oa] )?$/.test(texto.slice(um.ate, outro.de));
  return ou && xaras.length < 2 ? [um.valor, outro.valor] : xaras;
}

/** The days of a message; of what cannot be kept the day that is refused is the day it stands on. */
export const diasDe = ({ intencao, dias, recusas }: Pick<Entendido, "intencao" | "dias" | "recusas">): Dias | null =>
  dias ?? (intencao === "cancelar" ? (recusas.dias[0] ?? null) : null);

/** The hours of a message, of what cannot be kept likewise. */
export const horasDe = ({ intencao, horas, recusas }: Pick<Entendido, "intencao" | "horas" | "recusas">) =>
  horas ?? (intencao === "cancelar" ? (recusas.horas[0] ?? null) : null);

/**
 * Reads one message of a client. Pure: what day it is comes with `hoje`.
 *
 * @param hoje the company's civil day, "2026-11-23"
 */
export function entender(texto: string, hoje: string, catalogo: Catalogo): Entendido {
  const limpo = limpar(texto).replace(despedida, "$1");
  const profissionais = acharProfissionais(limpo, catalogo.profissionais);
  const servicos = acharServicos(limpo, catalogo.servicos);
  const datas = acharDatas(limpo, hoje);
  const horas = acharHoras(datas.resto);
  const pedidos = desejados(servicos).map(({ valor }) => valor);
  const dita = acharIntencao(limpo, {
    servico: pedidos.length > 0 || deSempre.test(limpo) || /\bmais (?:tarde|cedo)\b/.test(limpo),
    quando: desejados(datas.achados).length + desejados(horas.achados).length > 0,
    quem: desejados(profissionais).length > 0,
  });
  const passa = [datas.achados, horas.achados as Achado<unknown>[]].some(
    (achados) => recusados(achados).length * desejados(achados).length,
  );
  // "Amanhã não vai dar, pode ser quinta?" moves what stands; it does not undo it.
  const intencao = dita === "cancelar" && passa && !querDesmarcar(limpo) ? "remarcar" : dita;
  const quem = escolher(profissionais, limpo, intencao === "remarcar");
  const quais = quaisDe(profissionais, quem, limpo);
  const alem = /\bmais (tarde|cedo)\b(?! (?:que|d[aoe]|possivel))/.exec(limpo)?.[1];
  const mudanca = intencao === "remarcar";
  const certos = pedidos.filter(({ nomes }) => nomes.length === 1).map(({ nomes }) => nomes[0]!);
  return {
    intencao,
    servicos: [...new Set(certos)],
    duvidas: pedidos.filter(({ nomes }: ServicoDito) => nomes.length > 1).map(({ nomes }) => nomes),
    profissional: quais.length > 1 ? null : (quem?.valor ?? null),
    quaisProfissionais: quais.length > 1 ? quais : [],
    qualquerUm: /\b(?:qualquer (?:um|uma|pessoa|profissional)|tanto faz|quem (?:tiver|estiver|puder))\b/.test(limpo),
    deSempre: deSempre.test(limpo),
    alem: alem ? (alem === "cedo" ? "mais_cedo" : "mais_tarde") : null,
    dias: juntarDias(datas.achados, limpo, mudanca),
    horas: escolher(horas.achados, limpo, mudanca)?.valor ?? null,
    recusas: {
      dias: recusados(datas.achados),
      horas: recusados(horas.achados),
      profissionais: recusados(profissionais),
      servicos: recusados(servicos).flatMap(({ nomes }) => nomes),
    },
  };
}
