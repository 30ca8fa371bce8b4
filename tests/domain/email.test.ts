import { expect, test } from "vitest";
import { sugestaoDeEmail } from "@/lib/domain/email";

test.each([
  ["ana@gmial.com", "ana@gmail.com"],
  ["ana@gmai.com", "ana@gmail.com"],
  ["ana@gmail.con", "ana@gmail.com"],
  ["ana@gmail.com.br", "ana@gmail.com"],
  ["Ana.Silva@GMAIL.COMM", "ana.silva@gmail.com"],
  ["ana@hotmal.com", "ana@hotmail.com"],
  ["ana@hormial.com", "ana@hotmail.com"],
  ["ana@yaho.com.br", "ana@yahoo.com.br"],
  ["ana@outlok.com", "ana@outlook.com"],
  ["ana@uol.com", "ana@uol.com.br"],
  ["ana@iclod.com", "ana@icloud.com"],
])("%s é %s", (digitado, certo) => {
  expect(sugestaoDeEmail(digitado)).toBe(certo);
});

test.each([
  "ana@gmail.com",
  "ana@yahoo.com",
  "ana@outlook.com.br",
  "ana@ymail.com",
  "ana@mail.com",
  "ana@yahoo.co.uk",
  "ana@outlook.pt",
  "ana@sol.com.br",
  "ana@gloria.com",
  "ana@salaodaana.com.br",
  "ana@exemplo.com.br",
  "ana@gmial",
  "gmial.com",
  "",
  "@gmial.com",
  `ana@${"gmial".repeat(1_000)}.com`,
  "ana@😀.com",
])("%j não parece um deslize", (digitado) => {
  expect(sugestaoDeEmail(digitado)).toBeNull();
});
