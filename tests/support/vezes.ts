/** How often something random or contended is tried: a fifth of it at every change, all of it in the long tests. */
export const vezes = (todas: number) => (import.meta.env.MODE === "longo" ? todas : Math.ceil(todas / 5));
