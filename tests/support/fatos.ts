import fc from "fast-check";
import type { Fatos, Profissional } from "@/lib/domain/horarios";
import type { Semana, Turno } from "@/lib/domain/expediente";

/** Days on which something is odd with the clock or the calendar, each in its zone. */
export const diasEstranhos = [
  ["America/Sao_Paulo", "2026-11-24"],
  ["America/Sao_Paulo", "2026-12-25"],
  ["America/Sao_Paulo", "2026-11-20"],
  // Carnival, on which most are open.
  ["America/Sao_Paulo", "2026-02-17"],
  ["America/Sao_Paulo", "2024-02-29"],
  ["America/Sao_Paulo", "2025-12-31"],
  // The midnight that came twice, and the one that never came.
  ["America/Sao_Paulo", "2018-02-17"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Europe/Lisbon", "2026-03-29"],
  ["Europe/Lisbon", "2026-10-25"],
  ["Atlantic/Azores", "2026-10-25"],
  // Half an hour.
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  // The day that a whole country left out.
  ["Pacific/Apia", "2011-12-30"],
] as const;

export const vizinho = (dia: string, dias: number) =>
  new Date(Date.parse(`${dia}T00:00:00Z`) + dias * 86_400_000).toISOString().slice(0, 10);
const minutoUtc = (dia: string) => Date.parse(`${dia}T00:00:00Z`) / 60_000;

const turnos = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Turno[]>([[0, 1_440]]) },
  { weight: 1, arbitrary: fc.constant<Turno[]>([]) },
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          fc.integer({ min: 0, max: 288 }).map((n) => n * 5),
          fc.integer({ min: 0, max: 1_440 }),
        ),
        {
          minLength: 2,
          maxLength: 6,
        },
      )
      .map((pontos) => pontos.sort((a, b) => a - b))
      .map((pontos) => pontos.flatMap((p, i): Turno[] => (i % 2 ? [[pontos[i - 1]!, p]] : []))),
  },
);
const semana: fc.Arbitrary<Semana> = fc.array(turnos, { minLength: 7, maxLength: 7 });

function excecoes(dia: string) {
  const uma = fc
    .record({ longe: fc.integer({ min: -1, max: 1 }), anual: fc.boolean(), aberto: fc.boolean(), turnos })
    .map(({ longe, anual, aberto, turnos: horas }) => {
      const data = vizinho(dia, longe);
      // One of every year was written down in another one; 29 February only exists in some.
      const escrita = anual && !data.endsWith("02-29") ? `2000${data.slice(4)}` : data;
      return { data: escrita, anual, nome: "Aniversário", aberto, turnos: aberto && horas.length % 2 ? horas : null };
    });
  return fc.uniqueArray(uma, { maxLength: 2, selector: ({ data, anual }) => `${data.slice(5)} ${anual}` });
}

const servicos = fc.tuple(
  ...[1, 2].map((id) =>
    fc.record({
      id: fc.constant(id),
      nome: fc.constant(`Serviço ${id}`),
      ativo: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      duracaoMinutos: fc.integer({ min: 1, max: 24 }).map((n) => n * 5),
      preparoMinutos: fc.constantFrom(0, 0, 7, 15, 60, 240),
    }),
  ),
);

function profissional(id: number, dia: string): fc.Arbitrary<Profissional> {
  const momento = fc.integer({ min: minutoUtc(dia) - 2_880, max: minutoUtc(dia) + 4_320 });
  const periodo = fc.record({ inicio: momento, dura: fc.integer({ min: 1, max: 900 }) });
  const perto = fc.option(fc.integer({ min: -3, max: 3 }).map((dias) => vizinho(dia, dias)));
  const livre = fc.record({ inicio: momento, dura: fc.integer({ min: 0, max: 300 }) });
  return fc
    .record({
      ativo: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      admissao: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, perto),
      desligamento: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, perto),
      cortes: fc.option(fc.tuple(fc.integer({ min: -2, max: 2 }), semana, semana), { freq: 2 }),
      aberta: fc.boolean(),
      faz: fc.array(fc.option(fc.integer({ min: 1, max: 30 }).map((n) => n * 5)), { minLength: 1, maxLength: 2 }),
      ocupados: fc.array(livre, { maxLength: 8 }),
      bloqueios: fc.array(periodo, { maxLength: 2 }),
      reservas: fc.array(periodo, { maxLength: 2 }),
    })
    .map(({ cortes, aberta, faz, ocupados, bloqueios, reservas, ...resto }) => {
      const corte = cortes && vizinho(dia, cortes[0]);
      const antes = corte && { de: null, ate: vizinho(corte, -1), semana: cortes[1] };
      const depois = corte && { de: corte, ate: aberta ? null : vizinho(corte, 1), semana: cortes[2] };
      return {
        ...resto,
        id,
        nome: `Pessoa ${id}`,
        periodos: [...(depois ? [depois] : []), ...(antes && aberta ? [antes] : [])],
        faz: faz.map((duracaoMinutos, i) => ({ servicoId: i + 1, duracaoMinutos })),
        // They may overlap: some are squeezed in.
        ocupados: ocupados.map((um, i) => ({
          ...um,
          agendamentoId: i + 1,
          livreEm: um.inicio + um.dura,
          fim: um.inicio,
        })),
        bloqueios: bloqueios.map(({ inicio, dura }, i) => {
          return { bloqueioId: i + 1, inicio, fim: inicio + dura, motivo: "folga" as const, descricao: "" };
        }),
        reservas: reservas.map(({ inicio, dura }) => ({ inicio, livreEm: inicio + dura, expiraEm: inicio })),
      };
    });
}

/** A company with two professionals around an odd day, and the moment at which somebody asks. */
export const cenario = fc.constantFrom(...diasEstranhos).chain(([fuso, dia]) =>
  fc.record({
    dia: fc.constant(dia),
    now: fc.oneof(
      fc.constant(minutoUtc(dia) - 5_000),
      fc.integer({ min: minutoUtc(dia) - 2_880, max: minutoUtc(dia) + 1_440 }),
    ),
    fatos: fc.record({
      fuso: fc.constant(fuso as string),
      gradeMinutos: fc.constantFrom(5, 10, 15, 20, 30, 60),
      antecedenciaMinutos: fc.constantFrom(0, 30, 60, 1_440),
      horizonteDias: fc.integer({ min: 1, max: 6 }),
      feriadosFechados: fc.boolean(),
      semana,
      excecoes: excecoes(dia),
      servicos,
      profissionais: fc.tuple(profissional(1, dia), profissional(2, dia)),
    }) satisfies fc.Arbitrary<Fatos>,
  }),
);
