import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/launcher/browser.mjs";

// Drawing two and a half points for each takes a machine without a graphics card as many times longer.
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

const PASSEIOS = "passeios/**";

/**
 * A whole Chromium draws suggestions of its address bar in two processes for every window, unseen. A second switch replaces
 * the first, so what Playwright turns off by itself and matters here is named again.
 */
const turnedOff = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
];

const args = [
  "--disable-gpu",
  "--disable-background-networking",
  `--disable-features=${turnedOff.join()}`,
  // Root, as in most containers, has no sandbox to give.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./tests/setup/playwright.ts",
  outputDir: "test-results",
  workers: 2,
  // Two busy cores may miss a moment. What passes only at the second try is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.E2E_URL,
    actionTimeout: 20_000,
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    // Recording costs a third of the time, so it begins when something failed.
    trace: "on-first-retry",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: findBrowser(), args },
  },
  projects: [
    { name: "celular", use: phone, grepInvert: /@computador|@longo/, testIgnore: PASSEIOS },
    { name: "computador", use: desktop, grep: /@computador/, grepInvert: /@longo/, testIgnore: PASSEIOS },
    // What takes minutes, which `npm run test:longo` runs: what is for both sizes also on a desktop, and whole days of people.
    { name: "celular-longo", use: phone, grep: /@longo/, grepInvert: /@computador/, testIgnore: PASSEIOS },
    {
      name: "computador-longo",
      use: desktop,
      grep: [/@longo/, /^(?!.*@computador)/],
      grepInvert: /@celular/,
      testIgnore: PASSEIOS,
    },
    { name: "passeios", use: desktop, testMatch: PASSEIOS, timeout: 300_000 },
  ],
});
