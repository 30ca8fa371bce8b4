import type { NextConfig } from "next";
import { MAIOR_ARQUIVO } from "./lib/domain/permissoes";
import { REFUSED, securityHeaders } from "./lib/server/headers";

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // It brings a library of thousands of modules, and to bundle what one route uses takes a quarter of the build.
  serverExternalPackages: ["uploadthing"],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, tests included; a start on a shop's machine should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A body beyond this would reach its route cut off; the proxy refuses it before.
  experimental: {
    authInterrupts: true,
    // Nobody reads them: the server does not run with them, and they are three times the size of the code.
    turbopackSourceMaps: false,
    proxyClientMaxBodySize: MAIOR_ARQUIVO + 1,
    // It makes the next build quicker, and a machine that builds once has none.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
  headers: async () => [
    { source: "/:path*", headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
  // Here and not in the proxy: Next calls 127.0.0.1 `localhost` there, takes its own address for another server's, and
  // asks itself over and over. Whoever sends the header from outside refuses only themselves.
  rewrites: async () => ({
    beforeFiles: [{ source: "/:path*", has: [{ type: "header", key: REFUSED }], destination: "/sem-permissao" }],
    // Asked for by that name while a refusal, which has no document of its own at first, is being drawn.
    afterFiles: [{ source: "/favicon.ico", destination: "/icon.svg" }],
    fallback: [],
  }),
};

export default config;
