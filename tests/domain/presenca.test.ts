import { expect, test } from "vitest";
import { presencaDe, type DiaDeTrabalho } from "@/lib/domain/presenca";

/** Works from 9 to 12 and from 13 to 18, in minutes of the day. */
const dia: DiaDeTrabalho = {
  trabalha: [
    [540, 720],
    [780, 1080],
  ],
  atende: [
    { inicio: 600, fim: 660, quem: "Maria" },
    { inicio: 1050, fim: 1110, quem: "Rita" },
  ],
  bloqueios: [{ inicio: 840, fim: 870, motivo: "Reunião" }],
};

test.each<[string, number, ReturnType<typeof presencaDe>]>([
  ["antes de começar", 480, { estado: "depois", ate: 540 }],
  ["livre até quem vem", 540, { estado: "livre", ate: 600 }],
  ["atendendo", 600, { estado: "atendendo", ate: 660, com: "Maria" }],
  ["livre até o intervalo", 660, { estado: "livre", ate: 720 }],
  ["no intervalo entre dois turnos", 720, { estado: "depois", ate: 780 }],
  ["livre até o bloqueio", 780, { estado: "livre", ate: 840 }],
  ["bloqueado", 869, { estado: "bloqueado", ate: 870, com: "Reunião" }],
  ["atendendo depois do expediente", 1100, { estado: "atendendo", ate: 1110, com: "Rita" }],
  ["depois de tudo", 1110, { estado: "acabou", ate: 1110 }],
])("%s", (_, agora, presenca) => {
  expect(presencaDe(dia, agora)).toEqual(presenca);
});

test("quem não trabalha e não atende neste dia não está em lugar nenhum, nem por um bloqueio", () => {
  const folga = { trabalha: [], atende: [], bloqueios: [{ inicio: 0, fim: 1440, motivo: "Férias" }] };
  expect(presencaDe(folga, 600)).toBeUndefined();
});

test("quem atende fora do seu expediente aparece por isso", () => {
  const extra = { trabalha: [], atende: [{ inicio: 600, fim: 660, quem: "Maria" }], bloqueios: [] };
  expect(presencaDe(extra, 540)).toEqual({ estado: "depois", ate: 600 });
  expect(presencaDe(extra, 630)).toEqual({ estado: "atendendo", ate: 660, com: "Maria" });
});

test("um bloqueio do dia inteiro em dia de trabalho", () => {
  const ferias = { trabalha: dia.trabalha, atende: [], bloqueios: [{ inicio: 0, fim: 1440, motivo: "Férias" }] };
  expect(presencaDe(ferias, 600)).toEqual({ estado: "bloqueado", ate: 1440, com: "Férias" });
});
