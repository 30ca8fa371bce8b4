import { expect, test } from "vitest";
import { alternativasDaBusca } from "@/lib/domain/busca";

/** `meio` pieces as they are, `inicio` pieces after a space: " 11 98765" reads as the pattern does. */
const lidas = (busca: string) =>
  alternativasDaBusca(busca).map((pedacos) =>
    pedacos.map(({ texto, onde }) => (onde === "inicio" ? `^${texto}` : texto)),
  );

test.each([
  ["", []],
  ["  \t ", []],
  ["ana", [["ana"]]],
  ["Célia  a", [["Célia", "^a"]]],
  ["çã", [["^çã"]]],
  ["ana@gmail.com", [["ana@gmail.com"]]],
  ["98765-4321", [["987654321"]]],
  ["8765 4321", [["8765", "4321"], ["87654321"]]],
  ["123.456.789-09", [["12345678909"]]],
  ["(11) 98765-4321", [["^11", "987654321"], ["11987654321"], ["5511987654321"]]],
  ["1187654321", [["1187654321"], ["5511987654321"]]],
  ["ana 98765-4321", [["ana", "987654321"]]],
  ["-", []],
  ["--- 🙂 %", []],
  ["ana -", [["ana"]]],
  ["d'a", [["^d'a"]]],
  ["a@b", [["^a@b"]]],
  ["a b c d e f g", [["^a", "^b", "^c", "^d", "^e", "^f"]]],
])("%j procura %j", (busca, alternativas) => {
  expect(lidas(busca)).toEqual(alternativas);
});
