/** The weekdays as people say them, Sunday first, as `Date.getDay` counts them. */
export const diasDaSemana = ["Domingo", "Segunda", "Terça", "Quarta", "Quinta", "Sexta", "Sábado"] as const;

export type DiaDaSemana = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The weekdays as a week of work goes: Monday first. */
export const semanaDeTrabalho = [1, 2, 3, 4, 5, 6, 0] as const satisfies readonly DiaDaSemana[];

/** The weekday of a civil day, `2026-11-23`. */
export const diaDaSemanaDe = (dia: string) => new Date(`${dia}T00:00:00Z`).getUTCDay() as DiaDaSemana;
