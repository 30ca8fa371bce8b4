import type { Fatos, Profissional } from "./horarios";
import { subtrair, unir } from "./intervalos";
import type { ChaveImpedimento } from "./impedimentos";
import { aberto, trabalhado } from "./jornada";

/** What the hours, a block or a leaving may say against an appointment that was right when it was booked. */
export const chavesDePendencia = [
  "inativo",
  "fechado",
  "fora_do_expediente",
  "bloqueado",
] as const satisfies ChaveImpedimento[];

/** An appointment in minutes since the epoch, half-open, with the civil days of the company on which it begins and ends. */
export type Marcado = { funcionarioId: number; inicio: number; fim: number; dias: readonly string[] };

/**
 * Those that no longer lie within the open, unblocked time of their professional. Each day is looked at once, whatever
 * the number of appointments on it.
 */
export function semLugar<M extends Marcado>(fatos: Fatos, marcados: readonly M[]): M[] {
  const abertos = new Map<string, ReturnType<typeof aberto>>();
  const abertoEm = (dia: string) => {
    const conhecido = abertos.get(dia) ?? aberto(fatos, dia);
    abertos.set(dia, conhecido);
    return conhecido;
  };
  const disponivel = (profissional: Profissional, seus: readonly M[]) => {
    const dias = new Set(seus.flatMap((um) => um.dias));
    const trabalha = [...dias].flatMap((dia) => trabalhado(profissional, dia, fatos.fuso, abertoEm(dia)));
    return subtrair(unir(trabalha), unir(profissional.bloqueios.map(({ inicio, fim }) => [inicio, fim])));
  };
  const porProfissional = new Map<number, M[]>();
  for (const um of marcados) {
    const seus = porProfissional.get(um.funcionarioId);
    if (seus) seus.push(um);
    else porProfissional.set(um.funcionarioId, [um]);
  }
  return [...porProfissional].flatMap(([id, seus]) => {
    const profissional = fatos.profissionais.find((um) => um.id === id);
    if (!profissional?.ativo) return seus;
    const livre = disponivel(profissional, seus);
    return seus.filter(({ inicio, fim }) => subtrair([[inicio, fim]], livre).length > 0);
  });
}
