import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const regras = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const regrasDeCor = ["color-contrast", "link-in-text-block"];

async function faltas(page: Page, type: "tag" | "rule", values: string[]) {
  // Legacy: without a second page for frames, of which there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await axe.options({ runOnly: { type, values }, resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) =>
    [`${id} (${nodes.length})`, ...nodes.slice(0, 3).map(({ html }) => html)].join("\n"),
  );
}

/**
 * Has axe look at the page as it stands, in light and then in dark, where only the colours are different. The test goes
 * on after a finding and fails at its end.
 */
export async function semFaltas(page: Page, tela: string) {
  const html = page.locator("html");
  const { width, height } = page.viewportSize()!;
  // All of it at once, also of what scrolls by itself: what a bar covers until somebody scrolls is not too small to be touched.
  const all = await html.evaluate(({ scrollHeight }) => {
    const hidden = [...document.querySelectorAll("main *")].map((one) => one.scrollHeight - one.clientHeight);
    return scrollHeight + Math.max(0, ...hidden);
  });
  await page.setViewportSize({ width, height: all });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expect(html).toHaveClass(/light/);
  expect.soft(await faltas(page, "tag", regras), tela).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(html).toHaveClass(/dark/);
  expect.soft(await faltas(page, "rule", regrasDeCor), `${tela}, no escuro`).toEqual([]);
  await page.setViewportSize({ width, height });
}
