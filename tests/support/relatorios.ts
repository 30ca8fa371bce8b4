import { sql } from "drizzle-orm";
import { agendamentos, agendamentoServicos, configuracaoEmpresa, conversas, mensagens, pagamentos } from "@/db/schema";
import { db, type Tx } from "@/db/client";
import { chavesForma, chavesMotivoDeCancelamento, chavesOrigem, chavesSituacao } from "@/lib/domain/agenda";
import type { ChaveMedida } from "@/lib/domain/medidas";
import type { Recorte } from "@/lib/domain/recortes";
import { naParede, minutoDe } from "@/lib/domain/tempo";
import { chavesAssunto } from "@/lib/domain/whatsapp";
import { abrirSalao } from "./agenda";
import { cadastrar } from "./people";
import { comoSistema, usando } from "./sql";

const HORA = 3_600_000;

/** Chance that always turns out the same. @param seed any integer */
function sorte(seed: number) {
  let estado = seed;
  const inteiro = (ate: number) => {
    estado = (estado * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((estado / 2_147_483_648) * ate);
  };
  return {
    inteiro,
    um: <T>(de: readonly T[]) => de[inteiro(de.length)]!,
    as: (porCento: number) => inteiro(100) < porCento,
  };
}

/** Odd cents on purpose, so that whatever is divided leaves a rest. */
async function marcar(
  tx: Tx,
  r: ReturnType<typeof sorte>,
  quem: { equipe: number[]; servicos: number[]; clientes: number[]; conversaId: number },
  inicio: Date,
) {
  const situacao = r.um([...chavesSituacao, "concluido", "concluido"] as const);
  const servicos = Array.from({ length: 1 + r.inteiro(3) }, () => r.um(quem.servicos));
  const precos = servicos.map(() => (r.as(15) ? null : r.inteiro(999)));
  const valorCentavos = precos.reduce<number>((soma, preco) => soma + (preco ?? 0), 0);
  const duracoes = servicos.map(() => 5 * (1 + r.inteiro(20)));
  const fim = new Date(inicio.getTime() + duracoes.reduce((a, b) => a + b) * 60_000);
  const valorFinalCentavos =
    situacao === "concluido" && r.as(80) ? (r.as(50) ? valorCentavos : r.inteiro(2_001)) : null;
  const cancelado = situacao === "cancelado";
  const [linha] = await tx
    .insert(agendamentos)
    .values({
      ...{
        funcionarioId: r.um(quem.equipe),
        clienteId: r.as(15) ? null : r.um(quem.clientes),
        inicio,
        fim,
        livreEm: fim,
      },
      ...{
        situacao,
        encaixe: true,
        encaixeMotivo: "Teste",
        origem: r.um(chavesOrigem),
        valorCentavos,
        valorFinalCentavos,
      },
      criadoEm: new Date(inicio.getTime() - r.inteiro(300) * HORA),
      confirmadoEm: situacao === "confirmado" || r.as(40) ? inicio : null,
      concluidoEm: situacao === "concluido" ? fim : null,
      canceladoEm: cancelado ? new Date(inicio.getTime() - r.inteiro(200) * HORA) : null,
      canceladoMotivo: cancelado ? r.um(chavesMotivoDeCancelamento) : null,
    })
    .returning({ id: agendamentos.id });
  const agendamentoId = linha!.id;
  await tx.insert(agendamentoServicos).values(
    servicos.map((servicoId, i) => {
      return { agendamentoId, ordem: i + 1, servicoId, duracaoMinutos: duracoes[i]!, precoCentavos: precos[i] };
    }),
  );
  if (situacao === "concluido")
    for (let n = r.inteiro(4); n > 0; n--)
      await tx
        .insert(pagamentos)
        .values({ agendamentoId, forma: r.um(chavesForma), valorCentavos: 1 + r.inteiro(900), recebidoEm: fim });
  for (let n = r.inteiro(4); n > 0; n--)
    await tx.insert(mensagens).values({
      ...{
        conversaId: quem.conversaId,
        direcao: "saida",
        autor: "sistema",
        agendamentoId,
        assunto: r.um(chavesAssunto),
      },
      situacao: r.um(["enviada", "entregue", "lida", "falhou"] as const),
      teste: r.as(10),
    });
}

/** A company of chance: appointments around some days, with all that reports count. @param de @param ate ISO instants */
export async function empresaAoAcaso(seed: number, fuso: string, de: string, ate: string, quantos: number) {
  const r = sorte(seed);
  const salao = await abrirSalao(["Ana", "Bia", "Duda"]);
  const clientes = await Promise.all(Array.from({ length: 9 }, async () => (await cadastrar("Diego")).id));
  const servicos = [salao.escova, salao.luzes, salao.igual];
  await comoSistema(async (tx) => {
    await tx.update(configuracaoEmpresa).set({ fuso });
    const [conversa] = await tx
      .insert(conversas)
      .values({ telefone: `+5511${900_000_000 + Math.floor(Math.random() * 99_999_999)}` })
      .returning({ id: conversas.id });
    const quem = { equipe: salao.equipe, servicos, clientes, conversaId: conversa!.id };
    const [inicio, fim] = [Date.parse(de), Date.parse(ate)];
    for (let i = 0; i < quantos; i++)
      await marcar(tx, r, quem, new Date(inicio + r.inteiro((fim - inicio) / 300_000) * 300_000));
  });
  await usando("dono", (dono) => dono.query("analyze"));
  return { ...salao, servicos, clientes };
}

type Bruto = typeof agendamentos.$inferSelect & {
  servicos: (typeof agendamentoServicos.$inferSelect)[];
  pagamentos: (typeof pagamentos.$inferSelect)[];
  mensagens: (typeof mensagens.$inferSelect)[];
};

/** All rows as they are. */
export async function lerTudo(): Promise<Bruto[]> {
  const [todos, servicos, pagos, escritas] = await Promise.all([
    db().select().from(agendamentos),
    db().select().from(agendamentoServicos).orderBy(agendamentoServicos.ordem),
    db().select().from(pagamentos).orderBy(pagamentos.id),
    db()
      .select()
      .from(mensagens)
      .where(sql`direcao = 'saida' and not teste`),
  ]);
  const de = <T extends { agendamentoId: number | null }>(linhas: T[], id: number) =>
    linhas.filter(({ agendamentoId }) => agendamentoId === id);
  return todos.map((um) => {
    return { ...um, servicos: de(servicos, um.id), pagamentos: de(pagos, um.id), mensagens: de(escritas, um.id) };
  });
}

/** One unit of money, of time or of an appointment, and to whom it belongs. */
type Item = Bruto & {
  minutos: number;
  valor: number;
  receita: number;
  desconto: number;
  acrescimo: number;
  servicoId?: number;
  forma?: string;
  assunto?: string;
};

/** To which of the parts each single unit of a whole goes: that whose stretch of the weights it lies in. */
function donos(todo: number, pesos: readonly number[]): number[] {
  const total = pesos.reduce((a, b) => a + b, 0);
  const limites = pesos.map((_, i) => Math.floor((todo * pesos.slice(0, i + 1).reduce((a, b) => a + b, 0)) / total));
  return Array.from({ length: todo }, (_, unidade) => limites.findIndex((limite) => unidade < limite));
}

const quantas = (de: readonly number[], qual: number) => de.filter((um) => um === qual).length;

const divididos = new WeakMap<Bruto, Map<string, Item[]>>();

/** Dividing goes cent by cent, so what was divided once is remembered. */
function partesDe(a: Bruto, recorte: Recorte | undefined, servico: number | undefined): Item[] {
  const daqui = divididos.get(a) ?? new Map<string, Item[]>();
  divididos.set(a, daqui);
  const chave = `${["servico", "forma", "assunto"].includes(recorte ?? "") ? recorte : ""} ${servico}`;
  const partes = daqui.get(chave) ?? dividir(a, recorte, servico);
  daqui.set(chave, partes);
  return partes;
}

function dividir(a: Bruto, recorte: Recorte | undefined, servico: number | undefined): Item[] {
  const cobrado = a.situacao === "concluido" ? (a.valorFinalCentavos ?? a.valorCentavos) : 0;
  const diferenca = a.situacao === "concluido" ? a.valorCentavos - cobrado : 0;
  const inteiro: Item = {
    ...{ ...a, minutos: (a.fim.getTime() - a.inicio.getTime()) / 60_000, valor: a.valorCentavos, receita: cobrado },
    ...{ desconto: Math.max(0, diferenca), acrescimo: Math.max(0, -diferenca) },
  };
  const precos = a.servicos.map(({ precoCentavos }) => precoCentavos ?? 0);
  const pesos = precos.some(Boolean) ? precos : precos.map(() => 1);
  const porPreco = (todo: number) => donos(todo, pesos);
  const dosMinutos = donos(
    inteiro.minutos,
    a.servicos.map(({ duracaoMinutos }) => duracaoMinutos),
  );
  const centavosDe = porPreco(cobrado);
  const servicos = a.servicos.map(({ servicoId }, i): Item => {
    const parte = (todo: number) => quantas(porPreco(todo), i);
    const { valor, desconto, acrescimo } = inteiro;
    const dinheiro = { valor: parte(valor), desconto: parte(desconto), acrescimo: parte(acrescimo) };
    return { ...inteiro, ...dinheiro, servicoId, minutos: quantas(dosMinutos, i), receita: quantas(centavosDe, i) };
  });
  const meus =
    recorte === "servico" || servico ? servicos.filter((um) => !servico || um.servicoId === servico) : [inteiro];
  if (recorte === "assunto")
    return meus.flatMap((um) =>
      [...new Set(a.mensagens.map(({ assunto }) => assunto))].map((assunto) => {
        return { ...um, assunto: assunto!, mensagens: a.mensagens.filter((uma) => uma.assunto === assunto) };
      }),
    );
  if (recorte !== "forma") return meus;
  // Cent by cent: which payment covers it, and which service it is for.
  const pagos = a.pagamentos.flatMap(({ forma, valorCentavos }) =>
    Array.from({ length: valorCentavos }, () => forma as string),
  );
  const formas = new Map<string, number>();
  for (const [centavo, dono] of centavosDe.entries()) {
    const forma = pagos[centavo] ?? "nao_pago";
    if (!servico || a.servicos[dono]!.servicoId === servico) formas.set(forma, (formas.get(forma) ?? 0) + 1);
  }
  return [...formas].map(([forma, receita]) => ({ ...inteiro, forma, receita }));
}

type Mundo = { todos: readonly Bruto[]; fuso: string };
const foi =
  (...situacoes: string[]) =>
  (a: Item) =>
    situacoes.includes(a.situacao);
const antesDeste = (a: Item, { todos }: Mundo) =>
  todos.some(
    (o) =>
      o.situacao === "concluido" &&
      o.clienteId === a.clienteId &&
      (o.inicio < a.inicio || (o.inicio.getTime() === a.inicio.getTime() && o.id < a.id)),
  );
const chegaram = (a: Item, ...situacoes: string[]) =>
  a.mensagens.filter(({ situacao, assunto }) => assunto && situacoes.includes(situacao)).length;
const saiu = ["enviada", "entregue", "lida"];
const semana = ["dom", "seg", "ter", "qua", "qui", "sex", "sab"] as const;
const diaDaSemana = (a: Item, fuso: string) => new Date(naParede(minutoDe(a.inicio), fuso).dia).getUTCDay();

/** What a measure is by its definition: what it adds of an item, or whether it counts its appointment. */
const contas: Partial<Record<ChaveMedida, (a: Item, mundo: Mundo) => boolean>> = {
  agendamentos: () => true,
  abertos: foi("agendado", "confirmado"),
  concluidos: foi("concluido"),
  faltas: foi("faltou"),
  cancelados: foi("cancelado"),
  confirmados: (a) => a.confirmadoEm !== null,
  esperados: foi("concluido", "faltou"),
  novos: (a, mundo) => a.situacao === "concluido" && a.clienteId !== null && !antesDeste(a, mundo),
  retornos: (a, mundo) => a.situacao === "concluido" && a.clienteId !== null && antesDeste(a, mundo),
  semNome: (a) => a.situacao === "concluido" && a.clienteId === null,
  confirmaram: (a) => a.confirmadoEm !== null && chegaram(a, ...saiu) > 0,
  ...Object.fromEntries(semana.map((dia, i) => [dia, (a: Item, { fuso }: Mundo) => diaDaSemana(a, fuso) === i])),
};

const somas: Partial<Record<ChaveMedida, (a: Item) => number>> = {
  receita: (a) => a.receita,
  previsto: (a) => (foi("agendado", "confirmado")(a) ? a.valor : 0),
  perdido: (a) => (foi("faltou", "cancelado")(a) ? a.valor : 0),
  valorCancelado: (a) => (foi("cancelado")(a) ? a.valor : 0),
  desconto: (a) => a.desconto,
  acrescimo: (a) => a.acrescimo,
  atendido: (a) => (foi("concluido")(a) ? a.minutos : 0),
  marcado: (a) => (foi("agendado", "confirmado", "concluido")(a) ? a.minutos : 0),
  enviadas: (a) => chegaram(a, ...saiu),
  entregues: (a) => chegaram(a, "entregue", "lida"),
  lidas: (a) => chegaram(a, "lida"),
  falharam: (a) => chegaram(a, "falhou"),
};

function faixa(de: Date, ate: Date): string {
  const horas = (ate.getTime() - de.getTime()) / HORA;
  if (horas <= 2) return "ate2h";
  if (horas <= 24) return "ate24h";
  if (horas <= 72) return "ate3d";
  return horas <= 168 ? "ate7d" : "mais7d";
}

function chaveDe(a: Item, recorte: Recorte, { fuso }: Mundo): string | null {
  const { dia, minutos } = naParede(minutoDe(a.inicio), fuso);
  const segunda = new Date(Date.parse(dia) - ((new Date(dia).getUTCDay() + 6) % 7) * 24 * HORA);
  const lembrado = a.mensagens.some(({ assunto, situacao }) => assunto === "lembrete" && saiu.includes(situacao));
  const todas: Record<Recorte, () => string | number | null | undefined> = {
    dia: () => dia,
    semana: () => segunda.toISOString().slice(0, 10),
    mes: () => dia.slice(0, 7),
    hora: () => `h${Math.floor(minutos / 60)}`,
    diaDaSemana: () => `d${new Date(dia).getUTCDay()}`,
    situacao: () => a.situacao,
    origem: () => a.origem,
    forma: () => a.forma,
    motivo: () => a.canceladoMotivo,
    antecedencia: () => faixa(a.criadoEm, a.inicio),
    aviso: () => a.canceladoEm && faixa(a.canceladoEm, a.inicio),
    confirmacao: () => (a.confirmadoEm ? "confirmou" : lembrado ? "lembrado" : "sem"),
    assunto: () => a.assunto,
    profissional: () => a.funcionarioId,
    servico: () => a.servicoId,
    cliente: () => a.clienteId,
  };
  const chave = todas[recorte]();
  return chave === null || chave === undefined ? null : String(chave);
}

type Filtro = { funcionario?: number; servico?: number; situacao?: string; origem?: string };

/** Every measure of every key, from the rows alone, one by one. */
export function recalcular(
  mundo: Mundo,
  dias: { de: string; ate: string },
  filtro: Filtro,
  recorte: Recorte | undefined,
  medidas: readonly ChaveMedida[],
): Map<string | null, Record<string, number>> {
  const escolhidos = mundo.todos.filter((a) => {
    const { dia } = naParede(minutoDe(a.inicio), mundo.fuso);
    return (
      dia >= dias.de &&
      dia <= dias.ate &&
      (!filtro.funcionario || a.funcionarioId === filtro.funcionario) &&
      (!filtro.situacao || a.situacao === filtro.situacao) &&
      (!filtro.origem || a.origem === filtro.origem) &&
      (!filtro.servico || a.servicos.some(({ servicoId }) => servicoId === filtro.servico))
    );
  });
  const itens = escolhidos.flatMap((a) => partesDe(a, recorte, filtro.servico));
  const grupos = new Map<string | null, Item[]>();
  for (const item of itens) {
    const chave = recorte ? chaveDe(item, recorte, mundo) : null;
    grupos.set(chave, [...(grupos.get(chave) ?? []), item]);
  }
  return new Map(
    [...grupos].map(([chave, deles]) => [
      chave,
      Object.fromEntries(
        medidas.map((medida) => {
          const conta = contas[medida];
          if (conta) return [medida, new Set(deles.filter((um) => conta(um, mundo)).map(({ id }) => id)).size];
          // Several services of one appointment have the same messages.
          const unicos = chegamPorAgendamento.includes(medida)
            ? [...new Map(deles.map((um) => [um.id, um])).values()]
            : deles;
          return [medida, unicos.reduce((soma, um) => soma + somas[medida]!(um), 0)];
        }),
      ),
    ]),
  );
}

const chegamPorAgendamento: readonly ChaveMedida[] = ["enviadas", "entregues", "lidas", "falharam"];
