import { build } from "./launcher/build.mjs";
import { endWith, listenForEnd } from "./launcher/shutdown.mjs";

listenForEnd();
await build().catch(endWith);
