import http from "node:http";

// Each proxy appends what it saw: with N of them the last N entries are theirs, and the client may have invented the rest.
const proxies = Number(process.env.CONFIA_PROXY) || 0;
const believed = proxies > 0 ? new Set(["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"]) : new Set();
const claims = (name) => name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip";

function believable(name, value) {
  if (!believed.has(name)) return undefined;
  const words = String(value).split(",").slice(-proxies);
  return (name === "x-forwarded-for" ? words.join(",") : words[0]).trim();
}

/** Removes what a client may claim about itself, and leaves what trusted proxies said. */
function cleanHeaders(request) {
  for (const name of Object.keys(request.headers).filter(claims)) {
    const word = believable(name, request.headers[name]);
    if (word) request.headers[name] = word;
    else delete request.headers[name];
  }
  const { rawHeaders } = request;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    const name = rawHeaders[at].toLowerCase();
    if (!claims(name)) continue;
    if (request.headers[name]) rawHeaders[at + 1] = request.headers[name];
    else rawHeaders.splice(at, 2);
  }
}

const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (event, ...args) {
  if (event === "request" || event === "upgrade") cleanHeaders(args[0]);
  return emit.call(this, event, ...args);
};

// The launcher may be killed without a chance to end this process; then nobody else would. Its grandchildren have channels
// of their own, which are not for us to let go of.
if (process.channel && process.ppid === Number(process.env.HORA_MARCADA_PID)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
