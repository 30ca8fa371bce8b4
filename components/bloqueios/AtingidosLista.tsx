import { escreverDiaCurto, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Afetados } from "@/lib/bloqueios/queries";

type Atingido = Afetados["agendamentos"][number];

/** "qui, 26/11, 14:00": when it begins. @param fuso IANA zone */
export function escreverQuando(inicio: string, fuso: string): string {
  const minuto = minutoDoInstante(inicio);
  return `${escreverDiaCurto(relogio(minuto, fuso).dia)}, ${escreverHoraDe(minuto, fuso)}`;
}

/** Who it is and what is done: "Maria Souza, Corte + Escova". */
export const escreverQuem = ({ cliente, servicos }: Pick<Atingido, "cliente" | "servicos">) =>
  [cliente ?? "Cliente sem nome", servicos.map(({ nome }) => nome).join(" + ")].filter(Boolean).join(", ");

/** The appointments that a block hits, the first of them by name. */
export function AtingidosLista({
  agendamentos,
  total,
  fuso,
}: Pick<Afetados, "agendamentos" | "total"> & { fuso: string }) {
  const primeiros = agendamentos.slice(0, 6);
  return (
    <ul className="grid gap-1 text-sm">
      {primeiros.map((um) => (
        <li key={um.id}>
          <span className="font-medium">{escreverQuando(um.inicio, fuso)}</span>: {escreverQuem(um)}, com{" "}
          {um.profissional}
        </li>
      ))}
      {total > primeiros.length && <li>e mais {total - primeiros.length}</li>}
    </ul>
  );
}
