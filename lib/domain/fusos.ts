/** The zones of Brazil, Brasília's first. */
const brasileiros: Record<string, string> = {
  "America/Sao_Paulo": "Brasília, Goiás, Sudeste e Sul",
  "America/Bahia": "Bahia",
  "America/Fortaleza": "Ceará, Maranhão, Paraíba, Piauí e Rio Grande do Norte",
  "America/Recife": "Pernambuco",
  "America/Maceio": "Alagoas e Sergipe",
  "America/Belem": "Amapá e leste do Pará",
  "America/Santarem": "Oeste do Pará",
  "America/Araguaina": "Tocantins",
  "America/Manaus": "Amazonas",
  "America/Eirunepe": "Oeste do Amazonas",
  "America/Cuiaba": "Mato Grosso",
  "America/Campo_Grande": "Mato Grosso do Sul",
  "America/Porto_Velho": "Rondônia",
  "America/Boa_Vista": "Roraima",
  "America/Rio_Branco": "Acre",
  "America/Noronha": "Fernando de Noronha",
};

/** "America/New_York" is "New York (America)"; the zones of Brazil have names of their own. */
function nomeDoFuso(fuso: string): string {
  if (brasileiros[fuso]) return brasileiros[fuso];
  const [regiao, ...lugar] = fuso.replaceAll("_", " ").split("/");
  return `${lugar.reverse().join(", ")} (${regiao})`;
}

/** Every zone that one may choose, Brazil's first, as options of a list. */
export function opcoesDeFuso(): { value: string; label: string }[] {
  const outros = Intl.supportedValuesOf("timeZone").filter((fuso) => !brasileiros[fuso] && fuso.includes("/"));
  return [...Object.keys(brasileiros), ...outros].map((value) => ({ value, label: nomeDoFuso(value) }));
}

/** Whether this is the name of a zone, as the IANA writes them. Offsets like `+03:00` are not: they know no summer. */
export function ehFuso(texto: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(?:\/[A-Z][\w+-]*){1,2}$/.test(texto)) return false;
  try {
    new Intl.DateTimeFormat("pt-BR", { timeZone: texto });
    return true;
  } catch {
    return false;
  }
}
