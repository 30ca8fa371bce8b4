import { lerNumero, NUMERO } from "./numeros";
import { limpar } from "./texto";

const ordinais: Record<string, number> = {
  primeir: 1,
  segund: 2,
  terceir: 3,
  quart: 4,
  quint: 5,
  sext: 6,
  setim: 7,
  oitav: 8,
  non: 9,
  decim: 10,
};

const enfeite = "(?:,|a|o|e|pode ser|quero|prefiro|vou de|fico com|fica|esse|essa|sim|entao|por favor|opcao|numero|n)";
const cardinal = new RegExp(`^(?:${enfeite} )*(?:opcao |numero )?(${NUMERO})(?: ,| por favor| mesmo| opcao)*$`);
const ordinal =
  /^(?:.{0,24} )?(?:[oa] )?(primeir|segund|terceir|quart|quint|sext|setim|oitav|non|decim)[oa](?: opcao| horario| da lista| deles| delas| mesmo| por favor)?(?: ,)*$/;

/** "Na segunda", "ir sexta" are days; "a segunda opcao" is none, nor is "a segunda" with nothing else. */
const semDia =
  /\b(?:segund|quart|quint|sext)a (?:opcao|da lista|delas)\b|^(?:(?:pode ser|quero|prefiro|fico com|vou de) )?a (?:segund|quart|quint|sext)a(?: por favor)?(?: ,)*$/;

/**
 * Which of some numbered options a message means: "2", "o segundo", "a última". Undefined: it speaks of none by its place.
 *
 * @returns from 0 on
 */
export function lerEscolha(texto: string, quantas: number): number | undefined {
  const limpo = limpar(texto).replace(/[.)]+$/, "");
  if (/\bultim[oa]\b(?! vez)/.test(limpo) && limpo.length < 40) return quantas - 1;
  const posto = ordinal.exec(limpo);
  const dia = /\b(?:segund|quart|quint|sext)a\b/.test(limpo) && !semDia.test(limpo);
  if (posto && !dia && !/\b(?:nao|nem|menos|sem)\b/.test(limpo)) {
    const n = ordinais[posto[1]!]!;
    return n <= quantas ? n - 1 : undefined;
  }
  const contado = cardinal.exec(limpo);
  if (!contado) return undefined;
  const n = lerNumero(contado[1]!);
  return n >= 1 && n <= quantas ? n - 1 : undefined;
}

/** A message that is nothing but a number, which beside a clock is an hour: "15". In minutes since midnight. */
export function lerHoraSolta(texto: string): number | undefined {
  const so = /^(?:as |e |a )?(\d{1,2})$/.exec(limpar(texto).replace(/[ ,.]+$/, ""));
  const hora = Number(so?.[1]);
  if (!so || hora > 23) return undefined;
  return (hora >= 1 && hora <= 7 ? hora + 12 : hora) * 60;
}
