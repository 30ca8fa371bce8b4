import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startService, workerCommand } from "@/scripts/launcher/services.mjs";
import { MAIOR_ARQUIVO } from "@/lib/domain/permissoes";
import { recusas } from "@/lib/domain/result";
import { remakePicture } from "@/lib/server/picture";
import { openHouse } from "../support/backstage";
import { falsas, imagem, imagemPesada } from "../support/imagens";
import { fakeUploadThing } from "../support/uploadthing";
import type { Visitor } from "../support/visitor";

type Fake = Awaited<ReturnType<typeof fakeUploadThing>>;
type Signed = { url: string; key: string }[];

let longe: Fake;
beforeAll(async () => {
  longe = await fakeUploadThing();
});
afterAll(() => longe.close());
afterEach(() => Object.assign(longe.state, { deaf: false, lying: undefined }));

const PATH = "/api/uploadthing?actionType=upload&slug=file";

/** Asks our server where to send a file, as UploadThing's library does in a browser. */
function ask(who: Visitor, file: { name?: string; size: number }, headers: Record<string, string> = {}) {
  const one = { name: "arquivo", type: "application/octet-stream", lastModified: 0, ...file };
  return who.post(PATH, JSON.stringify({ files: [one], input: null }), {
    "content-type": "application/json",
    ...headers,
  });
}

const put = async (url: string, bytes: Buffer) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "qualquer.svg", { type: "image/svg+xml" }));
  return fetch(url, { method: "PUT", body: form });
};

type ServerData = { ok: boolean; data?: { nome: string; versao: number }; error?: { code: string; message: string } };

/** Sends a file the whole way, as a browser does. @returns what our server made of it */
async function enviar(who: Visitor, bytes: Buffer, name = "arquivo"): Promise<ServerData & { key: string }> {
  const [signed] = (await (await ask(who, { name, size: bytes.length })).json()) as Signed;
  const { serverData } = (await (await put(signed!.url, bytes)).json()) as { serverData: ServerData };
  return { ...serverData, key: signed!.key };
}

async function open(dev: boolean) {
  const house = await openHouse({ env: longe.env({ dev }) });
  const celia = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
  const logo = async () =>
    (
      await house.rows<{ nome: string; chave: string; deposito: string }>(
        "select a.nome, chave, deposito from arquivos a join configuracao_empresa c on c.logo_id = a.id",
      )
    )[0];
  const servido = (nome: string) => house.arrive().get(`/api/arquivos/${nome}`);
  return { ...house, celia, logo, servido };
}

type Open = Awaited<ReturnType<typeof open>>;

describe.each([
  { nome: "em produção, onde o UploadThing chama a casa", dev: false },
  { nome: "em desenvolvimento, onde a casa chama a si mesma", dev: true },
])("$nome", ({ dev }) => {
  let house: Open;
  beforeAll(async () => {
    longe.files.clear();
    house = await open(dev);
  });
  afterAll(() => house.stop());

  test("o arquivo vai, a imagem refeita fica lá, e a nossa rota a serve", async () => {
    const png = await imagem("png", 900);
    const { ok, data, key } = await enviar(house.celia, png);
    expect(ok).toBe(true);
    const logo = (await house.logo())!;
    expect(logo).toMatchObject({ nome: data!.nome, deposito: "uploadthing" });
    // What was sent is gone, what was made of it is there.
    expect([longe.files.has(key), [...longe.files.keys()]]).toEqual([false, [logo.chave]]);
    expect(longe.files.get(logo.chave)!.bytes.equals(await remakePicture(png))).toBe(true);

    const answer = await house.servido(data!.nome);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(longe.files.get(logo.chave)!.bytes)).toBe(true);
  });

  test("o que não é imagem é recusado com a mesma frase, não fica lá, e o logo velho fica", async () => {
    const antes = await house.logo();
    const { ok, error } = await enviar(house.celia, falsas.svg);
    expect([ok, error]).toEqual([
      false,
      { code: "invalido", message: "Este arquivo não é uma imagem PNG, JPEG ou WebP. Escolha outro." },
    ]);
    expect(await house.logo()).toEqual(antes);
    expect([...longe.files.keys()]).toEqual([antes!.chave]);
  });
});

describe("em produção", () => {
  let house: Open;
  beforeAll(async () => {
    house = await open(false);
    longe.files.clear();
    await enviar(house.celia, await imagem("png"));
  });
  afterAll(() => house.stop());

  test("o endereço de volta é o da casa, diga o pedido que casa quiser", async () => {
    const [signed] = (await (
      await ask(house.celia, { size: 10 }, { "x-forwarded-host": "ladrao.com" })
    ).json()) as Signed;
    expect(longe.registered.get(signed!.key)!.callbackUrl).toBe(`${house.url}/api/uploadthing`);
  });

  test("15,9 MB chegam inteiros", async () => {
    const pesada = await imagemPesada(15.9 * 1024 * 1024);
    const { ok, data } = await enviar(house.celia, pesada);
    expect(ok).toBe(true);
    const bytes = Buffer.from(await (await house.servido(data!.nome)).arrayBuffer());
    expect(bytes.equals(await remakePicture(pesada))).toBe(true);
  });

  test("mais de 16 MB nem recebe endereço, e mentir o tamanho não adianta", async () => {
    expect((await ask(house.celia, { size: MAIOR_ARQUIVO + 1 })).status).toBe(400);
    const [signed] = (await (await ask(house.celia, { size: 10 })).json()) as Signed;
    expect((await put(signed!.url, Buffer.alloc(MAIOR_ARQUIVO + 1))).status).toBe(400);
    expect(longe.files.has(signed!.key)).toBe(false);
  });

  test.each(["../../etc/passwd", "logo.svg", "\u202egnp.exe", "a\u0000b\r\nx: y", "💈".repeat(300)])(
    "o nome %j não chega a lugar nenhum",
    async (name) => {
      const { ok, data, key } = await enviar(house.celia, await imagem("png"), name);
      expect(ok).toBe(true);
      expect(key).toMatch(/^\w+$/);
      expect(data!.nome).toMatch(/^[0-9a-f-]{36}$/);
      expect(longe.files.get((await house.logo())!.chave)).toMatchObject({ name: "arquivo", type: "image/webp" });
    },
  );

  describe("quem não pode", () => {
    test("não recebe endereço, com a sua frase e na trilha", async () => {
      const carla = await house.signedIn(await house.person({ nome: "Carla", pode: ["pode_cadastrar_cliente"] }));
      const antes = longe.heard.length;
      const respostas = await Promise.all(
        [carla, house.arrive()].map(async (who) => {
          const answer = await ask(who, { size: 10 });
          return [answer.status, ((await answer.json()) as { message: string }).message];
        }),
      );
      expect(respostas).toEqual([
        [403, recusas.sem_permissao],
        [403, recusas.nao_autenticado],
      ]);
      expect((await ask(house.celia, { size: 10 }, { origin: "https://exemplo.com" })).status).toBe(403);
      expect(longe.heard).toHaveLength(antes);
      const trilha = await house.rows(
        "select 1 from log_auditoria where ato = 'acesso.recusado' and depois ->> 'tentativa' = '/api/logo'",
      );
      expect(trilha).toHaveLength(1);
    });

    test("quem deixa de ser master enquanto o arquivo viaja já não troca nada", async () => {
      const id = await house.person({ nome: "Bia", tipo: "master" });
      const bia = await house.signedIn(id);
      const [antes, guardados] = [await house.logo(), [...longe.files.keys()]];
      const png = await imagem("png", 200);
      const [signed] = (await (await ask(bia, { size: png.length })).json()) as Signed;
      await house.rows("update usuarios set tipo = 'restrito' where id = $1", [id]);
      const { serverData } = (await (await put(signed!.url, png)).json()) as { serverData: ServerData };
      expect(serverData).toMatchObject({ ok: false, error: { code: "sem_permissao" } });
      expect(await house.logo()).toEqual(antes);
      expect([...longe.files.keys()]).toEqual(guardados);
    });

    test("o que a casa entrega ao UploadThing para reconhecer Dona Célia não é uma sessão", async () => {
      const [signed] = (await (await ask(house.celia, { size: 10 })).json()) as Signed;
      const { sender } = longe.registered.get(signed!.key)!.metadata as { sender: string };
      const ladrao = house.arrive();
      ladrao.jar.set("next-auth.session-token", sender);
      expect((await ladrao.get("/configuracoes")).headers.get("location")).toContain("/entrar");
    });
  });

  describe("a chamada de volta forjada", () => {
    /** A file of Dona Célia that has arrived, of which nobody has told yet. */
    async function chegado() {
      const png = await imagem("png", 300);
      const [signed] = (await (await ask(house.celia, { size: png.length })).json()) as Signed;
      longe.files.set(signed!.key, { bytes: png, name: "arquivo", type: "image/png" });
      return signed!.key;
    }

    test.each<[string, (text: string) => [text: string, signature: string | undefined]]>([
      ["sem assinatura", (text) => [text, ""]],
      ["com a assinatura de outra chave", (text) => [text, `hmac-sha256=${"0".repeat(64)}`]],
      ["com uma assinatura que não é", (text) => [text, "hmac-sha256=zz"]],
      ["com outro texto sob a assinatura", (text) => [text.replace('"status":"uploaded"', '"status":"x"'), undefined]],
    ])("%s é recusada, e nada muda", async (_caso, forjar) => {
      const antes = await house.logo();
      const key = await chegado();
      const [text, signature] = forjar(longe.message(key));
      const assinatura = signature ?? longe.sign(longe.message(key));
      const answer = await longe.tell(key, text, assinatura);
      expect(answer.status).toBe(400);
      expect(await house.logo()).toEqual(antes);
      longe.files.delete(key);
    });

    test("assinada, mas em nome de ninguém que a casa conheça, não troca nada e apaga o que veio", async () => {
      const antes = await house.logo();
      for (const sender of ["", "lixo", "a".repeat(5_000)]) {
        const key = await chegado();
        Object.assign(longe.registered.get(key)!, { metadata: { sender } });
        expect((await longe.tell(key)).status).toBe(200);
        expect(longe.files.has(key)).toBe(false);
      }
      expect(await house.logo()).toEqual(antes);
    });

    test("dizer-se do UploadThing não dispensa a origem de quem pede um endereço", async () => {
      const headers = { "uploadthing-hook": "callback", origin: "https://exemplo.com" };
      const answer = await ask(house.celia, { size: 10 }, headers);
      expect(await answer.text()).not.toContain("signature");
    });
  });

  test("quando o UploadThing não responde ou entrega outra coisa, diz isso, e o logo velho fica", async () => {
    const antes = await house.logo();
    longe.state.deaf = true;
    expect((await enviar(house.celia, await imagem("png"))).error).toEqual({
      code: "ocupado",
      message: "O UploadThing não respondeu. Tente de novo em alguns instantes.",
    });
    const { status, headers } = await house.servido(antes!.nome);
    expect([status, headers.get("cache-control")]).toEqual([503, "no-store"]);
    longe.state.deaf = false;
    longe.state.lying = Buffer.alloc(MAIOR_ARQUIVO + 1, "x");
    expect((await enviar(house.celia, await imagem("png"))).ok).toBe(false);
    expect((await house.servido(antes!.nome)).status).toBe(503);
    expect(await house.logo()).toEqual(antes);
  });

  test("o logo trocado é apagado lá pelo trabalho da fila", async () => {
    const velho = (await house.logo())!.chave;
    const env = { ...process.env, DATABASE_URL: house.urlApp, DATABASE_URL_DONO: house.urlDono, ...longe.env() };
    await enviar(
      house.celia,
      await sharp(await imagem("png", 120))
        .negate()
        .png()
        .toBuffer(),
    );
    const worker = startService(workerCommand(), { env, log: house.log });
    try {
      await expect.poll(() => longe.files.has(velho), { timeout: 15_000 }).toBe(false);
      expect(longe.files.has((await house.logo())!.chave)).toBe(true);
    } finally {
      await worker.stop();
    }
  });
});

test("sem o token a porta do UploadThing não existe, e o arquivo é guardado na casa", async () => {
  const house = await openHouse();
  try {
    const celia = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
    expect((await ask(celia, { size: 10 })).status).toBe(404);
    expect((await celia.post("/api/logo", new Uint8Array(await imagem("png")))).status).toBe(200);
    expect(await house.rows("select deposito from arquivos")).toEqual([{ deposito: "local" }]);
  } finally {
    await house.stop();
  }
});
