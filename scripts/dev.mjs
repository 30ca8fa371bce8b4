import "./launcher/node-version.mjs";

const { dev } = await import("./launcher/dev.mjs");
await dev();
