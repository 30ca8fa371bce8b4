import { escreverDia } from "./instantes";
import { naParede } from "./tempo";

/** Minutes since midnight as people say them: "15h", "9h30", "0h05". */
export function falarHora(minutos: number): string {
  const resto = minutos % 60;
  return `${Math.floor(minutos / 60)}h${resto ? String(resto).padStart(2, "0") : ""}`;
}

/**
 * A minute since the epoch as people say it next to another: "15h", and on another day "15h de 25/11/2026".
 *
 * @param perto the minute that was talked about @param fuso IANA zone
 */
export function falarMomento(minuto: number, perto: number, fuso: string): string {
  const { dia, minutos } = naParede(minuto, fuso);
  const hora = falarHora(minutos);
  return dia === naParede(perto, fuso).dia ? hora : `${hora} de ${escreverDia(dia)}`;
}
