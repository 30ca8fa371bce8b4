import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendamentos, configuracaoWhatsapp } from "@/db/schema";
import { agendar, editarAgendamento, remarcar } from "@/lib/agendamentos/commands";
import { atrasar, cancelar, concluir, confirmar, desfazer, trocar } from "@/lib/atendimentos/commands";
import { agradecer, lembrar, replanejarLembretes } from "@/lib/avisos/commands";
import { lerToque } from "@/lib/domain/avisos";
import { sistema, type Usuario } from "@/lib/server/actor";
import { abrirSalao, AGORA, as, lerAgendamento, pedido, TERCA, type Salao } from "../support/agenda";
import { cadastrar, contratar, mudar } from "../support/people";
import { comoSistema, linhas, usando } from "../support/sql";

let salao: Salao;
let carla: Usuario;
beforeAll(async () => {
  salao = await abrirSalao();
  carla = await contratar("Carla");
});

const regras = (valores: Partial<typeof configuracaoWhatsapp.$inferInsert>) =>
  comoSistema((tx) => tx.update(configuracaoWhatsapp).set(valores));

let numero = 0;
const fone = () => `+5511${String(980_000_000 + ++numero)}`;

beforeEach(async () => {
  await comoSistema(async (tx) => {
    for (const tabela of ["mensagens", "conversas", "agendamento_servicos", "pagamentos", "agendamentos"])
      await tx.execute(sql`delete from ${sql.identifier(tabela)}`);
  });
  await usando("dono", (client) => client.query("delete from graphile_worker._private_jobs"));
  const comuns = { lembretesMinutos: [1_440, 120], silencioDe: 1_260, silencioAte: 480, agradecer: false };
  await regras({ ativo: true, ...comuns });
});

const quem = () => ({ actor: carla, now: AGORA });
const escritas = () =>
  linhas<{ assunto: string; texto: string; agendamento: number; em: string; para: string }>(sql`
    select m.assunto, m.texto, m.agendamento_id as agendamento, m.enviar_em::text as em, c.telefone as para
    from mensagens m join conversas c on c.id = m.conversa_id order by m.id`);
const assuntosDitos = async () => (await escritas()).map(({ assunto }) => assunto);
const planejados = () =>
  usando("dono", async (client) => {
    const { rows } = await client.query<{ chave: string; em: Date }>(
      "select key as chave, run_at as em from graphile_worker.jobs where task_identifier = 'lembrar' order by run_at",
    );
    return rows.map(({ chave, em }) => ({ chave, em: em.toISOString() }));
  });

async function marcar(mudancas: Parameters<typeof pedido>[1] = {}, hora = "14h15", dia = TERCA) {
  const { id: clienteId } = await cadastrar("Diego", {
    nome: "Célia Prado",
    apelido: null,
    telefone: fone(),
    email: null,
  });
  const parte = { funcionarioId: salao.ana, inicio: as(hora, dia), servicos: [salao.escova] };
  const { ids, versoes } = await agendar(quem(), pedido(parte, { clienteId, ...mudancas }));
  return { id: ids[0]!, versao: versoes[0]!, clienteId };
}
const mexer = (visto: { id: number; versao: number }, hora: string, mais = {}) =>
  remarcar(quem(), { id: visto.id, versao: visto.versao, inicio: as(hora), cientes: [], ...mais });
/** What waits has left, so that it cannot be taken back any more. */
const saiu = () => comoSistema((tx) => tx.execute(sql`update mensagens set situacao = 'enviada', tentativas = 1`));

describe("o cliente é avisado", () => {
  test("de que foi marcado, com dia, hora, serviço e profissional", async () => {
    const { id } = await marcar({ atendido: "a filha" });
    const [uma] = await escritas();
    expect(uma).toMatchObject({ assunto: "marcado", agendamento: id });
    expect(uma!.texto).toMatch(/^Olá, Célia! Seu horário em Salão da Dona Célia está marcado:\n/);
    expect(uma!.texto).toMatch(/amanhã, terça-feira, 16 de março às 14h15, Escova .* com Ana \(para a filha\)/);
  });

  test("de que mudou de hora, de profissional, ou foi cancelado", async () => {
    let visto = await marcar();
    await saiu();
    visto = { ...visto, ...(await mexer(visto, "15h")) };
    await saiu();
    visto = {
      ...visto,
      ...(await remarcar(quem(), { id: visto.id, versao: visto.versao, funcionarioId: salao.bia, cientes: [] })),
    };
    await saiu();
    await cancelar(quem(), { id: visto.id, versao: visto.versao, motivo: "profissional", detalhe: "" });
    expect(await assuntosDitos()).toEqual(["marcado", "remarcado", "profissional", "cancelado"]);
    expect((await escritas()).at(-1)!.texto).toContain("15h");
  });

  test("só se quem mexe quer, se há telefone, e se o assistente está ligado", async () => {
    const visto = await marcar({ avisar: false });
    await mexer(visto, "15h", { avisar: false });
    await marcar({ clienteId: null }, "9h");
    await regras({ ativo: false });
    await marcar({}, "10h");
    expect(await escritas()).toEqual([]);
  });

  test("uma vez por agendamento que se arrasta, se troca ou atrasa; desligado, ninguém", async () => {
    type Visto = { id: number; versao: number };
    const gestos: [dia: string, mudam: number, fazer: (um: Visto, outro: Visto, dia: string) => Promise<unknown>][] = [
      ["2027-03-16", 1, (um, _, dia) => remarcar(quem(), { ...um, inicio: as("9h30", dia), cientes: [] })],
      ["2027-03-17", 2, (um, outro) => trocar(quem(), { um, outro })],
      [
        "2027-03-18",
        2,
        (um, outro, dia) => {
          return atrasar(quem(), { funcionarioId: salao.ana, de: as("9h", dia), minutos: 15, vistos: [um, outro] });
        },
      ],
    ];
    for (const ativo of [false, true])
      for (const [dia, mudam, fazer] of gestos) {
        await comoSistema((tx) => tx.execute(sql`delete from agendamento_servicos`));
        await comoSistema((tx) => tx.execute(sql`delete from mensagens`));
        await comoSistema((tx) => tx.execute(sql`delete from agendamentos`));
        await regras({ ativo });
        const [um, outro] = [await marcar({ avisar: false }, "10h", dia), await marcar({ avisar: false }, "12h", dia)];
        await fazer({ id: um.id, versao: um.versao }, { id: outro.id, versao: outro.versao }, dia);
        expect(await assuntosDitos(), dia).toEqual(ativo ? Array(mudam).fill("remarcado") : []);
      }
  });

  test("de novo não, se só o tamanho mudou, nem por quem já está ali ou sobre o que passou", async () => {
    const visto = await marcar();
    await saiu();
    await remarcar(quem(), { id: visto.id, versao: visto.versao, duracaoMinutos: 90, cientes: [] });
    await marcar({ chegou: true }, "9h");
    await marcar({ cientes: ["passado"] }, "10h", "2027-03-12");
    expect(await assuntosDitos()).toEqual(["marcado"]);
  });

  test("do que já esperava para ser dito, também se depois só o tamanho muda", async () => {
    const visto = await marcar();
    await remarcar(quem(), { id: visto.id, versao: visto.versao, duracaoMinutos: 90, cientes: [] });
    expect(await assuntosDitos()).toEqual(["marcado"]);
  });

  test("uma vez da visita inteira", async () => {
    const { id: clienteId } = await cadastrar("Diego", { telefone: fone(), email: null });
    const partes = [
      { funcionarioId: salao.ana, inicio: as("10h"), servicos: [salao.escova] },
      { funcionarioId: salao.bia, inicio: as("11h"), servicos: [salao.igual] },
    ];
    await agendar(quem(), pedido(partes, { clienteId }));
    const ditas = await escritas();
    expect(ditas).toHaveLength(1);
    expect(ditas[0]!.texto.match(/ às 1[01]h/g)).toHaveLength(2);
    expect(new Set((await planejados()).map(({ chave }) => chave.split(":")[1])).size).toBe(1);
  });

  test("na manhã seguinte, quando é noite; e o que não saiu é dito como ficou", async () => {
    const noite = { actor: carla, now: new Date("2027-03-16T01:30:00Z") };
    const { id: clienteId } = await cadastrar("Diego", { telefone: fone(), email: null });
    const parte = { funcionarioId: salao.ana, inicio: as("14h"), servicos: [salao.escova] };
    const { ids, versoes } = await agendar(noite, pedido(parte, { clienteId }));
    expect(new Date((await escritas())[0]!.em).toISOString()).toBe("2027-03-16T11:00:00.000Z");
    const movido = await remarcar(noite, { id: ids[0]!, versao: versoes[0]!, inicio: as("15h"), cientes: [] });
    expect(await escritas()).toMatchObject([{ assunto: "marcado", texto: expect.stringContaining("15h") as string }]);
    await cancelar(noite, { id: ids[0]!, versao: movido.versao, motivo: "engano", detalhe: "" });
    expect(await escritas()).toEqual([]);
  });

  test("não, se pediu para não ser", async () => {
    const { clienteId } = await marcar();
    await comoSistema((tx) => tx.execute(sql`update conversas set avisos_parados_em = now()`));
    const parte = { funcionarioId: salao.bia, inicio: as("16h"), servicos: [salao.escova] };
    await agendar(quem(), pedido(parte, { clienteId }));
    expect(await escritas()).toHaveLength(1);
  });

  test("de que se desfez, se tinha ouvido falar disso", async () => {
    const visto = await marcar();
    await desfazer(quem(), { id: visto.id, versao: visto.versao });
    expect(await escritas()).toEqual([]);
    const outro = await marcar({}, "9h");
    await saiu();
    await desfazer(quem(), { id: outro.id, versao: outro.versao });
    expect(await assuntosDitos()).toEqual(["marcado", "cancelado"]);
  });

  test("não de que se desfez o que ele não sentiu", async () => {
    const visto = await marcar();
    await saiu();
    const confirmado = await confirmar(quem(), { id: visto.id, versao: visto.versao });
    const desfeito = await desfazer(quem(), confirmado);
    const maior = await remarcar(quem(), { id: visto.id, versao: desfeito.versao, duracaoMinutos: 90, cientes: [] });
    await desfazer(quem(), { id: visto.id, versao: maior.versao });
    expect(await assuntosDitos()).toEqual(["marcado"]);
  });

  test("nada, quando a mudança não vale: a mensagem vai e volta com ela", async () => {
    await marcar();
    const { id: clienteId } = await cadastrar("Diego", { telefone: fone(), email: null });
    const ocupado = { funcionarioId: salao.ana, inicio: as("14h30"), servicos: [salao.escova] };
    await expect(agendar(quem(), pedido(ocupado, { clienteId }))).rejects.toMatchObject({ code: "conflito" });
    expect(await escritas()).toHaveLength(1);
  });
});

describe("os lembretes", () => {
  const lembrado = (agendamentoId: number, minutos: number, now: string) =>
    lembrar({ actor: sistema, now: new Date(now) }, { agendamentoId, minutos });

  test("são planejados nas horas combinadas, e mudam com o agendamento", async () => {
    const visto = await marcar({}, "14h", "2027-03-18");
    expect(await planejados()).toEqual([
      { chave: `lembrete:${visto.id}:1440`, em: as("14h", "2027-03-17") },
      { chave: `lembrete:${visto.id}:120`, em: as("12h", "2027-03-18") },
    ]);
    const depois = { inicio: as("16h", "2027-03-19"), cientes: [] };
    const movido = await remarcar(quem(), { id: visto.id, versao: visto.versao, ...depois });
    expect((await planejados()).map(({ em }) => em)).toEqual([as("16h", "2027-03-18"), as("14h", "2027-03-19")]);
    await cancelar(quem(), { id: visto.id, versao: movido.versao, motivo: "engano", detalhe: "" });
    expect(await planejados()).toEqual([]);
  });

  test("são planejados também para quem ainda não tem telefone", async () => {
    const { id: clienteId } = await cadastrar("Diego", { telefone: null, email: null });
    const { id } = await marcar({ clienteId }, "14h", "2027-03-18");
    expect((await planejados()).map(({ chave }) => chave)).toEqual([`lembrete:${id}:1440`, `lembrete:${id}:120`]);
    await mudar(clienteId, { telefone: fone() });
    expect(await lembrado(id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: true });
  });

  test("saem uma vez, na hora nova, e nunca na velha", async () => {
    const visto = await marcar({}, "14h", "2027-03-18");
    await saiu();
    await remarcar(quem(), { id: visto.id, versao: visto.versao, inicio: as("16h", "2027-03-19"), cientes: [] });
    await saiu();
    expect(await lembrado(visto.id, 1_440, as("14h", "2027-03-17"))).toMatchObject({ escreveu: false });
    expect((await planejados())[0]!.em).toBe(as("16h", "2027-03-18"));
    expect(await lembrado(visto.id, 1_440, as("16h", "2027-03-18"))).toMatchObject({ escreveu: true });
    expect(await lembrado(visto.id, 1_440, as("16h", "2027-03-18"))).toMatchObject({ escreveu: false });
    const lembretes = (await escritas()).filter(({ assunto }) => assunto === "lembrete");
    expect(lembretes).toHaveLength(1);
    expect(lembretes[0]!.texto).toMatch(/amanhã, sexta-feira, 19 de março às 16h/);
  });

  test("trazem botões que dizem de que agendamento são", async () => {
    const { id } = await marcar({}, "14h", "2027-03-18");
    await lembrado(id, 120, as("12h", "2027-03-18"));
    const [{ carga }] = (await linhas<{ carga: { botoes: { id: string; titulo: string }[]; parametros: string[] } }>(
      sql`select carga from mensagens where assunto = 'lembrete'`,
    )) as [{ carga: { botoes: { id: string; titulo: string }[]; parametros: string[] } }];
    expect(carga.botoes.map(({ titulo }) => titulo)).toEqual(["Confirmar", "Remarcar", "Cancelar"]);
    expect(carga.botoes.map(({ id }) => lerToque(id))).toEqual(
      ["confirmar", "remarcar", "cancelar"].map((acao) => ({ acao, agendamentoId: id })),
    );
    expect(lerToque("ag1:apagar:1")).toBeNull();
    expect(carga.parametros).toHaveLength(5);
  });

  test("de noite esperam a manhã, e se a manhã é tarde vão na véspera", async () => {
    const cedo = await marcar({}, "9h", "2027-03-18");
    expect((await planejados()).find(({ chave }) => chave === `lembrete:${cedo.id}:120`)!.em).toBe(
      as("8h", "2027-03-18"),
    );
    await regras({ silencioAte: 540 });
    await replanejarLembretes({ actor: sistema, now: AGORA }, {});
    expect((await planejados()).find(({ chave }) => chave === `lembrete:${cedo.id}:120`)!.em).toBe(
      "2027-03-17T23:59:00.000Z",
    );
    expect(await lembrado(cedo.id, 120, "2027-03-18T03:00:00Z")).toMatchObject({ escreveu: false });
  });

  test("seguem as horas que a empresa mudou", async () => {
    const { id } = await marcar({}, "14h", "2027-03-18");
    await regras({ lembretesMinutos: [60] });
    await replanejarLembretes({ actor: sistema, now: AGORA }, {});
    expect(await lembrado(id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: false });
    expect(await lembrado(id, 1_440, as("14h", "2027-03-17"))).toMatchObject({ escreveu: false });
    expect(await lembrado(id, 60, as("13h", "2027-03-18"))).toMatchObject({ escreveu: true });
  });

  test("não há do que foi cancelado, passou, mudou de dono ou foi desligado", async () => {
    const visto = await marcar({}, "14h", "2027-03-18");
    await regras({ ativo: false });
    expect(await lembrado(visto.id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: false });
    await regras({ ativo: true });
    expect(await lembrado(visto.id, 120, as("14h01", "2027-03-18"))).toMatchObject({ escreveu: false });
    const { versao } = await editarAgendamento(quem(), {
      id: visto.id,
      versao: visto.versao,
      clienteId: null,
      atendido: null,
      observacoes: "",
    });
    expect(await planejados()).toEqual([]);
    expect(await lembrado(visto.id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: false });
    await cancelar(quem(), { id: visto.id, versao, motivo: "engano", detalhe: "" });
    expect(await lembrado(visto.id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: false });
  });

  test("saem também do que o cliente já confirmou", async () => {
    const visto = await marcar({}, "14h", "2027-03-18");
    await confirmar(quem(), { id: visto.id, versao: visto.versao });
    expect(await lembrado(visto.id, 120, as("12h", "2027-03-18"))).toMatchObject({ escreveu: true });
  });
});

describe("o agradecimento", () => {
  test("só existe se a empresa quer, uma vez, duas horas depois, e não do que se desfez", async () => {
    const pronto = async (hora: string) => {
      const visto = await marcar({}, hora);
      await concluir(
        { actor: carla, now: new Date(as(hora)) },
        { id: visto.id, versao: visto.versao, valorCentavos: null, pagamentos: [] },
      );
      return visto.id;
    };
    const depois = { actor: sistema, now: new Date(as("17h")) };
    const id = await pronto("9h");
    expect(await agradecer(depois, { agendamentoId: id })).toEqual({ escreveu: false });
    await regras({ agradecer: true });
    const outro = await pronto("11h");
    const { rows } = await usando("dono", (client) =>
      client.query<{ chave: string; em: Date }>(
        "select key as chave, run_at as em from graphile_worker.jobs where task_identifier = 'agradecer'",
      ),
    );
    expect(rows.map(({ chave, em }) => [chave, em.toISOString()])).toEqual([[`agradecimento:${outro}`, as("13h")]]);
    expect(await agradecer(depois, { agendamentoId: outro })).toEqual({ escreveu: true });
    expect(await agradecer(depois, { agendamentoId: outro })).toEqual({ escreveu: false });
    const { versao } = await lerAgendamento(id);
    await desfazer(quem(), { id, versao });
    expect(await agradecer(depois, { agendamentoId: id })).toEqual({ escreveu: false });
  });
});

test("mil agendamentos são planejados de novo em lotes", async () => {
  const { id: clienteId } = await cadastrar("Diego", { telefone: fone(), email: null });
  await comoSistema((tx) =>
    tx.insert(agendamentos).values(
      Array.from({ length: 1_001 }, (_, n) => {
        const inicio = new Date(Date.parse("2027-04-01T00:00:00Z") + n * 3_600_000);
        const fim = new Date(inicio.getTime() + 1_800_000);
        return { funcionarioId: salao.ana, clienteId, inicio, fim, livreEm: fim, origem: "painel" as const };
      }),
    ),
  );
  let depois = 0;
  let total = 0;
  for (;;) {
    const { quantos, ultimo } = await replanejarLembretes({ actor: sistema, now: AGORA }, { depois });
    total += quantos;
    if (!ultimo) break;
    depois = ultimo;
  }
  expect(total).toBe(1_001);
  expect(await planejados()).toHaveLength(2_002);
});
