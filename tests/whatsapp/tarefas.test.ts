import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { configuracaoWhatsapp, conversas } from "@/db/schema";
import { atender } from "@/lib/jobs/assistente";
import { tasks } from "@/lib/jobs/tasks";
import { receberDeTeste, receberEntrega } from "@/lib/whatsapp/receive";
import { tratarEntregas } from "@/lib/whatsapp/unpack";
import { abrirSalao } from "../support/agenda";
import { comoSistema, contar, linhas } from "../support/sql";
import { entrega, NUMERO, texto, wamid } from "../support/whatsapp/entregas";

beforeAll(() => abrirSalao());
beforeEach(() =>
  comoSistema(async (tx) => {
    await tx.execute(sql`delete from mensagens`);
    await tx.execute(sql`delete from conversas`);
  }),
);

const ligar = (ativo: boolean) => comoSistema((tx) => tx.update(configuracaoWhatsapp).set({ ativo }));
const escrever = async (corpo: string) => {
  await receberEntrega(Buffer.from(entrega(texto("551187654321", corpo))));
  await tratarEntregas(NUMERO);
};
const conversa = async () => (await linhas<{ id: number; modo: string }>(sql`select id, modo from conversas`))[0]!;
const respostas = () => contar(sql`from mensagens where direcao = 'saida'`);

test("desligado, o assistente guarda o que chega e não responde; no simulador responde", async () => {
  await ligar(false);
  await escrever("oi");
  await atender((await conversa()).id);
  expect(await respostas()).toBe(0);
  await ligar(true);
  await escrever("oi?");
  await atender((await conversa()).id);
  expect(await respostas()).toBe(1);

  await ligar(false);
  const de = { telefone: "+5511955000001", bsuid: null, wa_id: null, nome: "Célia" };
  const dito = {
    tipo: "texto" as const,
    texto: "oi",
    carga: {},
    segundos: Date.now() / 1_000,
    responder: true,
    eco: false,
  };
  await comoSistema((tx) => receberDeTeste(tx, [{ wamid: wamid(), ...de, ...dito }], 0));
  const [teste] = await linhas<{ id: number }>(sql`select id from conversas where teste`);
  await atender(teste!.id);
  expect(await respostas()).toBe(2);
});

test("depois do silêncio de uma pessoa o assistente volta, e não relê o que passou", async () => {
  await ligar(true);
  await escrever("quero falar com alguém que entenda");
  const { id } = await conversa();
  const com = (devolverEm: Date) => comoSistema((tx) => tx.update(conversas).set({ modo: "pessoa", devolverEm }));
  await com(new Date(Date.now() + 60_000));
  await tasks.devolver!({}, {} as never);
  expect(await conversa()).toMatchObject({ modo: "pessoa" });
  await com(new Date(Date.now() - 60_000));
  await tasks.devolver!({}, {} as never);
  expect(await conversa()).toMatchObject({ modo: "assistente" });
  await atender(id);
  expect(await respostas()).toBe(0);
  await escrever("oi");
  await atender(id);
  expect(await respostas()).toBe(1);
  expect(await contar(sql`from log_auditoria where ato = 'conversa.devolver_vencidas'`)).toBe(1);
});
