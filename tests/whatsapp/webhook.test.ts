import { sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/whatsapp/webhook/route";
import { mensagens } from "@/db/schema";
import { db } from "@/db/client";
import { isSigned, signatureOf } from "@/lib/whatsapp/signature";
import { tratarEntregas } from "@/lib/whatsapp/unpack";
import { cadastrar } from "../support/people";
import { comoSistema, contar, linhas, usando } from "../support/sql";
import {
  amostras,
  andamento,
  entrega,
  NUMERO,
  SEGREDO,
  segundos,
  texto,
  VERIFICACAO,
  wamid,
} from "../support/whatsapp/entregas";

vi.hoisted(() =>
  Object.assign(process.env, {
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_APP_SECRET: "0123456789abcdef0123456789abcdef",
    WHATSAPP_VERIFY_TOKEN: "uma-palavra-combinada",
  }),
);

const URL = "http://127.0.0.1/api/whatsapp/webhook";

const confirmar = async (
  body: string | Uint8Array,
  assinatura: string | null = signatureOf(Buffer.from(body), SEGREDO),
): Promise<number> => {
  const headers: HeadersInit = assinatura === null ? {} : { "x-hub-signature-256": assinatura };
  return (await POST(new NextRequest(URL, { method: "POST", body: Buffer.from(body), headers }))).status;
};

/** Delivered, and read as the task that this wakes does, one at a time. */
async function entregar(...entrega: Parameters<typeof confirmar>): Promise<number> {
  const status = await confirmar(...entrega);
  await tratarEntregas(NUMERO);
  return status;
}

const eventos = () => contar(sql`from eventos_whatsapp`);
const naFila = () =>
  usando("dono", async (client) => {
    const { rows } = await client.query(
      "select task_identifier as tarefa, key as chave, queue_name as fila from graphile_worker.jobs where task_identifier <> 'receber' order by id",
    );
    return rows as { tarefa: string; chave: string; fila: string | null }[];
  });
const todas = () =>
  linhas<{ texto: string; tipo: string; conversa: number; situacao: string; antiga: boolean }>(
    sql`select texto, tipo, conversa_id as conversa, situacao, antiga from mensagens order by id`,
  );

beforeEach(async () => {
  await comoSistema(async (tx) => {
    await tx.execute(sql`delete from mensagens`);
    await tx.execute(sql`delete from conversas`);
    await tx.execute(sql`delete from eventos_whatsapp`);
  });
  await usando("dono", (client) => client.query("delete from graphile_worker._private_jobs"));
});

describe("a assinatura", () => {
  test("confere com os exemplos calculados sobre os bytes crus", () => {
    const casos = [
      [
        '{"object":"whatsapp_business_account","entry":[]}',
        "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756",
      ],
      ['{"text":"Ol\\u00e1 \\ud83d\\ude00"}', "a45fc6b159a5dad1b0caa584382ffd1a6abcd38d63633315bcdaed55c3b124ca"],
    ] as const;
    for (const [corpo, hex] of casos) {
      expect(signatureOf(Buffer.from(corpo), "test_app_secret")).toBe(`sha256=${hex}`);
      expect(isSigned(Buffer.from(corpo), `sha256=${hex}`, "test_app_secret")).toBe(true);
    }
    expect(isSigned(Buffer.from('{"text":"Olá 😀"}'), `sha256=${casos[1][1]}`, "test_app_secret")).toBe(false);
  });

  test("errada, cortada, de outro segredo ou ausente: 401, e nada fica", async () => {
    const corpo = entrega(texto("551187654321", "oi"));
    const certa = signatureOf(Buffer.from(corpo), SEGREDO);
    const outra = signatureOf(Buffer.from(corpo), "outro segredo");
    for (const assinatura of [null, "", certa.slice(0, -1), certa.slice(7), certa.toUpperCase(), outra, `${certa}0`])
      expect(await entregar(corpo, assinatura), String(assinatura)).toBe(401);
    expect(await entregar(`${corpo} `, certa)).toBe(401);
    expect(await eventos()).toBe(0);
    expect(await todas()).toEqual([]);
    expect(await entregar(corpo, certa)).toBe(200);
  });

  test("mais de 3 MB: 413, e nada fica", async () => {
    expect(await entregar("x".repeat(3 * 1024 * 1024 + 1))).toBe(413);
    expect(await eventos()).toBe(0);
    expect(await entregar(" ".repeat(3 * 1024 * 1024))).toBe(200);
    expect(await linhas(sql`select erro from eventos_whatsapp`)).toEqual([{ erro: "SyntaxError" }]);
  });
});

describe("o aperto de mão", () => {
  const pedir = async (busca: string) => {
    const resposta = await GET(new NextRequest(`${URL}?${busca}`));
    return [resposta.status, await resposta.text()];
  };

  test("devolve o desafio, como veio, a quem sabe a palavra", async () => {
    const certo = `hub.mode=subscribe&hub.challenge=01158201444&hub.verify_token=${VERIFICACAO}`;
    expect(await pedir(certo)).toEqual([200, "01158201444"]);
    expect(await pedir(certo.replace(VERIFICACAO, "outra"))).toEqual([403, ""]);
    expect(await pedir(certo.replace("subscribe", "unsubscribe"))).toEqual([400, ""]);
    expect(await pedir("")).toEqual([400, ""]);
  });
});

describe("cada corpo de exemplo", () => {
  test.each(Object.entries(amostras))("%s é guardado e respondido com 200", async (_, corpo) => {
    const nosso = corpo.replace(/"phone_number_id": "\d+"/, `"phone_number_id": "${NUMERO}"`);
    expect(await entregar(nosso)).toBe(200);
    expect(await entregar(nosso)).toBe(200);
    expect(await contar(sql`from eventos_whatsapp where erro is null`)).toBe(1);
  });

  test("vira a mensagem que é, uma vez só", async () => {
    const agora = segundos();
    for (const corpo of Object.values(amostras)) {
      const nosso = corpo
        .replace(/"phone_number_id": "\d+"/, `"phone_number_id": "${NUMERO}"`)
        .replace(/"id": "wamid[^"]*"/g, () => `"id": "${wamid()}"`)
        .replace(/"timestamp": "\d+"/, `"timestamp": "${agora}"`);
      await entregar(nosso);
      // Other bytes, the same message.
      await entregar(`${nosso} `);
    }
    const porTipo = await linhas<{ tipo: string; n: number; textos: string }>(
      sql`select tipo, count(*)::int as n, min(texto) as textos from mensagens group by 1 order by 1`,
    );
    expect(Object.fromEntries(porTipo.map(({ tipo, n }) => [tipo, n]))).toMatchInlineSnapshot(`
      {
        "audio": 2,
        "aviso": 2,
        "botao": 5,
        "contato": 1,
        "desconhecida": 2,
        "documento": 1,
        "edicao": 1,
        "figurinha": 2,
        "imagem": 2,
        "localizacao": 2,
        "pedido": 1,
        "reacao": 3,
        "texto": 7,
        "video": 1,
      }
    `);
    const [toque] = await linhas<{ carga: object }>(
      sql`select carga from mensagens where carga ->> 'escolha' = 'priority_express'`,
    );
    expect(toque!.carga).toMatchObject({ escolha: "priority_express" });
    const deGrupo = await contar(sql`from mensagens where texto = 'What does everyone think about this?'`);
    expect(deGrupo).toBe(0);
  });

  test("o número trocado leva a conversa consigo", async () => {
    await entregar(entrega(texto("16505551234", "oi")));
    const corpo = amostras["system-user-changed-number"]!.replace(
      /"phone_number_id": "\d+"/,
      `"phone_number_id": "${NUMERO}"`,
    );
    await entregar(corpo);
    expect(await linhas(sql`select telefone from conversas`)).toEqual([{ telefone: "+12195555358" }]);
  });
});

describe("uma entrega", () => {
  test("guarda a mensagem e pede a resposta, dois segundos depois, na fila do cliente", async () => {
    await cadastrar("Diego", { telefone: "+5511987654321" });
    expect(await entregar(entrega(texto("551187654321", "Olá! 😀 amanhã às 15h?")))).toBe(200);
    const [conversa] = await linhas<{ id: number; clienteId: number }>(
      sql`select id, cliente_id as "clienteId", telefone, nao_lidas as lidas, nome_perfil as nome from conversas`,
    );
    expect(conversa).toMatchObject({ telefone: "+551187654321", nome: "Célia", lidas: 1 });
    expect(conversa!.clienteId).not.toBeNull();
    expect(await todas()).toEqual([
      { texto: "Olá! 😀 amanhã às 15h?", tipo: "texto", conversa: conversa!.id, situacao: "recebida", antiga: false },
    ]);
    expect(await naFila()).toMatchObject([
      { tarefa: "atender", chave: `atender:${conversa!.id}`, fila: `conversa:${conversa!.id}` },
    ]);
  });

  test("com várias pessoas e várias mudanças não perde nenhuma, e cada uma tem a sua fila", async () => {
    const duas = texto("551187654321", "primeira");
    duas.messages!.push({
      from: "551187654321",
      id: wamid(),
      timestamp: segundos(),
      type: "text",
      text: { body: "segunda" },
    });
    await entregar(entrega(duas, texto("551187654322", "de outra pessoa")));
    expect((await todas()).map((uma) => uma.texto).sort()).toEqual(["de outra pessoa", "primeira", "segunda"]);
    expect(await naFila()).toHaveLength(2);
  });

  test("repetida, ou a mesma mensagem em entregas ao mesmo tempo, conta uma vez", async () => {
    const corpo = entrega(texto("551187654321", "oi"));
    expect(await Promise.all(Array.from({ length: 10 }, (_, i) => confirmar(i % 2 ? corpo : `${corpo} `)))).toEqual(
      Array(10).fill(200),
    );
    await tratarEntregas(NUMERO);
    expect(await todas()).toHaveLength(1);
    expect(await contar(sql`from conversas`)).toBe(1);
    expect(await eventos()).toBe(2);
    await entregar(corpo);
    expect(await eventos()).toBe(2);
  });

  test("vinte primeiras mensagens ao mesmo tempo da mesma pessoa fazem uma conversa", async () => {
    const corpos = Array.from({ length: 20 }, (_, i) =>
      entrega(texto(i % 2 ? "551187654321" : "5511987654321", `oi ${i}`)),
    );
    await Promise.all(corpos.map((corpo) => confirmar(corpo)));
    await tratarEntregas(NUMERO);
    expect(await contar(sql`from conversas`)).toBe(1);
    expect(await todas()).toHaveLength(20);
    expect(await naFila()).toHaveLength(1);
  });

  test("com muitas do mesmo segundo guarda a ordem em que vieram", async () => {
    const em = new Date();
    const ditas = Array.from({ length: 40 }, (_, n) => `mensagem ${n}`);
    const juntas = ditas.map((dita) => texto("551187654321", dita, { em }));
    await entregar(entrega(...juntas));
    expect((await todas()).map((uma) => uma.texto)).toEqual(ditas);
  });

  test("que o banco não aceita não derruba as que vieram com ela", async () => {
    const dono = (comando: string) => usando("dono", (client) => client.query(comando));
    await dono("alter table mensagens add constraint recusa check (texto <> 'ruim')");
    const ruim = entrega(texto("551187654321", "ruim"));
    const boas = Array.from({ length: 20 }, (_, n) => entrega(texto(`5511876543${String(10 + n)}`, `boa ${n}`)));
    const respostas = await Promise.all(
      [...boas.slice(0, 10), ruim, ...boas.slice(10)].map((corpo) => confirmar(corpo)),
    );
    await tratarEntregas(NUMERO);
    await dono("alter table mensagens drop constraint recusa");
    expect(respostas).toEqual(Array(21).fill(200));
    expect(await todas()).toHaveLength(20);
    expect(await linhas(sql`select erro from eventos_whatsapp where tratado_em is null`)).toEqual([{ erro: "23514" }]);
  });

  test("fica guardada assim que é confirmada, e quem a lê é chamado; o que esperou por nós não é antigo", async () => {
    const corpo = entrega(texto("551187654321", "oi", { em: new Date(Date.now() - 3_600_000) }));
    expect(await confirmar(corpo)).toBe(200);
    expect(await linhas(sql`select corpo, tratado_em as "tratadoEm" from eventos_whatsapp`)).toEqual([
      { corpo, tratadoEm: null },
    ]);
    const { rows } = await usando("dono", (client) => client.query("select key from graphile_worker.jobs"));
    expect(rows).toEqual([{ key: "receber" }]);
    await comoSistema((tx) => tx.execute(sql`update eventos_whatsapp set recebido_em = now() - interval '1 hour'`));
    await tratarEntregas(NUMERO);
    expect(await todas()).toMatchObject([{ antiga: false }]);
    expect((await naFila()).map(({ tarefa }) => tarefa)).toEqual(["atender"]);
  });

  test("antiga é guardada e não pede resposta", async () => {
    await entregar(entrega(texto("551187654321", "ontem", { em: new Date(Date.now() - 20 * 60_000) })));
    expect(await todas()).toMatchObject([{ antiga: true }]);
    expect(await naFila()).toEqual([]);
  });

  test("de outro número, de outro assunto ou sem sentido: 200, e só o evento fica", async () => {
    const corpos = [
      entrega(texto("551187654321", "oi")).replace(NUMERO, "999"),
      entrega(texto("551187654321", "oi")).replace('"messages",', '"account_update",'),
      entrega(texto("551187654321", "de nome sem fim", { id: "x".repeat(9_000) })),
      "null",
      "[]",
      "{}",
      '{"entry":null}',
      '{"entry":[{"changes":[{"field":"messages","value":null}]}]}',
      "não é JSON",
      entrega({ messages: [{ id: wamid(), type: "text" }, null as never, "x" as never, { from: "1", id: wamid() }] }),
      entrega({ statuses: [{ id: "wamid.nunca-vista", status: "read", timestamp: segundos() }, { status: "x" }] }),
    ];
    for (const corpo of corpos) expect(await entregar(corpo), corpo).toBe(200);
    expect(await todas()).toEqual([]);
    expect(await eventos()).toBe(corpos.length);
  });

  test("com NUL, meio emoji e bytes que não são texto é guardada mesmo assim", async () => {
    const id = wamid();
    const corpo = entrega(texto("551187654321", "a\u0000b\ud83d c", { id }));
    expect(await entregar(corpo)).toBe(200);
    expect(await entregar(Buffer.concat([Buffer.from('{"x":"'), Buffer.from([0xff, 0]), Buffer.from('"}')]))).toBe(200);
    expect(await todas()).toMatchObject([{ texto: "ab\ufffd c" }]);
  });

  test("de tipo que ainda não existe vira mensagem desconhecida, e o assistente pode dizer que não entende", async () => {
    await entregar(
      entrega({
        messages: [{ from: "551187654321", id: wamid(), timestamp: segundos(), type: "holograma", holograma: {} }],
      }),
    );
    expect(await todas()).toMatchObject([{ tipo: "desconhecida" }]);
    expect(await naFila()).toHaveLength(1);
  });

  test("de mídia pede que ela seja buscada", async () => {
    const imagem = {
      from: "551187654321",
      id: wamid(),
      timestamp: segundos(),
      type: "image",
      image: { id: "77", mime_type: "image/jpeg" },
    };
    await entregar(entrega({ messages: [imagem] }));
    expect((await naFila()).map(({ tarefa }) => tarefa).sort()).toEqual(["atender", "buscar_midia"]);
  });

  test("escrita pela empresa em outro aparelho põe uma pessoa na conversa", async () => {
    await entregar(entrega(texto("551187654321", "oi")));
    const eco = {
      from: "551130000000",
      to: "551187654321",
      id: wamid(),
      timestamp: segundos(),
      type: "text",
      text: { body: "Oi, sou a Ana" },
    };
    await entregar(entrega({ message_echoes: [eco] }).replace('"messages"', '"smb_message_echoes"'));
    expect(
      await linhas(sql`select modo, nao_lidas as "naoLidas", devolver_em is not null as volta from conversas`),
    ).toEqual([{ modo: "pessoa", naoLidas: 0, volta: true }]);
    expect((await todas()).at(-1)).toMatchObject({ texto: "Oi, sou a Ana", situacao: "enviada" });
  });

  test("de um telefone que passou a outra pessoa, a conversa muda de dona", async () => {
    const celia = await cadastrar("Diego", { telefone: "+5511911112222", email: null });
    await entregar(entrega(texto("5511911112222", "oi")));
    await comoSistema((tx) => tx.execute(sql`update usuarios set telefone = null where id = ${celia.id}`));
    const davi = await cadastrar("Diego", { telefone: "+5511911112222", email: null });
    await entregar(entrega(texto("5511911112222", "oi de novo")));
    expect(await linhas(sql`select cliente_id as id from conversas`)).toEqual([{ id: davi.id }]);
  });
});

describe("o andamento do que enviamos", () => {
  async function enviada(situacao: "enviando" | "enviada" = "enviada") {
    await entregar(entrega(texto("551187654321", "oi")));
    const id = situacao === "enviada" ? wamid() : null;
    return comoSistema(async (tx) => {
      const [conversa] = (await tx.execute<{ id: number }>(sql`select id from conversas`)).rows;
      const [nossa] = await tx
        .insert(mensagens)
        .values({ conversaId: conversa!.id, direcao: "saida", autor: "assistente", situacao, wamid: id, texto: "Olá!" })
        .returning();
      return { id: nossa!.id, wamid: id };
    });
  }
  const ler = async (id: number) => (await db().query.mensagens.findFirst({ where: (t, { eq }) => eq(t.id, id) }))!;
  const chega = (...args: Parameters<typeof andamento>) => entregar(entrega(andamento(...args)));

  test("nunca anda para trás, em nenhuma ordem", async () => {
    const ordens = [
      ["sent", "delivered", "read"],
      ["read", "delivered", "sent"],
      ["delivered", "sent", "read"],
      ["read", "failed", "sent"],
    ];
    for (const ordem of ordens) {
      const nossa = await enviada();
      for (const passo of ordem) await chega(nossa.wamid!, passo);
      const lida = await ler(nossa.id);
      expect(lida.situacao, ordem.join()).toBe("lida");
      expect([lida.enviadaEm, lida.entregueEm, lida.lidaEm]).not.toContain(null);
    }
  });

  test("pode vir antes de sabermos o nome da mensagem", async () => {
    const nossa = await enviada("enviando");
    await chega("wamid.ADIANTADA", "delivered", { minha: nossa.id });
    expect(await ler(nossa.id)).toMatchObject({ situacao: "entregue", wamid: "wamid.ADIANTADA" });
  });

  test("falha com o motivo em palavras e é revista; se chegou depois, chegou", async () => {
    const nossa = await enviada();
    await chega(nossa.wamid!, "failed", { codigo: 131026 });
    expect(await ler(nossa.id)).toMatchObject({
      situacao: "falhou",
      codigo: 131026,
      motivo: "Este número não recebe mensagens do WhatsApp.",
    });
    expect((await naFila()).map(({ tarefa }) => tarefa)).toContain("rever_falha");
    await chega(nossa.wamid!, "sent");
    expect((await ler(nossa.id)).situacao).toBe("falhou");
    await chega(nossa.wamid!, "delivered");
    expect(await ler(nossa.id)).toMatchObject({ situacao: "entregue", motivo: null, codigo: null });
  });

  test("de um cliente não mexe em mensagem que ele escreveu", async () => {
    await entregar(entrega(texto("551187654321", "oi", { id: "wamid.DELE" })));
    await chega("wamid.DELE", "read");
    expect(await todas()).toMatchObject([{ situacao: "recebida" }]);
  });
});
