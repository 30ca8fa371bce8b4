import { expect, test } from "vitest";
import { isPhone } from "@/lib/server/user-agent";

const android =
  "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const ipad =
  "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const windows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

test.each([
  ["um Android", { "user-agent": android }, true],
  ["um iPhone", { "user-agent": iphone }, true],
  ["um tablet", { "user-agent": ipad }, false],
  ["um computador", { "user-agent": windows }, false],
  ["quem não diz nada", {}, false],
])("%s é celular: %o", (_, headers, celular) => {
  expect(isPhone(new Headers(headers as HeadersInit))).toBe(celular);
});

test("o que o navegador diz de si vale mais que o nome", () => {
  expect(isPhone(new Headers({ "sec-ch-ua-mobile": "?1", "user-agent": windows }))).toBe(true);
  expect(isPhone(new Headers({ "sec-ch-ua-mobile": "?0", "user-agent": android }))).toBe(false);
});
