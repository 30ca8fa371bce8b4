import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const regras = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What lies over the page and takes its place until it is closed. */
const POR_CIMA = '[role="dialog"], [role="alertdialog"], [role="menu"]';

async function faltas(page: Page) {
  // Legacy: without a second page for frames, of which there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // The page below was looked at before something was opened over it.
  if (await page.locator(POR_CIMA).count()) axe.include(POR_CIMA);
  // Nothing is preloaded: only a rule about turning the screen wants the style sheets, and none of ours turns anything.
  const runOnly = { type: "tag" as const, values: regras };
  const { violations } = await axe.options({ runOnly, resultTypes: ["violations"], preload: false }).analyze();
  return violations.map(({ id, nodes }) =>
    [`${id} (${nodes.length})`, ...nodes.slice(0, 3).map(({ html }) => html)].join("\n"),
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
