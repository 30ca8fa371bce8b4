/** Minutes as people read them: `30 min`, `1 h`, `1 h 30 min`. */
export function escreverMinutos(minutos: number): string {
  const horas = Math.floor(minutos / 60);
  const resto = minutos % 60;
  if (horas === 0) return `${resto} min`;
  return resto === 0 ? `${horas} h` : `${horas} h ${resto} min`;
}

/**
 * Reads a duration as people type it (`30`, `90 min`, `1h`, `1h30`, `1:30`, `1,5 h`, `1 hora e 20 minutos`) into
 * integer minutes. A bare number is minutes. Null: not understood.
 */
export function lerMinutos(texto: string): number | null {
  const limpo = texto.toLowerCase().replace(/\s/g, "");
  const somenteMinutos = /^(\d{1,5})(?:m|min|mins|minutos?)?$/.exec(limpo);
  if (somenteMinutos) return Number(somenteMinutos[1]);
  const decimal = /^(\d{1,3})[.,](\d)(?:h|hs|horas?)$/.exec(limpo);
  if (decimal) return Number(decimal[1]) * 60 + Number(decimal[2]) * 6;
  const completo = /^(\d{1,3})(?::|h|hs|horas?)(?:e?([0-5]?\d)(?:m|min|mins|minutos?)?)?$/.exec(limpo);
  return completo ? Number(completo[1]) * 60 + Number(completo[2] ?? 0) : null;
}
