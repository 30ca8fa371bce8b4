import { sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/whatsapp/webhook/route";
import { signatureOf } from "@/lib/whatsapp/signature";
import { tratarEntregas } from "@/lib/whatsapp/unpack";
import { encenar, type Roteiro } from "../support/roteiro";
import { roteiros } from "../support/roteiros";
import { montarSalao, salaoReal, type SalaoReal } from "../support/salao-real";
import { linhas } from "../support/sql";
import { entrega, SEGREDO, segundos, wamid } from "../support/whatsapp/entregas";

vi.hoisted(() =>
  Object.assign(process.env, {
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_APP_SECRET: "0123456789abcdef0123456789abcdef",
  }),
);

let casa: Awaited<ReturnType<typeof montarSalao>>;
beforeAll(async () => {
  casa = await montarSalao();
});

type Dita = Parameters<NonNullable<Parameters<typeof salaoReal>[1]["postar"]>>[0];

/** A signed delivery, as Meta's, read as the worker does. */
async function postar({ de, nome, tipo, texto, carga }: Dita): Promise<void> {
  const conteudo =
    tipo === "botao"
      ? {
          type: "interactive",
          interactive: { type: "button_reply", button_reply: { id: carga.escolha, title: texto } },
        }
      : tipo === "texto"
        ? { type: "text", text: { body: texto } }
        : { type: tipo === "imagem" ? "image" : tipo, [tipo === "imagem" ? "image" : tipo]: {} };
  const corpo = entrega({
    contacts: [{ profile: { name: nome }, wa_id: de }],
    messages: [{ from: de, id: wamid(), timestamp: segundos(), ...conteudo }],
  });
  const headers = { "x-hub-signature-256": signatureOf(Buffer.from(corpo), SEGREDO) };
  const url = "http://127.0.0.1/api/whatsapp/webhook";
  expect((await POST(new NextRequest(url, { method: "POST", body: corpo, headers }))).status).toBe(200);
  await tratarEntregas(process.env.WHATSAPP_PHONE_NUMBER_ID!);
}

/** What a conversation left behind, but for ids, instants, and how far what went out has come. */
async function deixou({ telefone }: SalaoReal) {
  const conversa = sql`(select id from conversas where telefone = ${telefone})`;
  return {
    mensagens: await linhas(sql`select direcao, tipo, texto, carga, autor, assunto, antiga from mensagens
      where conversa_id = ${conversa} and assunto is distinct from 'lembrete' order by id`),
    conversa:
      await linhas(sql`select modo, nome_perfil, nao_lidas, avisos_parados_em is null as avisos, estado - 'ultimaEm' - 'respondidas' as estado
      from conversas where telefone = ${telefone}`),
    agendamentos: await linhas(sql`select a.inicio, a.fim, a.situacao, a.atendido, a.origem, f.nome, a.valor_centavos
      from agendamentos a join funcionarios f on f.id = a.funcionario_id join conversas c on c.cliente_id = a.cliente_id
      where c.telefone = ${telefone} order by a.inicio, a.id`),
    cliente:
      await linhas(sql`select u.nome, k.canal, k.como, k.texto from usuarios u join conversas c on c.cliente_id = u.id
      left join consentimentos k on k.usuario_id = u.id where c.telefone = ${telefone}`),
  };
}

const alguns: Roteiro[] = roteiros.filter(({ quem, tem }, i) => (i % 4 === 0 || quem) && !tem);

test.each(alguns)("pelo simulador e pela Meta fica o mesmo: $titulo", async (roteiro) => {
  const simulada = await salaoReal(casa, roteiro);
  await encenar(simulada, roteiro);
  const uma = await deixou(simulada);
  const postada = await salaoReal(casa, { ...roteiro, postar });
  await encenar(postada, roteiro);
  expect(await deixou(postada)).toEqual(uma);
  expect(uma.mensagens.length).toBeGreaterThan(0);
});
