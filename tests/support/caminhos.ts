export type Caminho = (string | number)[];
export type Entrada = Record<string, unknown>;

const aninhado = (valor: unknown): valor is Entrada => typeof valor === "object" && valor !== null;

/** Every value of an input that is neither an object nor a list, with the way to it. */
export function folhas(valor: unknown, caminho: Caminho = []): { caminho: Caminho; valor: unknown }[] {
  if (!aninhado(valor)) return [{ caminho, valor }];
  return Object.entries(valor).flatMap(([chave, um]) =>
    folhas(um, [...caminho, Array.isArray(valor) ? Number(chave) : chave]),
  );
}

/** Every object of an input, itself first, with the way to it; lists are looked into. */
export function objetos(valor: unknown, caminho: Caminho = []): { caminho: Caminho; valor: Entrada }[] {
  if (!aninhado(valor)) return [];
  const dentro = Object.entries(valor).flatMap(([chave, um]) =>
    objetos(um, [...caminho, Array.isArray(valor) ? Number(chave) : chave]),
  );
  return Array.isArray(valor) ? dentro : [{ caminho, valor }, ...dentro];
}

/** A copy of an input that has another value in one place. */
export function com(entrada: Entrada, [chave, ...resto]: Caminho, valor: unknown): Entrada {
  const copia = (Array.isArray(entrada) ? [...(entrada as unknown[])] : { ...entrada }) as Entrada;
  copia[chave!] = resto.length ? com(entrada[chave!] as Entrada, resto, valor) : valor;
  return copia;
}
