import { expect, test } from "vitest";
import { acasoDe, Falante } from "../support/falante";
import { salaoEmMemoria } from "../support/salao";
import { vezes } from "../support/vezes";

const SEMENTES = vezes(60);

test("quem sabe o que quer consegue exatamente isso, como quer que o diga", { timeout: 60_000 }, async () => {
  const contados = { marcado: 0, remarcado: 0, cancelado: 0, desistiu: 0, preso: 0, errado: 0 };
  let mensagens = 0;
  for (let semente = 1; semente <= SEMENTES; semente++) {
    const salao = salaoEmMemoria({ titulo: "", linhas: [], quem: semente % 3 ? "nova" : "sem nome" });
    const acaso = acasoDe(semente);
    for (let i = 0; i < 4; i++)
      await salao.ocupar(`${["Ana", "Bruno", "Carla"][i % 3]} 2026-11-2${4 + i} 1${Math.floor(acaso() * 8)}:00`);
    const desfecho = await new Falante(salao, "2026-11-23", acaso).conversar();
    contados[desfecho.como]++;
    mensagens += desfecho.mensagens;
    expect(["marcado", "remarcado", "cancelado", "desistiu"], `${semente}\n${desfecho.falas.join("\n")}`).toContain(
      desfecho.como,
    );
  }
  const feitos = contados.marcado + contados.remarcado + contados.cancelado;
  expect(feitos).toBeGreaterThan((SEMENTES * 11) / 12);
  expect(Math.min(contados.remarcado, contados.cancelado)).toBeGreaterThan(SEMENTES / 20);
  expect(mensagens / feitos).toBeLessThan(7);
});
