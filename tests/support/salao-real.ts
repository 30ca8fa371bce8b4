import { sql } from "drizzle-orm";
import {
  configuracaoEmpresa,
  configuracaoWhatsapp,
  expedientes,
  funcionarios,
  funcionarioServicos,
  mensagens,
  servicos,
  usuarios,
} from "@/db/schema";
import { agendar } from "@/lib/agendamentos/commands";
import type { Resposta } from "@/lib/domain/conversa/tipos";
import type { Carga } from "@/lib/domain/whatsapp";
import { instanteDe } from "@/lib/domain/tempo";
import { atender } from "@/lib/jobs/assistente";
import { sistema } from "@/lib/server/actor";
import { receberDeTeste } from "@/lib/whatsapp/receive";
import type { Roteiro, Salao } from "./roteiro";
import { cargo, corte } from "./people";
import { escreverMinuto, minuto, pessoasDoSalao, segundaFechada, semanaDoSalao, servicosDoSalao } from "./salao";
import { comoSistema, linhas, usando } from "./sql";

type Casa = { pessoas: Map<string, number>; servicos: Map<string, number> };

/** The salon of the scripts in the database, once for a test file. */
export async function montarSalao(): Promise<Casa> {
  const { id: cargoId } = await cargo("Cabeleireira");
  return comoSistema(async (tx) => {
    const regras = { gradeMinutos: 30, antecedenciaMinutos: 60, horizonteDias: 60, prazoClienteMinutos: 120 };
    const endereco = { logradouro: "Rua das Flores", numero: "100", bairro: "Centro" };
    await tx
      .insert(configuracaoEmpresa)
      .values({ nome: "Salão da Célia", ...regras, ...endereco })
      .onConflictDoNothing();
    await tx.update(configuracaoWhatsapp).set({ nomeAssistente: "Lia", ativo: true });
    await tx
      .update(expedientes)
      .set({ semana: semanaDoSalao as never })
      .where(sql`funcionario_id is null`);
    const pessoas = new Map<string, number>();
    for (const nome of pessoasDoSalao) {
      const [linha] = await tx.insert(funcionarios).values({ nome, cargoId }).returning({ id: funcionarios.id });
      pessoas.set(nome, linha!.id);
    }
    await tx.insert(expedientes).values({ funcionarioId: pessoas.get("Bruno")!, semana: segundaFechada as never });
    const feitos = new Map<string, number>();
    for (const { nome, preco, tipo, dura, faz } of servicosDoSalao) {
      const valores = { ...corte, nome, precoTipo: tipo, precoCentavos: preco, duracaoMinutos: dura };
      const [linha] = await tx
        .insert(servicos)
        .values({ ...valores, assistenteAgenda: tipo !== "sob_avaliacao" })
        .returning({ id: servicos.id });
      feitos.set(nome, linha!.id);
      await tx
        .insert(funcionarioServicos)
        .values(faz.map((quem) => ({ funcionarioId: pessoas.get(quem)!, servicoId: linha!.id })));
    }
    return { pessoas, servicos: feitos };
  });
}

/** Brings a message the way that Meta does, instead of the simulator's. */
type Postar = (mensagem: { de: string; nome: string; tipo: string; texto: string; carga: Carga }) => Promise<void>;

export type SalaoReal = Salao & {
  telefone: string;
  clienteId(): Promise<number | null>;
  /** Something is written, and not answered yet. */
  receber(texto: string): Promise<void>;
  atender(): Promise<Resposta[]>;
  /** The last message, whoever wrote it. */
  ultima(): Promise<string>;
};

let proximo = 10_000_000;

/** Empties the agenda and opens a conversation of the simulator with somebody new. */
export async function salaoReal(
  casa: Casa,
  {
    quem = "Maria",
    agora = "2026-11-23 10:00",
    tem = [],
    ajuste,
    limpar = true,
    postar,
  }: Roteiro & { limpar?: boolean; postar?: Postar },
): Promise<SalaoReal> {
  let now = instanteDe(minuto(agora));
  const telefone = `+55119${++proximo}`;
  await comoSistema(async (tx) => {
    if (limpar)
      for (const tabela of ["mensagens", "agendamento_servicos", "agendamentos", "reservas"])
        await tx.execute(sql`delete from ${sql.identifier(tabela)}`);
    const { podeMarcar = true, podeInformarPrecos = true } = (ajuste?.assistente ?? {}) as Record<string, boolean>;
    await tx.update(configuracaoWhatsapp).set({ podeMarcar, podeInformarPrecos });
  });
  await usando("dono", (client) => client.query("delete from graphile_worker._private_jobs"));
  const nomePerfil = quem === "sem nome" ? "🌸✨" : quem === "nova" ? "Joana Lima" : "Maria";

  const marcar = async (clienteId: number | null, oQue: string, com: string, em: string) => {
    const partes = [
      {
        funcionarioId: casa.pessoas.get(com)!,
        inicio: instanteDe(minuto(em)).toISOString(),
        servicos: oQue.split(" + ").map((nome) => casa.servicos.get(nome)!),
        duracaoMinutos: null,
      },
    ];
    const cientes = ["passado", "fechado", "fora_do_expediente", "nao_faz", "reservado"];
    const { ids } = await agendar(
      { actor: sistema, now },
      { clienteId, novoCliente: null, atendido: null, observacoes: "", encaixe: null, avisar: false, cientes, partes },
    );
    return ids[0]!;
  };
  const dela: number[] = [];
  if (quem === "Maria") {
    const [maria] = await comoSistema((tx) =>
      tx.insert(usuarios).values({ nome: "Maria Souza", telefone, tipo: "cliente" }).returning({ id: usuarios.id }),
    );
    await marcar(maria!.id, "Corte feminino", "Ana", "2026-10-20 15:00");
    for (const um of tem) {
      const [oQue = "", com = "", em = ""] = um.split("; ");
      dela.push(await marcar(maria!.id, oQue, com, em));
    }
  }

  const daConversa = async () => {
    const [conversa] = await linhas<{ id: number; modo: string; clienteId: number | null }>(
      sql`select id, modo, cliente_id as "clienteId" from conversas where telefone = ${telefone} and teste = ${!postar}`,
    );
    return conversa;
  };
  let contada = 0;
  const receber = async (tipo: string, texto: string, carga: Carga) => {
    if (postar) {
      contada++;
      await postar({ de: telefone.slice(1), nome: nomePerfil, tipo, texto, carga });
      return;
    }
    await comoSistema((tx) =>
      receberDeTeste(
        tx,
        [
          {
            ...{
              wamid: `teste:${telefone}:${++contada}`,
              telefone,
              bsuid: null,
              wa_id: telefone.slice(1),
              nome: nomePerfil,
            },
            ...{ tipo: tipo as "texto", texto, carga, segundos: Date.now() / 1_000, responder: true, eco: false },
          },
        ],
        0,
      ),
    );
  };

  async function lembrar() {
    const { id } = (await daConversa())!;
    const lembrete = {
      direcao: "saida",
      texto: "Lembrete",
      autor: "sistema",
      situacao: "entregue",
      assunto: "lembrete",
    } as const;
    await comoSistema((tx) =>
      tx
        .insert(mensagens)
        .values({ ...lembrete, conversaId: id, agendamentoId: dela[0]!, ocorridaEm: now, teste: true }),
    );
  }

  /** Lets the assistant read what came. @returns what it says to it */
  async function responder(): Promise<Resposta[]> {
    const { id } = (await daConversa())!;
    const [antes] = await linhas<{ id: number }>(
      sql`select coalesce(max(id), 0) as id from mensagens where conversa_id = ${id}`,
    );
    await atender(id, now);
    const novas = await linhas<{ texto: string; carga: Partial<Resposta> }>(
      sql`select texto, carga from mensagens where conversa_id = ${id} and id > ${antes!.id} and direcao = 'saida' order by id`,
    );
    return novas.map(({ texto, carga }) => ({ texto, ...carga }));
  }

  return {
    telefone,
    clienteId: async () => (await daConversa())?.clienteId ?? null,
    receber: (texto) => receber("texto", texto, {}),
    atender: responder,
    async ultima() {
      const [ultima] = await linhas<{ texto: string }>(
        sql`select m.texto from mensagens m join conversas c on c.id = m.conversa_id where c.telefone = ${telefone} and c.teste = ${!postar} order by m.id desc limit 1`,
      );
      return ultima!.texto;
    },
    async dizer(mensagem) {
      if (mensagem.tipo === "texto") await receber("texto", mensagem.texto, {});
      else if (mensagem.tipo === "toque") await receber("botao", mensagem.titulo, { escolha: mensagem.id });
      else await receber(mensagem.que === "outra" ? "documento" : mensagem.que, mensagem.legenda, {});
      if (ajuste?.lembrete && contada === 1) await lembrar();
      return responder();
    },
    avancar(minutos) {
      now = new Date(now.getTime() + minutos * 60_000);
    },
    async ocupar(lugar) {
      const [com = "", dia = "", hora = ""] = lugar.split(" ");
      await marcar(null, "Corte feminino", com, `${dia} ${hora}`);
    },
    async meus() {
      const clienteId = (await daConversa())?.clienteId ?? null;
      const rows = await linhas<{
        servicos: string;
        quem: string;
        em: number;
        situacao: string;
        atendido: string | null;
      }>(sql`
        select (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x join servicos s on s.id = x.servico_id
            where x.agendamento_id = a.id) as servicos, f.nome as quem, floor(date_part('epoch', a.inicio) / 60)::int as em, a.situacao, a.atendido
        from agendamentos a join funcionarios f on f.id = a.funcionario_id
        where a.cliente_id = ${clienteId}::int and a.situacao <> 'cancelado' and a.inicio > '2026-11-22' order by a.inicio, a.id`);
      return rows.map(
        ({ servicos: feitos, quem: com, em, situacao, atendido }) =>
          `${feitos}; ${com}; ${escreverMinuto(em)}; ${situacao}${atendido ? `; ${atendido}` : ""}`,
      );
    },
    modo: async () => (await daConversa())?.modo ?? "assistente",
  };
}
