import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe & { commons: { color: { Color: { prototype: Cor } } } };
  }
}

/** A color as axe reckons with it, each part from 0 to 1. */
interface Cor {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(texto: string): Cor;
}

const fonte = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const regras = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What lies over the page and takes its place until it is closed. */
const POR_CIMA = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** axe reads the dozen colors of a page thousands of times over, which is a third of its time: here each is read once. */
function lerCadaCorUmaVez() {
  const { Color } = window.axe.commons.color;
  const ler = Color.prototype.parseString;
  const lidas = new Map<string, Partial<Cor>>();
  Color.prototype.parseString = function (texto) {
    if (!lidas.has(texto)) {
      const { r, g, b, alpha } = ler.call(this, texto);
      lidas.set(texto, { r, g, b, alpha });
    }
    return Object.assign(this, lidas.get(texto));
  };
}

/** What axe finds wrong, in words. It answers from within the page, since all that it found right would be megabytes. */
async function faltas(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(fonte);
    await page.evaluate(lerCadaCorUmaVez);
  }
  return page.evaluate(
    async ({ regras, porCima }) => {
      // The page below was looked at before something was opened over it.
      const onde = document.querySelector(porCima) ? porCima : document;
      // Nothing is preloaded: only a rule about turning the screen wants the style sheets, and none of ours turns anything.
      const { violations } = await window.axe.run(onde, {
        runOnly: { type: "tag", values: regras },
        resultTypes: ["violations"],
        preload: false,
      });
      return violations.map(({ id, nodes }) =>
        [`${id} (${nodes.length})`, ...nodes.slice(0, 3).map(({ html }) => html)].join("\n"),
      );
    },
    { regras, porCima: POR_CIMA },
  );
}

/**
 * Has axe look at the page as it stands, in one of the two themes: unless it is said which, a narrow screen is seen in the
 * dark, so that a test of both sizes sees both. The test goes on after a finding and fails at its end.
 */
export async function semFaltas(page: Page, tela: string, tema?: "light" | "dark") {
  const html = page.locator("html");
  const { width, height } = page.viewportSize()!;
  const colorScheme = tema ?? (width < 640 ? "dark" : "light");
  await page.emulateMedia({ colorScheme });
  await expect(html).toHaveClass(new RegExp(colorScheme));
  await expect(page.getByRole("progressbar", { name: "Carregando" })).toHaveCount(0);
  // All of it at once, also of what scrolls by itself: what a bar covers until somebody scrolls is not too small to be touched.
  const all = await html.evaluate(({ scrollHeight }) => {
    const hidden = [...document.querySelectorAll("main *")].map((one) => one.scrollHeight - one.clientHeight);
    return scrollHeight + Math.max(0, ...hidden);
  });
  await page.setViewportSize({ width, height: all });
  expect.soft(await faltas(page), `${tela}, ${colorScheme}`).toEqual([]);
  await page.setViewportSize({ width, height });
}
