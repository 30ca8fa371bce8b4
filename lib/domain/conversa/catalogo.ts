import { estaNegado, type Achado } from "./achados";
import { parecidas } from "./semelhanca";
import { limpar } from "./texto";

const vazias = new Set(
  "de da do das dos com em no na nos nas para por e ou a o as os um uma uns umas mais meu minha cabelo cabelos".split(
    " ",
  ),
);

/** What people do and the noun that a shop sells it under. */
const sinonimos: Record<string, string[]> = {
  mani: ["manicure"],
  unha: ["manicure", "unhas", "mao", "pe"],
  unhas: ["manicure", "mao", "pe"],
  mao: ["manicure"],
  maos: ["manicure"],
  pe: ["pedicure"],
  pes: ["pedicure"],
  pintar: ["coloracao", "tintura", "pintura"],
  tingir: ["coloracao", "tintura"],
  tinta: ["coloracao", "tintura"],
  mecha: ["luzes", "mechas"],
  mechas: ["luzes"],
  loiro: ["luzes", "mechas"],
  alisar: ["progressiva", "alisamento", "selagem"],
  barbear: ["barba"],
  sombrancelha: ["sobrancelha"],
  sombrancelhas: ["sobrancelha"],
  sobrancelhas: ["sobrancelha"],
  axila: ["depilacao"],
  virilha: ["depilacao"],
  buco: ["depilacao"],
  massagear: ["massagem"],
};

/** The part of a word that its relatives share: "cortar", "corte" and "cortei" are "cort". */
const raiz = (palavra: string) =>
  palavra.replace(
    /(?:zinh[ao]s?|inh[ao]s?|acoes|acao|agens|agem|amento|ando|aria|aram|amos|ura|ada|ado|ar|er|ir|ei|ou|os|as|es|a|e|o|s)$/,
    "",
  ) || palavra;

/** Whether a word of the message means a word of a name. */
function significa(dita: string, nome: string): boolean {
  if (parecidas(dita, nome)) return true;
  const [a, b] = [raiz(dita), raiz(nome)];
  if (a.length >= 4 && a === b) return true;
  return sinonimos[dita]?.includes(nome) ?? false;
}

type Palavra = { texto: string; de: number; ate: number };
const palavrasDe = (texto: string): Palavra[] =>
  [...texto.matchAll(/[a-z0-9]+/g)].map(({ 0: palavra, index }) => ({
    texto: palavra,
    de: index,
    ate: index + palavra.length,
  }));

const conteudo = (nome: string) => {
  const todas = palavrasDe(limpar(nome)).map(({ texto }) => texto);
  const cheias = todas.filter((palavra) => !vazias.has(palavra));
  return cheias.length ? cheias : todas;
};

/** Whether a cleaned word means any word of these names. */
export const conhecePalavra = (palavra: string, nomes: readonly string[]) =>
  nomes.some((nome) => conteudo(nome).some((cheia) => significa(palavra, cheia)));

/** Whether a cleaned word is a name, perhaps mistyped: "bruna" is no mistyped "bruno". */
const mesmoNome = (dita: string, nome: string) =>
  parecidas(dita, nome) &&
  (dita === nome || dita.slice(0, -1) !== nome.slice(0, -1) || !/[ao][ao]$/.test(dita.at(-1)! + nome.at(-1)!));

/** Whether a cleaned word is a part of any of these names of people. */
export const conheceNome = (palavra: string, nomes: readonly string[]) =>
  nomes.some((nome) => palavrasDe(limpar(nome)).some(({ texto }) => mesmoNome(palavra, texto)));

/** A service, or several of which the message does not say which: "corte" where there is one for men and one for women. */
export type ServicoDito = { nomes: string[] };

/**
 * The services that the message speaks of, in its order. The more of a name's words are there, its first among
 * them, the better; names that fit equally well come together.
 */
export function acharServicos(texto: string, nomes: readonly string[]): Achado<ServicoDito>[] {
  // "Unhas do pé" are no hands, and what "está de pé" is no foot.
  const palavras = palavrasDe(
    texto.replace(/\bunhas?(?= d[oe]s? (?:pes?|maos?)\b)|\besta de pe\b/g, (dito) => "_".repeat(dito.length)),
  );
  const candidatos = nomes.flatMap((nome) => {
    const cheias = conteudo(nome);
    const onde = cheias.map((cheia) => palavras.findIndex((dita) => significa(dita.texto, cheia)));
    const ditas = onde.filter((i) => i >= 0);
    if (!ditas.length || onde[0]! < 0) return [];
    const exatas = cheias.filter((cheia) => palavras.some((dita) => dita.texto === cheia)).length;
    return [{ nome, total: cheias.length, ditas: ditas.length, exatas, primeira: onde[0]!, indices: ditas }];
  });
  const porLugar = new Map<number, typeof candidatos>();
  for (const candidato of candidatos)
    porLugar.set(candidato.primeira, [...(porLugar.get(candidato.primeira) ?? []), candidato]);
  return [...porLugar.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, juntos]) => {
      const completos = juntos.filter(({ total, ditas }) => total === ditas);
      const campo = completos.length ? completos : juntos;
      const melhor = (de: (um: (typeof campo)[number]) => number) => Math.max(...campo.map(de));
      const mais = campo.filter((um) => um.ditas === melhor((outro) => outro.ditas));
      const certos = mais.filter((um) => um.exatas === Math.max(...mais.map(({ exatas }) => exatas)));
      const indices = certos[0]!.indices;
      const [de, ate] = [palavras[Math.min(...indices)]!.de, palavras[Math.max(...indices)]!.ate];
      return { valor: { nomes: certos.map(({ nome }) => nome) }, de, ate, negado: estaNegado(texto, de, ate) };
    });
}

const apresenta =
  /(?:\b(?:aqui e|aqui quem fala e|quem fala e|meu nome e|me chamo|sou|eu sou|nome)(?: [oa])?|\b(?:minha|meu|para [oa]|da|do) (?:filh[oa]|irma|irmao|mae|pai|esposa|esposo|marido|mulher|namorad[oa]|amig[oa]|sobrinh[oa]|net[oa]|net[oa]|cunhad[oa]|sogr[oa])(?: [oa])?)\s*$/;

/** The professionals who are asked for, in the order of the message. Someone who introduces themselves asks for nobody. */
export function acharProfissionais(texto: string, nomes: readonly string[]): Achado<string>[] {
  const palavras = palavrasDe(texto);
  return nomes
    .flatMap((nome): Achado<string>[] => {
      const [primeiro = "", ...resto] = palavrasDe(limpar(nome)).map(({ texto }) => texto);
      for (const [i, dita] of palavras.entries()) {
        const antes = texto.slice(0, dita.de);
        const pedida = /\b(?:com|pel[oa]|d[oa]|n[oa]|[oa])(?: [oa])? $/.test(antes);
        const igual = dita.texto === primeiro;
        if (!igual && !(pedida && mesmoNome(dita.texto, primeiro))) continue;
        if (apresenta.test(antes.trimEnd())) continue;
        if (/^ (?:falando|aqui)\b/.test(texto.slice(dita.ate))) continue;
        const seguintes = resto.filter((parte, j) => palavras[i + 1 + j]?.texto === parte).length;
        const ate = palavras[i + seguintes]!.ate;
        return [{ valor: nome, de: dita.de, ate, negado: estaNegado(texto, dita.de, ate) }];
      }
      return [];
    })
    .sort((a, b) => a.de - b.de || b.ate - b.de - (a.ate - a.de));
}

/** The one of some names that the message's words can mean, even by a part of it: "feminino". Undefined: none, or several. */
export function acharUm(texto: string, nomes: readonly string[]): string | undefined {
  const ditas = palavrasDe(limpar(texto)).map((palavra) => palavra.texto);
  const quantas = nomes.map(
    (nome) => conteudo(nome).filter((cheia) => ditas.some((dita) => significa(dita, cheia))).length,
  );
  const mais = Math.max(0, ...quantas);
  return mais > 0 && quantas.filter((n) => n === mais).length === 1 ? nomes[quantas.indexOf(mais)] : undefined;
}
