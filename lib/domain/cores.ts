import { chavesDe } from "./chaves";

/** The colours of the agenda, a closed palette whose names are tokens of the theme: they read well in light and dark. */
export const cores = {
  verde: "Verde",
  azul: "Azul",
  ceu: "Azul-céu",
  violeta: "Violeta",
  rosa: "Rosa",
  vermelho: "Vermelho",
  laranja: "Laranja",
  amarelo: "Amarelo",
  marrom: "Marrom",
  cinza: "Cinza",
} as const;

export type Cor = keyof typeof cores;
export const chavesCor = chavesDe(cores);
