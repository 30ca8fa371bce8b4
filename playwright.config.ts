import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/launcher/browser.mjs";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./tests/setup/playwright.ts",
  outputDir: "test-results",
  workers: 2,
  // Two busy cores may miss a moment. What passes only at the second try is listed as flaky.
  retries: 1,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.E2E_URL,
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    // Recording costs a third of the time, so it begins when something failed.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: findBrowser(),
      // Root, as in most containers, has no sandbox to give.
      args: ["--disable-gpu", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
  projects: [
    { name: "celular", use: phone, grepInvert: /@computador/ },
    { name: "computador", use: desktop, grepInvert: /@celular/ },
  ],
});
