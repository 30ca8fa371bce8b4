import { minutoDoInstante } from "@/lib/domain/relogio";
import type { HorariosLivres } from "@/lib/horarios/queries";

/** A free time of somebody. `inicio` is an ISO instant. */
export type Livre = { funcionarioId: number; nome: string; inicio: string };

/** The free times of each day in their order, each time once: of several who are free, whoever is named least so far. */
export function porDia({ dias }: HorariosLivres): { dia: string; livres: Livre[] }[] {
  return dias.map(({ dia, profissionais }) => {
    const todos = profissionais.flatMap(({ id, nome, inicios }) =>
      inicios.map((inicio): Livre => ({ funcionarioId: id, nome, inicio })),
    );
    const vezes = new Map<number, number>();
    const ditas = ({ funcionarioId }: Livre) => vezes.get(funcionarioId) ?? 0;
    const livres = new Map<number, Livre>();
    for (const minuto of [...new Set(todos.map(({ inicio }) => minutoDoInstante(inicio)))].sort((a, b) => a - b)) {
      const [quem] = todos
        .filter(({ inicio }) => minutoDoInstante(inicio) === minuto)
        .sort((a, b) => ditas(a) - ditas(b));
      livres.set(minuto, quem!);
      vezes.set(quem!.funcionarioId, ditas(quem!) + 1);
    }
    return { dia, livres: [...livres.values()] };
  });
}
