import type { Fatos, Profissional } from "./horarios";
import { subtrair, unir } from "./intervalos";
import type { ChaveImpedimento } from "./impedimentos";
import { aberto, trabalhado } from "./jornada";
import { diaCivil, naParede, somarDias } from "./tempo";

/** What the hours, a block or a leaving may say against an appointment that was right when it was booked. */
export const chavesDePendencia = [
  "inativo",
  "fechado",
  "fora_do_expediente",
  "bloqueado",
] as const satisfies ChaveImpedimento[];

/** An appointment in minutes since the epoch, half-open. */
export type Marcado = { funcionarioId: number; inicio: number; fim: number };

/** The civil days that these touch, of which each begins no earlier than the one before and takes a day at most. */
function diasDe(marcados: readonly Marcado[], fuso: string): Set<string> {
  const dias = new Set<string>();
  let dia = diaCivil(naParede(marcados[0]!.inicio, fuso).dia, fuso);
  for (const { inicio, fim } of marcados) {
    // Mostly the next day, which is quickly known; else however far it is.
    if (inicio >= dia.fim) dia = diaCivil(somarDias(dia.dia, 1), fuso);
    if (inicio >= dia.fim) dia = diaCivil(naParede(inicio, fuso).dia, fuso);
    dias.add(dia.dia);
    if (fim > dia.fim) dias.add(somarDias(dia.dia, 1));
  }
  return dias;
}

/**
 * Those that no longer lie within the open, unblocked time of their professional. Each day is looked at once, whatever
 * the number of appointments on it. @param marcados in the order in which they begin
 */
export function semLugar<M extends Marcado>(fatos: Fatos, marcados: readonly M[]): M[] {
  const abertos = new Map<string, ReturnType<typeof aberto>>();
  const abertoEm = (dia: string) => {
    const conhecido = abertos.get(dia) ?? aberto(fatos, dia);
    abertos.set(dia, conhecido);
    return conhecido;
  };
  const disponivel = (profissional: Profissional, seus: readonly M[]) => {
    const trabalha = [...diasDe(seus, fatos.fuso)].flatMap((dia) =>
      trabalhado(profissional, dia, fatos.fuso, abertoEm(dia)),
    );
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
