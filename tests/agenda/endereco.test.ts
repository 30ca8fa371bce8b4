import { describe, expect, test } from "vitest";
import {
  enderecoDaJanela,
  escreverEndereco,
  lerEndereco,
  outroPeriodo,
  periodoDe,
  type Endereco,
} from "@/components/agenda/endereco";
import type { Visao } from "@/lib/domain/agenda";

const HOJE = "2026-11-24";
const ler = (busca: string) => lerEndereco(Object.fromEntries(new URLSearchParams(busca)), HOJE);
const em = (dia: string, visao: Visao) => ({ dia, visao });

describe("o endereço da agenda", () => {
  test("/agenda é hoje, de todos", () => {
    expect(ler("")).toEqual({
      dia: HOJE,
      visao: "dia",
      profissional: null,
      cor: "profissional",
      canceladas: false,
      abrir: null,
      passo: null,
      marcar: null,
      bloqueio: null,
    });
    expect(escreverEndereco(ler(""), HOJE)).toBe("/agenda");
  });

  test("o que se escolhe volta igual do endereço", () => {
    const escolhido: Endereco = {
      dia: "2026-12-01",
      visao: "semana",
      profissional: 3,
      cor: "situacao",
      canceladas: true,
      abrir: 12,
      passo: "remarcar",
      marcar: 10,
      bloqueio: null,
    };
    expect(ler(escreverEndereco(escolhido, HOJE).split("?")[1]!)).toEqual(escolhido);
  });

  test("o que está errado é como se não estivesse", () => {
    expect(ler("dia=2026-13-40&visao=ano&profissional=-1&cor=azul&abrir=1e3&passo=excluir")).toEqual(ler(""));
  });
});

describe("o período de cada visão", () => {
  test.each([
    ["dia", { de: "2026-11-24", ate: "2026-11-24" }],
    ["semana", { de: "2026-11-22", ate: "2026-11-28" }],
    ["lista", { de: "2026-11-24", ate: "2026-11-30" }],
    ["mes", { de: "2026-11-01", ate: "2026-12-05" }],
  ] as const)("%s", (visao, periodo) => {
    expect(periodoDe(em(HOJE, visao))).toEqual(periodo);
  });

  test("um mês nunca pede mais de 42 dias", () => {
    for (let mes = 1; mes <= 12; mes++) {
      const { de, ate } = periodoDe(em(`2026-${String(mes).padStart(2, "0")}-15`, "mes"));
      expect((Date.parse(ate) - Date.parse(de)) / 86_400_000).toBeLessThan(42);
    }
  });

  test("anda um dia, uma semana ou um mês", () => {
    expect(outroPeriodo(em("2026-11-30", "dia"), 1)).toBe("2026-12-01");
    expect(outroPeriodo(em(HOJE, "semana"), -1)).toBe("2026-11-17");
    expect(outroPeriodo(em("2026-12-31", "mes"), 1)).toBe("2027-01-01");
    expect(outroPeriodo(em("2027-03-31", "mes"), -1)).toBe("2027-02-01");
  });

  test("só a semana e o mês de um profissional pedem menos", () => {
    expect(enderecoDaJanela({ ...ler("profissional=3") })).toBe("/api/agenda?de=2026-11-24&ate=2026-11-24");
    expect(enderecoDaJanela({ ...ler("profissional=3&visao=semana") })).toBe(
      "/api/agenda?de=2026-11-22&ate=2026-11-28&profissional=3",
    );
  });
});
