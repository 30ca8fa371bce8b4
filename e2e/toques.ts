import type { Locator, Page } from "@playwright/test";
import { noCelular } from "./agenda";

/** The browser takes what touches sooner for the end of a sweep, not for a tap; no hand is so quick. */
const ASSENTAR_MS = 350;

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
