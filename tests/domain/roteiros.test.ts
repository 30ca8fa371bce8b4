import { expect, test } from "vitest";
import { encenar } from "../support/roteiro";
import { roteiros } from "../support/roteiros";
import { salaoEmMemoria } from "../support/salao";

test.each(roteiros)("$titulo", (roteiro) => encenar(salaoEmMemoria(roteiro), roteiro));

test("são pelo menos sessenta conversas", () => {
  expect(roteiros.length).toBeGreaterThanOrEqual(60);
});

test("o toque no lembrete que confirma encerra a pergunta se cancela", () => {
  const corteDeSexta = "Corte feminino; Ana; 2026-11-27 15:00";
  const roteiro = {
    titulo: "",
    tem: [corteDeSexta],
    linhas: ["> quero cancelar", "@ ag1:confirmar:1", "< Confirmado!", "<! Cancelo", "> sim", "< Combinado!"],
    fim: [`${corteDeSexta}; confirmado`],
  };
  return encenar(salaoEmMemoria(roteiro), roteiro);
});
