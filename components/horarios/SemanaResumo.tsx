import { escreverTurnos, type Semana } from "@/lib/domain/expediente";
import { diasDaSemana, semanaDeTrabalho } from "@/lib/domain/semana";

/** A week to read, day by day. */
export function SemanaResumo({ semana }: { semana: Semana }) {
  return (
    <dl className="grid divide-y">
      {semanaDeTrabalho.map((dia) => (
        <div key={dia} className="flex justify-between gap-4 py-2">
          <dt className="font-medium">{diasDaSemana[dia]}</dt>
          <dd className={semana[dia]!.length ? "text-right" : "text-right text-muted"}>
            {escreverTurnos(semana[dia]!)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
