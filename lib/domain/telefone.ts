/** The 67 area codes (DDD) of Anatel's numbering plan. */
const DDD = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])/;

/** Reads the national part of a Brazilian number. Null: no such number. */
function lerNacional(digitos: string): string | null {
  const [ddd, local] = [digitos.slice(0, 2), digitos.slice(2)];
  if (!DDD.test(ddd)) return null;
  if (/^9\d{8}$/.test(local)) return `+55${ddd}${local}`;
  // A mobile of the old eight digits; 2 to 5 are landlines, 7 is trunking (SME).
  if (/^[689]\d{7}$/.test(local)) return `+55${ddd}9${local}`;
  return /^[2-57]\d{7}$/.test(local) ? `+55${ddd}${local}` : null;
}

/**
 * Reads a phone as people type it (`11 98765-4321`, `+55 (11) 9 8765 4321`, `011 8765-4321`) into E.164. A Brazilian
 * mobile without its ninth digit receives it (Anatel's Resolução 553/2010), so that one person has one number. Numbers of
 * other countries need their `+` or `00`. Null: not understood.
 */
export function lerTelefone(texto: string): string | null {
  const limpo = texto.trim().replace(/^00/, "+");
  if (!/^\+?[\d\s().\-/]+$/.test(limpo)) return null;
  const digitos = limpo.replace(/\D/g, "");
  const internacional = limpo.startsWith("+");
  // Without the plus, 55 is the country only where the number would be too long for the area of Santa Maria.
  if (digitos.startsWith("55") && (internacional || digitos.length > 11)) return lerNacional(digitos.slice(2));
  if (internacional) return /^[1-9]\d{7,14}$/.test(digitos) ? `+${digitos}` : null;
  return lerNacional(digitos.replace(/^0/, ""));
}

/** A stored number (E.164) as Brazilians write it: "+5511987654321" is "(11) 98765-4321". Others stay as they are. */
export function escreverTelefone(telefone: string | null): string {
  const partes = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(telefone ?? "");
  return partes ? `(${partes[1]}) ${partes[2]}-${partes[3]}` : (telefone ?? "");
}
