import { getHolidays } from "@brazilian-utils/brazilian-utils/get-holidays";

/** `facultativo`: most work as on any day, e.g. at Carnaval. */
export type Feriado = { dia: string; nome: string; facultativo: boolean };

const doisDigitos = (numero: number) => String(numero).padStart(2, "0");

// The library gives midnights of the machine's own zone.
const diaLocal = (data: Date) =>
  `${data.getFullYear()}-${doisDigitos(data.getMonth() + 1)}-${doisDigitos(data.getDate())}`;

const conhecidos = new Map<number, readonly Feriado[]>();

/** The national holidays of a year in order; none outside of 1900 to 2099, for which there is no rule. */
export function feriadosDoAno(ano: number): readonly Feriado[] {
  if (ano < 1900 || ano > 2099) return [];
  const lista =
    conhecidos.get(ano) ??
    getHolidays({ year: ano }).map(({ date, name, type }) => ({
      dia: diaLocal(date),
      nome: name,
      facultativo: type !== "national",
    }));
  conhecidos.set(ano, lista);
  return lista;
}

/** The national holiday on a civil day, "2026-12-25". */
export const feriadoDe = (dia: string) => feriadosDoAno(Number(dia.slice(0, 4))).find((feriado) => feriado.dia === dia);
