import type { Item } from "@/lib/agenda/queries";
import { dentroDoDia, passoMaisPerto } from "../geometria";

/** An appointment on its way to another place; hours are civil minutes of the column's day. */
export type Movimento = {
  item: Item;
  modo: "mover" | "esticar";
  por: "ponteiro" | "teclado";
  coluna: number;
  inicio: number;
  duracao: number;
};

const MENOR_DURACAO = 5;
const MAIOR_DURACAO = 720;

/** The same movement with another beginning, on the grid. */
export const movidoPara = (m: Movimento, coluna: number, hora: number, grade: number): Movimento => ({
  ...m,
  coluna,
  inicio: dentroDoDia(passoMaisPerto(hora, grade), m.duracao),
});

/** The same movement with another end, on the grid. */
export function esticadoAte(m: Movimento, hora: number, grade: number): Movimento {
  const fim = Math.min(1_440, Math.max(passoMaisPerto(hora, grade), m.inicio + Math.min(grade, m.item.d)));
  return { ...m, duracao: Math.max(MENOR_DURACAO, Math.min(MAIOR_DURACAO, fim - m.inicio)) };
}

type Tecla = { key: string; shiftKey: boolean };

/** Where an arrow takes it: time up and down, columns to the sides, with Shift its end. Null: no such key. */
export function comTecla(m: Movimento, { key, shiftKey }: Tecla, grade: number, colunas: number): Movimento | null {
  const sentido = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
  if (key === "ArrowLeft" || key === "ArrowRight")
    return { ...m, coluna: Math.max(0, Math.min(colunas - 1, m.coluna + sentido)) };
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  if (shiftKey) return esticadoAte(m, m.inicio + m.duracao + sentido * grade, grade);
  // From between two steps the next one, not one and a half further.
  const passo = sentido < 0 ? Math.ceil(m.inicio / grade) - 1 : Math.floor(m.inicio / grade) + 1;
  return movidoPara(m, m.coluna, passo * grade, grade);
}
