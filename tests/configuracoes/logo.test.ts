import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAIOR_ARQUIVO } from "@/lib/domain/permissoes";
import { remakePicture } from "@/lib/server/picture";
import { openHouse, type House } from "../support/backstage";
import { callAction } from "../support/doors";
import { bomba, esticada, falsas, imagem, imagemPesada, jpegQueSeDiz, poliglota } from "../support/imagens";
import type { Visitor } from "../support/visitor";

const MB = 1024 * 1024;

let house: House;
let celia: Visitor;
let pesada: Buffer;

beforeAll(async () => {
  [house, pesada] = [await openHouse(), await imagemPesada(15.9 * MB)];
  celia = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
});
afterAll(() => house.stop());

type Resposta = { ok?: boolean; data?: { nome: string; versao: number }; error?: { code: string; message: string } };

async function enviar(bytes: Buffer, quem = celia, headers?: Record<string, string>) {
  const response = await quem.post("/api/logo", new Uint8Array(bytes), headers);
  const text = await response.text();
  return { status: response.status, text, ...(/^{/.test(text) ? (JSON.parse(text) as Resposta) : {}) };
}

const logoAtual = async () =>
  (
    await house.rows<{ nome: string }>("select a.nome from arquivos a join configuracao_empresa c on c.logo_id = a.id")
  )[0]?.nome;
const arquivos = async () => Number((await house.rows<{ n: string }>("select count(*) as n from arquivos"))[0]!.n);
const servido = async (nome = "") =>
  Buffer.from(await (await house.arrive().get(`/api/arquivos/${nome}`)).arrayBuffer());

/** Sends something and expects a refusal that a person can read, under the logo that was there before. */
async function recusa(bytes: Buffer, headers?: Record<string, string>) {
  const antes = await logoAtual();
  const { status, error, text } = await enviar(bytes, celia, headers);
  expect(await logoAtual()).toBe(antes);
  expect(await arquivos()).toBe(1);
  return { status, frase: error?.message ?? text };
}

beforeEach(async () => {
  if (!(await logoAtual())) await enviar(await imagem("png"));
});

describe("uma imagem é aceita pelo que é", () => {
  test.each(["png", "jpeg", "webp"] as const)("%s vira WebP de até 512 pontos, e o velho se vai", async (formato) => {
    const antes = await logoAtual();
    const { status, data } = await enviar(await imagem(formato, 900));
    expect([status, data?.nome]).toEqual([200, await logoAtual()]);
    expect(data!.nome).not.toBe(antes);
    expect(await sharp(await servido(data!.nome)).metadata()).toMatchObject({
      format: "webp",
      width: 512,
      height: 512,
    });
    expect(await arquivos()).toBe(1);
    expect((await house.arrive().get(`/api/arquivos/${antes}`)).status).toBe(404);
  });

  test("chame-se como se chamar, e diga o navegador que tipo for", async () => {
    for (const nome of ["../../etc/passwd", "logo.svg", "\u202egnp.exe", "a\u0000b\r\nx: y.png", "çã💈.png"]) {
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(nome)}`;
      const headers = { "content-type": "text/html", "content-disposition": disposition };
      const { status, data } = await enviar(await imagem("png"), celia, headers);
      expect(status).toBe(200);
      expect(data!.nome).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      const { headers: servidos } = await house.arrive().get(`/api/arquivos/${data!.nome}`);
      expect([servidos.get("content-type"), servidos.has("content-disposition")]).toEqual(["image/webp", false]);
    }
  });

  test("da que também é página e arquivo só resta a imagem", async () => {
    const { data } = await enviar(await poliglota());
    const restou = (await servido(data!.nome)).toString("latin1");
    expect(restou).not.toMatch(/script|PK\x03\x04|Comment/);
    expect(restou).toMatch(/^RIFF[^]{4}WEBP/);
  });

  test("a foto do celular fica em pé e sem o lugar onde foi tirada", async () => {
    const deitada = await sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } })
      .withExif({ IFD0: { Copyright: "Rua da Ana, 7" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { data } = await enviar(deitada);
    const { width, height, exif } = await sharp(await servido(data!.nome)).metadata();
    expect({ width, height, exif }).toEqual({ width: 20, height: 40, exif: undefined });
  });
});

describe("o que não serve é recusado com uma frase, e o logo velho fica", () => {
  test.each(Object.entries(falsas).filter(([nome]) => !/8Bytes|Disfarcado/.test(nome)))("%s", async (_nome, bytes) => {
    expect(await recusa(bytes)).toEqual({
      status: 422,
      frase: "Este arquivo não é uma imagem PNG, JPEG ou WebP. Escolha outro.",
    });
  });

  test.each(["gif", "avif"] as const)("%s, ainda que diga ser PNG", async (formato) => {
    const { frase } = await recusa(await imagem(formato), { "content-type": "image/png" });
    expect(frase).toBe("Este arquivo não é uma imagem PNG, JPEG ou WebP. Escolha outro.");
  });

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["um PNG cortado ao meio", async () => (await imagemPesada(100_000)).subarray(0, 50_000)],
    ["um PNG sem a última linha", async () => (await imagemPesada(100_000)).subarray(0, -2_000)],
    ["um JPEG cortado", async () => (await imagem("jpeg", 400)).subarray(0, 900)],
    ["um WebP cortado", async () => (await imagem("webp", 400)).subarray(0, 60)],
    ["só o começo de um PNG", () => falsas.so8Bytes],
    ["uma página que começa como PNG", () => falsas.htmlDisfarcado],
    ["um byte trocado", async () => trocado(await imagemPesada(100_000), 60_000)],
  ])("%s", async (_caso, fazer) => {
    expect(await recusa(await fazer())).toEqual({
      status: 422,
      frase:
        "Não conseguimos abrir esta imagem: ela está incompleta ou com defeito. Salve-a de novo e tente outra vez.",
    });
  });

  test("nada", async () => {
    expect(await recusa(Buffer.alloc(0))).toEqual({ status: 422, frase: "O arquivo está vazio. Escolha outro." });
  });

  test("um formulário inteiro em vez do arquivo", async () => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(await imagem("png"))], "../logo.png"));
    const antes = await logoAtual();
    expect((await celia.post("/api/logo", form)).status).toBe(422);
    expect(await logoAtual()).toBe(antes);
  });
});

const trocado = (bytes: Buffer, onde: number) => {
  const outro = Buffer.from(bytes);
  outro[onde]! ^= 1;
  return outro;
};

describe("tamanho", () => {
  test("15,9 MB chegam inteiros: o logo é o que se faz do mesmo arquivo sem a viagem", async () => {
    expect(pesada.length).toBeGreaterThan(15.85 * MB);
    const { status, data } = await enviar(pesada);
    expect(status).toBe(200);
    expect((await servido(data!.nome)).equals(await remakePicture(pesada))).toBe(true);
  });

  test.each([1, 8 * MB, 10 * MB + 1, 15.8 * MB])("um bit trocado perto de %i seria notado", async (onde) => {
    expect((await recusa(trocado(pesada, 100 + Math.floor(onde)))).frase).toMatch(/com defeito/);
  });

  test("16 MB exatos passam; um byte a mais é recusado antes de ser lido", async () => {
    expect((await enviar(esticada(pesada, MAIOR_ARQUIVO))).status).toBe(200);
    const { status, frase } = await recusa(esticada(pesada, MAIOR_ARQUIVO + 1));
    expect([status, frase]).toEqual([413, "Isto é grande demais para enviar: o limite é de 16 MB."]);
  });

  test("sem dizer o tamanho, ou com menos do que disse, nada é trocado", async () => {
    const antes = await logoAtual();
    const png = await imagem("png");
    const aos_poucos = new Blob([new Uint8Array(png)]).stream();
    expect((await celia.post("/api/logo", aos_poucos)).status).toBe(411);
    expect(await logoAtual()).toBe(antes);
  });
});

describe("uma bomba", () => {
  const memoria = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.pid}/status`, "utf8"))![1]) / 1024;

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["PNG de 30.000 × 30.000 pontos", () => bomba(30_000)],
    ["JPEG que se diz de 30.000 × 30.000", () => jpegQueSeDiz(30_000)],
    ["PNG de 5.000 × 5.000", () => bomba(5_000)],
  ])("%s é recusada pelo tamanho, antes de ser aberta", async (_caso, fazer) => {
    const bytes = await fazer();
    const { status, frase } = await recusa(bytes);
    expect(status).toBe(422);
    expect(frase).toMatch(
      /^Esta imagem é grande demais: (30|5)\.000 × (30|5)\.000 pontos\. Diminua e envie de novo\.$/,
    );
  });

  test.runIf(process.platform === "linux")(
    "vinte ao mesmo tempo, das maiores que passam, não derrubam a casa",
    async () => {
      const [maior, antes] = [bomba(4_472), memoria()];
      let pico = antes;
      const medida = setInterval(() => (pico = Math.max(pico, memoria())), 10);
      const fim = await Promise.all(Array.from({ length: 20 }, () => enviar(maior)));
      clearInterval(medida);
      expect(new Set(fim.map(({ status }) => status))).toEqual(new Set([200, 503]));
      expect(fim.find(({ status }) => status === 503)!.error!.message).toBe(
        "Outras imagens estão sendo preparadas. Tente de novo em alguns segundos.",
      );
      expect(pico - antes).toBeLessThan(300);
      expect((await celia.get("/configuracoes")).status).toBe(200);
      expect(await arquivos()).toBe(1);
    },
  );
});

describe("a rota dos arquivos", () => {
  test("serve para sempre, a quem souber o nome, sem deixar o navegador adivinhar o tipo", async () => {
    const { status, headers } = await house.arrive().get(`/api/arquivos/${await logoAtual()}`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers.get("content-security-policy")).toContain("default-src");
  });

  test.each(["1", "..%2F..%2Fetc%2Fpasswd", "%00", "' or 1=1", "logo.webp", "00000000-0000-4000-8000-000000000000"])(
    "%s não existe, e o que não existe não fica guardado",
    async (nome) => {
      const { status, headers } = await house.arrive().get(`/api/arquivos/${nome}`);
      expect(status).toBe(404);
      expect(headers.get("cache-control")).toContain("no-store");
    },
  );
});

describe("quem troca", () => {
  test("só o master, só de uma página da casa", async () => {
    const antes = await logoAtual();
    const png = await imagem("png");
    const carla = await house.signedIn(await house.person({ nome: "Carla", pode: ["pode_cadastrar_cliente"] }));
    expect((await enviar(png, carla)).status).toBe(403);
    expect((await enviar(png, house.arrive())).status).toBe(401);
    expect((await enviar(png, celia, { origin: "https://exemplo.com" })).status).toBe(403);
    expect(await logoAtual()).toBe(antes);
  });

  test("a troca fica na trilha com o seu autor, e a imagem não", async () => {
    const desde = (await house.rows<{ id: string }>("select max(id) as id from log_auditoria"))[0]!.id;
    await enviar(await imagem("png", 300));
    const rastros = await house.rows<{ ato: string; entidade: string; texto: string }>(
      "select ato, entidade, concat(antes, depois) as texto from log_auditoria where id > $1 and ator_tipo = 'usuario'",
      [desde],
    );
    expect(new Set(rastros.map(({ ato }) => ato))).toEqual(new Set(["empresa.trocar_logo"]));
    expect(rastros.map(({ entidade }) => entidade).sort()).toEqual(["arquivos", "arquivos", "configuracao_empresa"]);
    for (const { texto } of rastros) expect(texto).not.toMatch(/RIFF|x5249|"conteudo": "(?!•••")/);
  });

  test("dez trocas ao mesmo tempo deixam um arquivo só, o último", async () => {
    const fim = await Promise.all(
      Array.from({ length: 10 }, (_, i) => imagem("png", 20 + i).then((png) => enviar(png))),
    );
    expect(fim.some(({ status }) => status === 200)).toBe(true);
    expect(await arquivos()).toBe(1);
  });

  test("remover vale para o logo que se viu, e não para o que veio depois", async () => {
    const visto = await logoAtual();
    await enviar(await imagem("png"));
    const tarde = await callAction(celia, "removerLogoAction", [{ nome: visto }]);
    expect(tarde.result).toMatchObject({
      error: {
        code: "conflito",
        message: "O logotipo já foi trocado ou removido. Recarregue a página para ver o atual.",
      },
    });
    expect((await callAction(celia, "removerLogoAction", [{ nome: await logoAtual() }])).result).toMatchObject({
      ok: true,
    });
    expect([await logoAtual(), await arquivos()]).toEqual([undefined, 0]);
  });
});
