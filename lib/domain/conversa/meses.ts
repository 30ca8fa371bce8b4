/** Civil days, both included. */
export type Dias = { de: string; ate: string };

/** Where a text speaks of days, and which. */
export type Regra = [regra: RegExp, ler: (partes: RegExpExecArray, hoje: string) => Dias | null];

const meses = "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro".split(" ");
export const mesesCurtos = meses.map((mes) => mes.slice(0, 3));
/** The name of a month as a source of a regular expression without groups. */
export const MES = `(?:${[...meses, ...mesesCurtos].join("|")})`;

/** Null: no such day. */
export const valido = (ano: number, mes: number, dia: number) => {
  const data = new Date(Date.UTC(ano, mes - 1, dia));
  return data.getUTCMonth() === mes - 1 && data.getUTCDate() === dia ? data.toISOString().slice(0, 10) : null;
};

/** The next day of a month that has one, today included; day 31 skips the short months. */
export function proximoDiaDoMes(dia: number, hoje: string): string | null {
  const [ano, mes] = hoje.split("-").map(Number) as [number, number];
  for (let adiante = 0; adiante < 13; adiante++) {
    const total = mes - 1 + adiante;
    const data = valido(ano + Math.floor(total / 12), (total % 12) + 1, dia);
    if (data && data >= hoje) return data;
  }
  return null;
}

/** The next such day and month, today included; a year may be given in two or four digits. */
export function diaEMes(dia: number, mes: number, escrito: string | undefined, hoje: string): string | null {
  if (mes < 1 || mes > 12) return null;
  const anoDeHoje = Number(hoje.slice(0, 4));
  if (escrito) return valido(Number(escrito.length === 2 ? `20${escrito}` : escrito), mes, dia);
  for (let ano = anoDeHoje; ano < anoDeHoje + 9; ano++) {
    const data = valido(ano, mes, dia);
    if (data && data >= hoje) return data;
  }
  return null;
}

/** The last day of the month of a day. */
export function fimDoMes(dia: string): string {
  const [ano, mes] = dia.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(ano, mes, 0)).toISOString().slice(0, 10);
}
