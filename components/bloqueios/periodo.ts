import { instanteDoMinuto, minutoDe, somarDias } from "@/lib/domain/relogio";

/** How a block's time is said: a whole day, from now until a day's end, or from one instant to another. */
export const modosDePeriodo = {
  dia: "O dia todo",
  agora: "A partir de agora",
  ate: "De agora até…",
  livre: "Outro horário",
} as const;

export type ModoDePeriodo = keyof typeof modosDePeriodo;

export type Escolha = {
  modo: ModoDePeriodo;
  /** The day of `dia`, the last one of `ate`. */
  dia: string;
  /** Of `livre`, as ISO instants. */
  inicio: string;
  fim: string;
};

/** The instants that a choice means. @param agora minutes since the epoch @param fuso IANA zone */
export function periodoDe({ modo, dia, inicio, fim }: Escolha, { agora, hoje, fuso }: Relogio) {
  const meiaNoite = (um: string) => instanteDoMinuto(minutoDe(um, 0, fuso));
  const desde = instanteDoMinuto(agora);
  switch (modo) {
    case "dia":
      return { inicio: meiaNoite(dia), fim: meiaNoite(somarDias(dia, 1)) };
    case "agora":
      return { inicio: desde, fim: meiaNoite(somarDias(hoje, 1)) };
    case "ate":
      return { inicio: desde, fim: meiaNoite(somarDias(dia, 1)) };
    case "livre":
      return { inicio, fim };
  }
}

/** What the company's clock shows while the form is open. */
export type Relogio = { agora: number; hoje: string; fuso: string };
