import { feriadosDoAno } from "@/lib/domain/feriados";
import { somarDias } from "@/lib/domain/tempo";
import { fimDoMes, MES, mesesCurtos, type Dias, type Regra } from "./meses";

const um = (dia: string): Dias => ({ de: dia, ate: dia });

/** What holidays are called on WhatsApp, by the beginning of the name that the calendar gives them. */
const feriados: [dito: string, nome: string, dias: number][] = [
  ["vespera d[eo] natal", "Natal", -1],
  ["natal", "Natal", 0],
  ["vespera d[eo] ano novo|reveillon", "Ano novo", -1],
  ["ano novo|primeiro do ano", "Ano novo", 0],
  ["(?:segunda de )carnaval", "Carnaval", -1],
  ["(?:terca de )?carnaval", "Carnaval", 0],
  ["quarta(?:-| )?(?:feira )?de cinzas", "Carnaval", 1],
  ["sexta(?:-| )?(?:feira )?santa|paixao de cristo", "Sexta-feira Santa", 0],
  ["(?:domingo de )?pascoa", "Páscoa", 0],
  ["corpus christi", "Corpus", 0],
  ["tiradentes", "Tiradentes", 0],
  ["dia d[oe] trabalh\\w+", "Dia do trabalh", 0],
  ["dia da independencia|sete de setembro", "Independ", 0],
  ["dia d[ae]s? criancas?|nossa senhora(?: aparecida)?", "Nossa Senhora", 0],
  ["finados", "Finados", 0],
  ["proclamacao da republica", "Proclama", 0],
  ["(?:dia da )?consciencia negra", "Dia da Consciência", 0],
];

function feriado(nome: string, desvio: number, hoje: string): Dias | null {
  const ano = Number(hoje.slice(0, 4));
  for (const um_ of [ano, ano + 1, ano + 2]) {
    const achado = feriadosDoAno(um_).find((um) => um.nome.startsWith(nome));
    const dia = achado && somarDias(achado.dia, desvio);
    if (dia && dia >= hoje) return um(dia);
  }
  return null;
}

/** The first day of "mes", "mes que vem" or a named month that is not over. */
function primeiroDoMes(mes: string, hoje: string): string {
  if (mes === "mes") return `${hoje.slice(0, 8)}01`;
  if (mes.startsWith("mes")) return somarDias(fimDoMes(hoje), 1);
  const ano = Number(hoje.slice(0, 4));
  const numero = String(mesesCurtos.indexOf(mes.slice(0, 3)) + 1).padStart(2, "0");
  return [`${ano}-${numero}-01`, `${ano + 1}-${numero}-01`].find((dia) => fimDoMes(dia) >= hoje)!;
}

/** As far as it is not over. */
const restante = (de: string, ate: string, hoje: string): Dias | null =>
  ate < hoje ? null : { de: de < hoje ? hoje : de, ate };

/** The first ten days of a month, the next ten, or the rest. */
function parteDoMes(parte: string, mes: string, hoje: string): Dias | null {
  const primeiro = primeiroDoMes(mes, hoje);
  if (/^(?:comeco|inicio)/.test(parte)) return restante(primeiro, somarDias(primeiro, 9), hoje);
  if (parte.startsWith("me")) return restante(somarDias(primeiro, 10), somarDias(primeiro, 19), hoje);
  return restante(somarDias(primeiro, 20), fimDoMes(primeiro), hoje);
}

/** Seven days counted from the first of a month, or its last seven. */
function semanaDoMes(qual: string, mes: string, hoje: string): Dias | null {
  const primeiro = primeiroDoMes(mes, hoje);
  if (qual === "ultima") return restante(somarDias(fimDoMes(primeiro), -6), fimDoMes(primeiro), hoje);
  const de = somarDias(primeiro, 7 * ["primeira", "segunda", "terceira"].indexOf(qual));
  return restante(de, somarDias(de, 6), hoje);
}

/** Holidays by name, and parts of a month; before other rules read "sexta" in "sexta-feira santa". */
export const regrasDeEpocas: Regra[] = [
  ...feriados.map(([dito, nome, dias]): Regra => {
    return [new RegExp(`\\b(?:n[oa] |para [oa] )?(?:${dito})\\b`, "g"), (_, hoje) => feriado(nome, dias, hoje)];
  }),
  [
    new RegExp(`\\b(primeira|segunda|terceira|ultima) semana d[eo] (mes(?: que vem)?|${MES})\\b`, "g"),
    ([, qual, mes], hoje) => semanaDoMes(qual!, mes!, hoje),
  ],
  [
    new RegExp(`\\b(comeco|inicio|meados|meio|fim|final) d[eo] (mes(?: que vem)?|${MES})\\b`, "g"),
    ([, parte, mes], hoje) => parteDoMes(parte!, mes!, hoje),
  ],
  [
    new RegExp(`\\b(?:em|no mes de|mes de|para) (${MES})\\b(?! ?\\d)`, "g"),
    ([, mes], hoje) => {
      const [comeco, fim] = [parteDoMes("comeco", mes!, hoje), parteDoMes("fim", mes!, hoje)];
      return fim && { de: comeco?.de ?? hoje, ate: fim.ate };
    },
  ],
];
