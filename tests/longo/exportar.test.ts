import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, type House } from "../support/backstage";
import type { Visitor } from "../support/visitor";

const CLIENTES = 100_000;
const LIMITE_MB = 200;

let house: House;
let celia: Visitor;

beforeAll(async () => {
  house = await openHouse();
  celia = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
  for (let n = 0; n < CLIENTES; n += 5_000) {
    await house.rows(
      `insert into usuarios (nome, tipo, apelido, telefone, email, nascimento, observacoes, etiquetas, ultima_visita_em)
       select 'Maria da Silva ' || n, 'cliente', 'Maria', '+5511' || (900000000 + n), 'maria' || n || '@exemplo.com.br',
         '1980-01-01'::date + n % 9000, 'Gosta de café sem açúcar e de conversar', '{vip,loira}',
         now() - n * interval '1 minute'
       from generate_series($1::int + 1, $1::int + 5000) n`,
      [n],
    );
  }
});

afterAll(() => house.stop());

/** The memory that the server holds, in MB. */
const memoria = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.pid}/status`, "utf8"))![1]) / 1024;

test.runIf(process.platform === "linux").each(["csv", "xlsx"])(
  "100.000 clientes em %s saem inteiros, e o servidor cresce menos de 200 MB",
  async (formato) => {
    const antes = memoria();
    let pico = antes;
    const medida = setInterval(() => (pico = Math.max(pico, memoria())), 20);
    const started = performance.now();
    const resposta = await celia.get(`/api/clientes/exportar?formato=${formato}`);
    let [bytes, quebras] = [0, 0];
    for await (const pedaco of resposta.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += pedaco.length;
      if (formato === "csv") for (const byte of pedaco) if (byte === 10) quebras += 1;
    }
    clearInterval(medida);
    const segundos = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${formato}: ${(bytes / 1e6).toFixed(1)} MB em ${segundos} s, +${(pico - antes).toFixed(0)} MB de memória`,
    );
    expect(resposta.status).toBe(200);
    if (formato === "csv") expect(quebras).toBe(CLIENTES + 1);
    expect(pico - antes).toBeLessThan(LIMITE_MB);
  },
);
