import { expect, test } from "vitest";
import { diasDoPeriodo, periodoAnterior, type Periodo } from "@/lib/domain/periodos";

/** A Wednesday. */
const HOJE = "2026-11-25";

test.each<[Periodo, string, string, string, string]>([
  ["hoje", "2026-11-25", "2026-11-25", "2026-11-24", "2026-11-24"],
  ["ontem", "2026-11-24", "2026-11-24", "2026-11-23", "2026-11-23"],
  ["semana", "2026-11-23", "2026-11-29", "2026-11-16", "2026-11-22"],
  ["semana_passada", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"],
  ["d30", "2026-10-27", "2026-11-25", "2026-09-27", "2026-10-26"],
  ["mes", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
  ["mes_passado", "2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30"],
  ["m12", "2025-12-01", "2026-11-30", "2024-12-01", "2025-11-30"],
  ["ano", "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"],
  ["ano_passado", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"],
  ["p30", "2026-11-25", "2026-12-24", "2026-10-26", "2026-11-24"],
])("%s vai de %s a %s, e antes foi de %s a %s", (periodo, de, ate, antesDe, antesAte) => {
  const dias = diasDoPeriodo(periodo, {}, HOJE);
  expect(dias).toEqual({ de, ate });
  expect(periodoAnterior(dias)).toEqual({ de: antesDe, ate: antesAte });
});

test("datas escolhidas ao contrário são viradas, e as que faltam são supostas", () => {
  const dias = (de?: string, ate?: string) => Object.values(diasDoPeriodo("datas", { de, ate }, HOJE));
  expect(dias("2026-03-10", "2026-02-01")).toEqual(["2026-02-01", "2026-03-10"]);
  expect(dias("2026-11-10")).toEqual(["2026-11-10", HOJE]);
  expect(dias(undefined, "2026-02-10")).toEqual(["2026-02-01", "2026-02-10"]);
  expect(dias("2027-01-05")).toEqual(["2027-01-05", "2027-01-05"]);
  expect(dias()).toEqual(["2026-11-01", HOJE]);
});

test("nenhum relatório olha para mais de três anos", () => {
  const { de, ate } = diasDoPeriodo("datas", { de: "1990-01-01", ate: HOJE }, HOJE);
  expect(ate).toBe(HOJE);
  expect((Date.parse(ate) - Date.parse(de)) / 86_400_000 + 1).toBe(3 * 366);
});
