import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { lerFuso } from "@/lib/configuracoes/queries";
import { minutosDisponiveis } from "@/lib/disponibilidades/queries";
import { calcular, medidasDe, type ChaveColuna, type ChaveMedida } from "@/lib/domain/medidas";
import { periodoAnterior, type Dias } from "@/lib/domain/periodos";
import type { LinhaDoQuadro, Quadro } from "@/lib/domain/quadro";
import {
  chavesNoTempo,
  ehTempo,
  emPartes,
  fixosDe,
  recortes,
  rotuloNoTempo,
  type Recorte,
} from "@/lib/domain/recortes";
import { visaoDe, type ChaveRelatorio, type Visao } from "@/lib/domain/relatorios";
import { diaDoInstante, limitesDoDia } from "@/lib/domain/tempo";
import { paginaDeClientes } from "@/lib/frequencia/queries";
import { apuracao, type Pedido } from "@/lib/recortes/queries";
import { query } from "@/lib/server/query";
import { diasDoFiltro, type FiltroRelatorio } from "./schema";

type Numeros = Record<string, number>;
type PorChave = Map<string | null, Numeros>;

/** The company's zone and its civil day. */
export async function aqui(db: Db, now: Date): Promise<{ fuso: string; hoje: string }> {
  const fuso = await lerFuso(db);
  return { fuso, hoje: diaDoInstante(now, fuso) };
}

/** What a filter asks of the appointments of some days. */
export function pedidoDe(filtro: FiltroRelatorio, { de, ate }: Dias, fuso: string): Pedido {
  const { funcionario, servico, situacao, origem } = filtro;
  const limites = { inicio: limitesDoDia(de, fuso).inicio, fim: limitesDoDia(ate, fuso).fim };
  return { ...limites, fuso, funcionario, servico, situacao, origem };
}

/** The measures of each key of a cut; without a cut, of all under the key null. */
export async function agregar(db: Db, pedido: Pedido, recorte: Recorte | undefined, medidas: readonly ChaveMedida[]) {
  const { rows } = await db.execute<{ chave: string | null } & Numeros>(apuracao(pedido, recorte, medidas));
  return new Map(rows.map(({ chave: key, ...numeros }) => [key, numeros])) as PorChave;
}

/** The sum of the measures of some rows. */
export const somar = (linhas: Iterable<Numeros>): Numeros => {
  const total: Numeros = {};
  for (const linha of linhas)
    for (const [chave, numero] of Object.entries(linha)) total[chave] = (total[chave] ?? 0) + numero;
  return total;
};

type Apuracao = { linhas: PorChave; total: Numeros };

async function apurar(db: Db, pedido: Pedido, dias: Dias, { recorte }: Visao, colunas: readonly ChaveColuna[]) {
  const medidas = medidasDe(colunas);
  const comHoras = colunas.includes("disponivel");
  const [linhas, inteiro, disponiveis] = await Promise.all([
    agregar(db, pedido, recorte, medidas),
    emPartes(recorte) ? agregar(db, pedido, undefined, medidas) : undefined,
    comHoras ? minutosDisponiveis(db, [dias], pedido.funcionario) : undefined,
  ]);
  for (const [id, disponivel] of disponiveis?.[0] ?? []) {
    const linha = linhas.get(String(id)) ?? {};
    linhas.set(String(id), { ...linha, disponivel, livre: Math.max(0, disponivel - (linha.marcado ?? 0)) });
  }
  return { linhas, total: inteiro?.get(null) ?? somar(linhas.values()) } satisfies Apuracao;
}

/** The names of professionals and services, by which filters and rows are called. */
export async function nomesDe(db: Db) {
  const { rows } = await db.execute<{ de: "profissional" | "servico"; id: number; nome: string; ativo: boolean }>(sql`
    select 'profissional' as de, id, coalesce(apelido, nome) as nome, ativo from funcionarios
    union all select 'servico', id, nome, ativo from servicos order by nome`);
  const de = (qual: "profissional" | "servico") => rows.filter((row) => row.de === qual);
  return { profissional: de("profissional"), servico: de("servico") };
}

type Nomes = Awaited<ReturnType<typeof nomesDe>>;

const ultimaHora = (chaves: string[], { linhas }: Apuracao) => {
  const usadas = chaves.map((chave) => linhas.has(chave));
  const [primeira, ultima] = [usadas.indexOf(true), usadas.lastIndexOf(true)];
  return primeira < 0 ? chaves.slice(8, 19) : chaves.slice(primeira, ultima + 1);
};

/** The rows' keys in their order with what they are called. */
function chavesDe({ recorte, principal }: Visao, dias: Dias, apuracao: Apuracao, nomes: Nomes): [string, string][] {
  const fixos = fixosDe(recorte);
  if (ehTempo(recorte)) return chavesNoTempo(recorte, dias).map((chave) => [chave, rotuloNoTempo(recorte, chave)]);
  if (fixos) {
    const todas = Object.keys(fixos);
    const chaves = recorte === "hora" ? ultimaHora(todas, apuracao) : todas;
    return chaves.map((chave) => [chave, fixos[chave]!]);
  }
  const chamados = new Map(
    (recorte === "servico" ? nomes.servico : nomes.profissional).map(({ id, nome }) => [String(id), nome]),
  );
  const valor = (chave: string) => apuracao.linhas.get(chave)?.[principal] ?? 0;
  return [...apuracao.linhas.keys()]
    .filter((chave) => chave !== null)
    .map((chave): [string, string] => [chave, chamados.get(chave) ?? "?"])
    .sort((a, b) => valor(b[0]) - valor(a[0]) || a[1].localeCompare(b[1], "pt-BR"));
}

/** What a report says of its filter, beside the period before. Client reports come in pages of `por` rows. */
export const verRelatorio = query(
  "pode_ver_relatorios",
  async ({ db, actor }, relatorio: ChaveRelatorio, filtro: FiltroRelatorio, now: Date, por: number = 50) => {
    const { fuso, hoje } = await aqui(db, now);
    const { visao } = visaoDe(relatorio, filtro.por);
    const dias = diasDoFiltro(filtro, hoje);
    const diasAntes = periodoAnterior(dias);
    // Hours belong to a professional, not to a service or a situation.
    const semHoras = filtro.servico ?? filtro.situacao ?? filtro.origem;
    const cabe = (chave: ChaveColuna) => !semHoras || !["disponivel", "livre", "ocupacao"].includes(chave);
    const [colunas, destaques] = [visao.colunas.filter(cabe), visao.destaques.filter(cabe)];
    const todas = [...new Set([...colunas, ...destaques])];
    const [pedido, pedidoAntes] = [pedidoDe(filtro, dias, fuso), pedidoDe(filtro, diasAntes, fuso)];
    const quadro = {
      ...{ titulo: visao.titulo, recorte: visao.recorte, primeira: recortes[visao.recorte].titulo },
      ...{ colunas, destaques, principal: visao.principal, calor: visao.calor ?? false, dias, diasAntes, fuso },
    };
    if (visao.recorte === "cliente") {
      const contexto = { actor, pedido, dias, hoje, filtro, por };
      const pagina = await paginaDeClientes(db, visao, contexto);
      if (visao.lista) return { ...quadro, ...pagina, total: null, totalAntes: null } satisfies Quadro;
      const medidas = medidasDe(todas);
      const [agora, antes] = await Promise.all([pedido, pedidoAntes].map((um) => agregar(db, um, undefined, medidas)));
      const total = calcular(todas, agora!.get(null)!);
      return { ...quadro, ...pagina, total, totalAntes: calcular(todas, antes!.get(null)!) } satisfies Quadro;
    }

    const [agora, antes, nomes] = await Promise.all([
      apurar(db, pedido, dias, visao, todas),
      apurar(db, pedidoAntes, diasAntes, visao, todas),
      nomesDe(db),
    ]);
    const chavesAntes = ehTempo(visao.recorte) ? chavesNoTempo(visao.recorte, diasAntes) : undefined;
    const valorAntes = (chave: string, i: number) => {
      const numeros = antes.linhas.get(chavesAntes ? (chavesAntes[i] ?? "") : chave) ?? {};
      return calcular([visao.principal], numeros)[visao.principal]!;
    };
    const linhas = chavesDe(visao, dias, agora, nomes).map(([chave, rotulo], i): LinhaDoQuadro => {
      const valores = calcular(colunas, agora.linhas.get(chave) ?? {});
      return { chave, rotulo, valores, antes: visao.calor ? null : valorAntes(chave, i) };
    });
    const [total, totalAntes] = [calcular(todas, agora.total), calcular(todas, antes.total)];
    return { ...quadro, linhas, total, totalAntes } satisfies Quadro;
  },
);

/** What the filter bar may choose from, and the company's day. */
export const opcoesDoFiltro = query("pode_ver_relatorios", async ({ db }, now: Date) => {
  const [nomes, { hoje, fuso }] = await Promise.all([nomesDe(db), aqui(db, now)]);
  return { ...nomes, hoje, fuso };
});

export type OpcoesDoFiltro = Awaited<ReturnType<typeof opcoesDoFiltro>>;
