/** A stretch of a civil day, half-open, in minutes since its midnight: `[540, 720]` is 9:00 to 12:00; 1440 is its end. */
export type Turno = readonly [inicioMinutos: number, fimMinutos: number];

/** The stretches of each weekday, Sunday first; none is a day off. */
export type Semana = readonly (readonly Turno[])[];

const diasDaSemana = ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"] as const;

/** Minutes since midnight as a clock shows them: `540` is "09:00". */
export const escreverHora = (minutos: number) =>
  `${String(Math.floor(minutos / 60)).padStart(2, "0")}:${String(minutos % 60).padStart(2, "0")}`;

/** The stretches of one day: "09:00 às 12:00 e 13:00 às 18:00", or "fechado". */
export function escreverTurnos(turnos: readonly Turno[]): string {
  const ditos = turnos.map(([inicio, fim]) => `${escreverHora(inicio)} às ${escreverHora(fim)}`);
  return ditos.length ? ditos.join(" e ") : "fechado";
}

/** A week as people say it, equal neighbours together: "seg a sex: 09:00 às 18:00; sáb: 09:00 às 13:00; dom: fechado". */
export function escreverSemana(semana: Semana): string {
  const grupos: { de: number; ate: number; texto: string }[] = [];
  for (const dia of [1, 2, 3, 4, 5, 6, 0]) {
    const texto = escreverTurnos(semana[dia] ?? []);
    const ultimo = grupos.at(-1);
    if (ultimo?.texto === texto) ultimo.ate = dia;
    else grupos.push({ de: dia, ate: dia, texto });
  }
  const dias = ({ de, ate }: { de: number; ate: number }) =>
    de === ate ? diasDaSemana[de] : `${diasDaSemana[de]} a ${diasDaSemana[ate]}`;
  return grupos.map((grupo) => `${dias(grupo)}: ${grupo.texto}`).join("; ");
}
