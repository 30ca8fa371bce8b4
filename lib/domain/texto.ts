/** Text as it is compared when people search: without accents and case. The database's twin is `sem_acento()`. */
export const semAcento = (texto: string) => texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A count with its noun, for people: "1 cliente", "1.200 clientes". */
export const contar = (quantos: number, um: string, muitos: string) =>
  `${new Intl.NumberFormat("pt-BR").format(quantos)} ${quantos === 1 ? um : muitos}`;
