import type { Locator, Page } from "@playwright/test";
import { abrirDia, as, expect, folha, grade, noCelular, servicoDaCasa, type Pessoa } from "./agenda";

/** The browser takes what touches within some 300 ms of a sweep for its end, not for a tap, and later where it has much to do. */
const ASSENTAR_MS = 1_000;

type Lugar = { x: number; y: number };

/** A finger that counts: every touch of a control is one, typing and scrolling are none. At a desktop it holds a mouse. */
export function dedo(page: Page) {
  let toques = 0;
  const toca = noCelular(page);

  async function arrastar(de: Lugar, para: Lugar, demoraMs: number) {
    const cdp = await page.context().newCDPSession(page);
    const passos = 6;
    await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [de] });
    for (let i = 1; i <= passos; i++) {
      const ponto = { x: de.x + ((para.x - de.x) * i) / passos, y: de.y + ((para.y - de.y) * i) / passos };
      if (ponto.x !== de.x || ponto.y !== de.y)
        await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [ponto] });
      await page.waitForTimeout(demoraMs / passos);
    }
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await cdp.detach();
  }

  return {
    get toques() {
      return toques;
    },
    async tocar(alvo: Locator, position?: Lugar) {
      toques += 1;
      await (toca ? alvo.tap({ position }) : alvo.click({ position }));
    },
    /** Rests on something for longer than a tap. */
    async demorar(alvo: Locator) {
      toques += 1;
      await alvo.scrollIntoViewIfNeeded();
      const caixa = (await alvo.boundingBox())!;
      const ponto = { x: caixa.x + caixa.width / 2, y: caixa.y + caixa.height / 2 };
      await arrastar(ponto, ponto, 700);
    },
    /** Sweeps sideways over something, to the left when negative. */
    async varrer(alvo: Locator, por: number) {
      const caixa = (await alvo.boundingBox())!;
      const meio = { x: caixa.x + caixa.width / 2, y: Math.max(caixa.y, 250) + 60 };
      await arrastar(meio, { x: meio.x + por, y: meio.y }, 120);
      await page.waitForTimeout(ASSENTAR_MS);
    },
  };
}

/** Touches a service of the house, and waits until the form says whether the house is closed, so that it asks no more. */
export async function tocarServico(page: Page, { tocar }: Pick<ReturnType<typeof dedo>, "tocar">) {
  const conferido = page.waitForResponse(/\/api\/agenda\/motivo/);
  await tocar(servicoDaCasa(page));
  const { impedimentos } = (await (await conferido).json()) as { impedimentos: unknown[] };
  if (impedimentos.length) await expect(folha(page).getByRole("status").first()).toBeVisible();
}

/** Begins to book a cut for somebody new, with a touch on an hour of a professional's day. */
export async function comecarCorte(page: Page, dia: string, quem: Pessoa, hora: number, nome: string) {
  await abrirDia(page, dia, quem);
  await dedo(page).tocar(grade(page), as(page, hora));
  await expect(folha(page).getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(nome);
  await folha(page)
    .getByRole("button", { name: `Cadastrar ${nome}` })
    .click();
  await folha(page).getByRole("button", { name: "Corte feminino" }).click();
}
