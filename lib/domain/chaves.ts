/** The keys of a closed set in its order, never none of them. */
export const chavesDe = <K extends string>(tabela: Record<K, unknown>) => Object.keys(tabela) as [K, ...K[]];
