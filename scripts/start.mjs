import "./launcher/node-version.mjs";

// Imported late: an old Node must reach the sentence above before it meets syntax that it cannot parse.
const { start } = await import("./launcher/start.mjs");
await start();
