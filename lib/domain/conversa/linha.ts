import { escreverHora } from "@/lib/domain/expediente";
import { diasDe, type Entendido } from "./entender";
import type { Intencao } from "./intencao";

/** What a tuner of the assistant reads: days ISO, hours HH:MM, null where the message says nothing. */
export type LinhaEntendida = {
  intencao: Exclude<Intencao, "endereco" | "voltar">;
  servicos: string[];
  profissional: string | null;
  data: string | null;
  dataAte: string | null;
  horaDe: string | null;
  horaAte: string | null;
};

/** One understood message as a flat line. One day has no `dataAte`, an exact hour no `horaAte`. */
export function emLinha(lido: Entendido): LinhaEntendida {
  const { intencao, servicos, profissional, horas } = lido;
  const dias = diasDe(lido);
  return {
    intencao: intencao === "endereco" || intencao === "voltar" ? "outro" : intencao,
    servicos,
    profissional,
    data: dias?.de ?? null,
    dataAte: dias && dias.ate !== dias.de ? dias.ate : null,
    horaDe: horas && escreverHora(horas.de),
    horaAte: horas?.ate === null || !horas ? null : escreverHora(horas.ate),
  };
}
