import { expect, test } from "vitest";
import { encenar } from "../support/roteiro";
import { roteiros } from "../support/roteiros";
import { salaoEmMemoria } from "../support/salao";

test.each(roteiros)("$titulo", (roteiro) => encenar(salaoEmMemoria(roteiro), roteiro));

test("são pelo menos sessenta conversas", () => {
  expect(roteiros.length).toBeGreaterThanOrEqual(60);
});
