import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const alias = { "@": import.meta.dirname };

/** What needs nothing but its arguments, and therefore neither a database nor a process for each file. */
const PURE = ["tests/domain/**/*.test.ts", "tests/ui/**/*.test.ts"];

const withDatabase = (name: string, test: { include: string[]; exclude?: string[]; timeout: number; hook: number }) =>
  ({
    resolve: { alias },
    test: {
      name,
      // `tests/setup/file.ts` makes anew what belongs to the application; packages take too long to load for each file.
      isolate: false,
      include: test.include,
      exclude: test.exclude,
      globalSetup: "tests/setup/global.ts",
      setupFiles: "tests/setup/file.ts",
      testTimeout: test.timeout,
      hookTimeout: test.hook,
    },
  }) satisfies TestProjectConfiguration;

/** What says less at every change: there the permissions are tried without the proxy, here with it, and chance more often. */
const AGAIN = [
  "tests/permissions.test.ts",
  "tests/agendamentos/disputa.test.ts",
  "tests/domain/{conversa-qualquer,falante,horarios,repeticao}.test.ts",
];

/** `--mode longo` runs what takes minutes, `--mode faults` what breaks on purpose, instead of what every change has to pass. */
const MODES: Record<string, string[]> = {
  longo: ["tests/longo/**/*.test.ts", ...AGAIN],
  faults: ["tests/faults/**/*.test.ts"],
};

export default defineConfig(({ mode }) => ({
  test: {
    pool: "forks",
    // Twice the cores that most machines of a build have: many tests wait for a clock, a lock or another process. What
    // breaks under load has the machine for itself.
    maxWorkers: mode === "faults" ? 1 : 4,
    projects:
      mode in MODES
        ? [withDatabase(mode, { include: MODES[mode]!, timeout: 300_000, hook: 300_000 })]
        : [
            { resolve: { alias }, test: { name: "puro", include: PURE, isolate: false, testTimeout: 20_000 } },
            withDatabase("banco", {
              include: ["tests/**/*.test.ts"],
              exclude: ["tests/longo/**", "tests/faults/**", ...PURE],
              timeout: 60_000,
              hook: 120_000,
            }),
          ],
  },
}));
