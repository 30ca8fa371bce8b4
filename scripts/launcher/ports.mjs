import { once } from "node:events";
import { connect, createServer } from "node:net";
import { UserError } from "./terminal.mjs";

/**
 * A free port of the host: the wanted one when it is free, else any.
 * @param {number} [wanted]
 */
export async function freePort(wanted = 0, host = "127.0.0.1") {
  try {
    return await tryListen(wanted, host);
  } catch (error) {
    if (wanted === 0) throw error;
    return tryListen(0, host);
  }
}

/**
 * Says in one sentence why the address cannot be listened on, if so.
 * @throws {UserError}
 */
export async function checkAddress(host, port) {
  await tryListen(port, host).catch((error) => {
    const why = {
      EADDRINUSE: `A porta ${port} já está em uso por outro programa. Encerre-o ou escolha outra: PORT=${port + 1} npm start.`,
      EACCES: `A porta ${port} só pode ser aberta pelo administrador. Escolha uma acima de 1023: PORT=3000 npm start.`,
      EADDRNOTAVAIL: `O endereço ${host} não é desta máquina. Corrija HOST ou deixe-o de fora.`,
      ENOTFOUND: `Não encontro o endereço ${host}. Corrija HOST ou deixe-o de fora.`,
    };
    throw new UserError(why[error.code] ?? `Não consigo abrir ${host}:${port} (${error.code ?? error.message}).`);
  });
}

async function tryListen(port, host) {
  const server = createServer().listen(port, host);
  await once(server, "listening");
  const { port: given } = server.address();
  server.close();
  await once(server, "close");
  return given;
}

/** Does something accept connections there? The answer is "" for yes, else the reason (ECONNREFUSED, ENOTFOUND...). */
export async function refusal(host, port, milliseconds = 5000) {
  const socket = connect({ host, port, timeout: milliseconds });
  try {
    await Promise.race([
      once(socket, "connect"),
      once(socket, "timeout").then(() => Promise.reject(Object.assign(new Error(), { code: "ETIMEDOUT" }))),
    ]);
    return "";
  } catch (error) {
    return error.code ?? error.errors?.[0]?.code ?? error.message;
  } finally {
    socket.destroy();
  }
}
