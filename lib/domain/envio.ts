import { falhaDe, type Tratamento } from "./falhas";
import { JANELA_MINUTOS, type MotivoDePausa } from "./whatsapp";

const MINUTO = 60_000;

/** One message in six seconds to the same person, up to 45 of them ahead. */
export const PAR_MS = 6_000;
const ADIANTADAS = 45;
/** A number sends at most so many a second. */
export const NUMERO_MS = 1_000 / 80;

/** From when on a pair may send again, if it has caught up at `ritmoEm`. */
export const parLivreEm = (ritmoEm: Date) => new Date(ritmoEm.getTime() - (ADIANTADAS - 1) * PAR_MS);

/** Whether a person may be written to freely: they wrote within a day, by their own clock. */
export const janelaAberta = (ultimaRecebidaEm: Date | null, now: Date) =>
  ultimaRecebidaEm !== null && now.getTime() - ultimaRecebidaEm.getTime() < JANELA_MINUTOS * MINUTO;

/** What cannot leave within a day has lost its sense. */
const DESISTE_MS = 24 * 60 * MINUTO;

/**
 * Twice as long each time, `most` at the most, of which by chance up to half is left out, so that not all come at once.
 *
 * @param acaso 0 to 1 @returns milliseconds
 */
export function espera(tentativas: number, acaso: number, base = 5_000, most = 10 * MINUTO): number {
  return Math.min(most, base * 2 ** Math.min(tentativas, 20)) * (0.5 + acaso / 2);
}

/** The same mobile with its ninth digit or without; null for what has only one form. @param telefone E.164 */
export function outraForma(telefone: string): string | null {
  const [, ddd, local] = /^\+55(\d{2})(\d{8,9})$/.exec(telefone) ?? [];
  if (!ddd || !local) return null;
  if (/^9[6-9]\d{7}$/.test(local)) return `+55${ddd}${local.slice(1)}`;
  return /^[6-9]\d{7}$/.test(local) ? `+55${ddd}9${local}` : null;
}

export type Recusada = {
  codigo: number;
  tentativas: number;
  /** Since when it has been waiting to leave. */
  desde: Date;
  telefone: string | null;
  /** The other form of the number, if that one was already used. */
  alcance: string | null;
  /** The name of the template that may go instead, unless it was one already. */
  modelo: string | null;
};

/** What becomes of a refused message, of its conversation and of the whole number. Instants say from when on. */
export type Decisao =
  | { tipo: "falha"; frase: string; inalcancavel?: true; semAvisos?: true }
  | { tipo: "de_novo"; em: Date; alcance?: string; comModelo?: true; par?: Date; numero?: Date }
  | { tipo: "pausa"; motivo: MotivoDePausa };

/** @param acaso 0 to 1 */
export function decidir({ codigo, ...r }: Recusada, freadas: number, now: Date, acaso: number): Decisao {
  const { tratamento, frase }: { tratamento: Tratamento; frase: string } = falhaDe(codigo);
  if (typeof tratamento === "object") return { tipo: "pausa", motivo: tratamento.pausa };
  const em = (ms: number) => new Date(now.getTime() + ms);
  const tarde = now.getTime() - r.desde.getTime() > DESISTE_MS;
  switch (tratamento) {
    case "freia": {
      const numero = em(espera(freadas, acaso, 1_000, 5 * MINUTO));
      return tarde ? { tipo: "falha", frase } : { tipo: "de_novo", em: numero, numero };
    }
    case "par": {
      const par = em(Math.min(10 * MINUTO, 1_000 * 4 ** Math.min(r.tentativas, 10)) * (1 + acaso / 4));
      return tarde ? { tipo: "falha", frase } : { tipo: "de_novo", em: par, par };
    }
    case "repete":
      return tarde ? { tipo: "falha", frase } : { tipo: "de_novo", em: em(espera(r.tentativas, acaso)) };
    case "modelo":
      return r.modelo ? { tipo: "de_novo", em: now, comModelo: true } : { tipo: "falha", frase };
    case "outra_forma": {
      const outra = r.telefone && !r.alcance ? outraForma(r.telefone) : null;
      return outra ? { tipo: "de_novo", em: now, alcance: outra } : { tipo: "falha", frase, inalcancavel: true };
    }
    case "sem_avisos":
      return { tipo: "falha", frase, semAvisos: true };
    case "desiste":
      return { tipo: "falha", frase };
  }
}
