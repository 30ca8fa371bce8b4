import "./launcher/node-version.mjs";

const { test } = await import("./launcher/test.mjs");
await test();
