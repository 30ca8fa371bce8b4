import http from "node:http";

// Where the web processes behind this address listen.
const ports = process.argv.slice(2).map(Number);
// An idle connection is left a second before the web process closes it, so that no request is on its way to a closed one.
const agent = new http.Agent({ keepAlive: true, timeout: 4_000 });
let turn = 0;

/** What this proxy saw itself comes last, after what proxies before it saw; the preload has left nothing else. */
function headersFor({ headers, socket }) {
  const seen = [headers["x-forwarded-for"], socket.remoteAddress].filter(Boolean).join(", ");
  return { ...headers, "x-forwarded-for": seen };
}

/** By turns; a process that just died is passed over, where nothing has reached it or asking twice does no harm. */
function pass(request, response, left = ports.length) {
  const port = ports[turn++ % ports.length];
  const options = { host: "127.0.0.1", port, agent, method: request.method, path: request.url };
  const passed = http.request({ ...options, headers: headersFor(request) }, (answer) => {
    response.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
    answer.pipe(response);
  });
  passed.on("error", (error) => {
    const harmless = error.code === "ECONNREFUSED" || ["GET", "HEAD"].includes(request.method);
    if (response.headersSent || response.destroyed) return response.destroy();
    if (harmless && left > 1) return pass(request, response, left - 1);
    response.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
    response.end("O servidor não respondeu. Tente de novo em instantes.");
  });
  passed.on("socket", (socket) => {
    // Piped only once somebody hears it, so that a second try still has all of it.
    if (socket.connecting) socket.once("connect", () => request.pipe(passed));
    else request.pipe(passed);
  });
  response.on("close", () => passed.destroy());
}

const server = http.createServer((request, response) => pass(request, response));
server.listen(Number(process.env.PORT), process.env.HOSTNAME);
process.on("SIGTERM", () => {
  server.close(() => process.exit());
  server.closeAllConnections();
});
