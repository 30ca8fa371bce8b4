import { defineConfig } from "vitest/config";

/** `--mode longo` runs what takes minutes instead of what every change has to pass. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: mode === "longo" ? ["tests/longo/**/*.test.ts"] : ["tests/**/*.test.ts"],
    exclude: mode === "longo" ? [] : ["tests/longo/**"],
    globalSetup: "tests/setup/global.ts",
    setupFiles: "tests/setup/file.ts",
    pool: "forks",
    // One more than most machines of a build have cores: many tests wait for a clock, a lock or another process.
    maxWorkers: 3,
    testTimeout: mode === "longo" ? 300_000 : 20_000,
    hookTimeout: mode === "longo" ? 300_000 : 60_000,
  },
}));
