import { escreverDia } from "./instantes";
import { minutoDe, naParede } from "./tempo";

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

/** "das 14h às 15h15", "da 1h às 2h30", "das 23h à 0h15". @param fuso IANA zone */
export function falarFaixa(inicio: Date, fim: Date, fuso: string): string {
  const [de, ate] = [naParede(minutoDe(inicio), fuso).minutos, naParede(minutoDe(fim), fuso).minutos];
  const uma = (minutos: number) => minutos < 120;
  return `${uma(de) ? "da" : "das"} ${falarHora(de)} ${uma(ate) ? "à" : "às"} ${falarHora(ate)}`;
}
