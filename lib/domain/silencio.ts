import { instanteDe, minutoDaParede, minutoDe, naParede, somarDias } from "./tempo";

/** When nothing leaves by itself, in minutes since midnight; over midnight if `de` is later than `ate`. Equal: never. */
export type Silencio = { de: number; ate: number };

const cala = ({ de, ate }: Silencio, minutos: number) =>
  de <= ate ? minutos >= de && minutos < ate : minutos >= de || minutos < ate;

/** The same instant, or the end of the silence in which it lies. @param fuso IANA zone */
export function foraDoSilencio(em: Date, silencio: Silencio, fuso: string): Date {
  const { dia, minutos } = naParede(minutoDe(em), fuso);
  if (!cala(silencio, minutos)) return em;
  const amanha = silencio.de > silencio.ate && minutos >= silencio.de;
  return instanteDe(minutoDaParede(amanha ? somarDias(dia, 1) : dia, silencio.ate, fuso));
}

/** The last minute before the silence in which an instant lies. */
function antesDoSilencio(em: Date, silencio: Silencio, fuso: string): Date {
  const { dia, minutos } = naParede(minutoDe(em), fuso);
  const ontem = silencio.de > silencio.ate && minutos < silencio.ate;
  return instanteDe(minutoDaParede(ontem ? somarDias(dia, -1) : dia, silencio.de, fuso) - 1);
}

/** A reminder that wakes nobody is still one if so much time is left. */
const ANTES_MINUTOS = 30;

/**
 * When a reminder leaves: so many minutes before the beginning, later if that is at night, and the evening before if the
 * morning would be too late.
 */
export function horaDoLembrete(inicio: Date, minutos: number, silencio: Silencio, fuso: string): Date {
  const querida = new Date(inicio.getTime() - minutos * 60_000);
  const depois = foraDoSilencio(querida, silencio, fuso);
  const limite = inicio.getTime() - Math.min(minutos, ANTES_MINUTOS) * 60_000;
  return depois.getTime() <= limite ? depois : antesDoSilencio(querida, silencio, fuso);
}
