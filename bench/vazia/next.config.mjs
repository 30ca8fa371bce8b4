import path from "node:path";

// Next itself lies in the project's node_modules, two folders up.
const root = path.resolve(import.meta.dirname, "../..");

const config = { turbopack: { root }, outputFileTracingRoot: root };

export default config;
