import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import prettier from "eslint-config-prettier";

const config = [
  { ignores: ["**/.next/**", ".data/**", "dist/**", "next-env.d.ts"] },
  ...next,
  ...typescript,
  prettier,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  { files: ["scripts/**", "bench/**", "tests/**", "e2e/**"], rules: { "no-console": "off" } },
];

export default config;
