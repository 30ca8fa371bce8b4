import { expect, test } from "vitest";
import { hashSenha } from "@/lib/server/password";
import { openHouse } from "../support/backstage";
import { tryToEnter } from "../support/doors";

const SENHA = "samambaia no vaso azul";
const ANA = "ana@exemplo.com.br";

test("100 erros na conta em uma hora fecham a porta de qualquer endereço", async () => {
  const behind = await openHouse({ env: { CONFIA_PROXY: "1" } });
  try {
    await behind.person({ nome: "Ana", senhaHash: await hashSenha(SENHA) });
    const from = (n: number) => ({ "x-forwarded-for": `203.0.113.${n}` });
    for (let n = 0; n < 100; n += 5) {
      const five = [0, 1, 2, 3, 4].map((k) => tryToEnter(behind.arrive(), ANA, "não é esta", from(n + k)));
      expect(new Set(await Promise.all(five))).toEqual(new Set(["E-mail ou senha não conferem."]));
    }
    expect(await tryToEnter(behind.arrive(), ANA, SENHA, from(200))).toMatch(/Tente de novo em (59|60) minutos\./);
  } finally {
    await behind.stop();
  }
});
