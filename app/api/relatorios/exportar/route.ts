import { listarDetalhes, verExtrato, type Detalhe, type ItemDoExtrato } from "@/lib/detalhes/queries";
import { origens, situacoes } from "@/lib/domain/agenda";
import { escreverInstante } from "@/lib/domain/instantes";
import { medidas } from "@/lib/domain/medidas";
import type { Colunas } from "@/lib/domain/planilha";
import { colunaDaMedida, colunasDoArquivo, linhaDoTotal, type LinhaDoQuadro, type Quadro } from "@/lib/domain/quadro";
import { relatorios, visaoDe, type ChaveRelatorio } from "@/lib/domain/relatorios";
import { exportarRelatorio } from "@/lib/relatorios/commands";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import {
  exportarRelatorioSchema,
  filtroDetalheSchema,
  filtroEmPalavras,
  nomesDoFiltro,
  type FiltroDetalhe,
} from "@/lib/relatorios/schema";
import type { Usuario } from "@/lib/server/actor";
import { download } from "@/lib/server/export";
import { route } from "@/lib/server/route";

/** So many rows are read at once. */
const LOTE = 5_000;

type Pedido = { actor: Usuario; filtro: FiltroDetalhe; now: Date };
type Arquivo<T> = { titulo: string; colunas: Colunas<T>; linhas: T[]; dias: Quadro["dias"] };

/** All pages of a list, one after the other. */
async function inteira<R>(ler: (depois: string | undefined) => Promise<{ linhas: R[]; after: string | null }>) {
  const todas: R[] = [];
  let depois: string | undefined;
  do {
    const pagina = await ler(depois);
    todas.push(...pagina.linhas);
    depois = pagina.after ?? undefined;
  } while (depois);
  return todas;
}

async function doRelatorio(relatorio: ChaveRelatorio, { actor, filtro, now }: Pedido): Promise<Arquivo<LinhaDoQuadro>> {
  const ver = (depois?: string) => verRelatorio(actor, relatorio, { ...filtro, antes: undefined, depois }, now, LOTE);
  const quadro: Quadro = await ver();
  if (quadro.paginas?.after) {
    const resto = await inteira(async (depois) => {
      const pagina: Quadro = await ver(depois ?? quadro.paginas!.after!);
      return { linhas: pagina.linhas, after: pagina.paginas!.after };
    });
    quadro.linhas.push(...resto);
  }
  const total = linhaDoTotal(quadro);
  const titulo = `${relatorios[relatorio].titulo} ${visaoDe(relatorio, filtro.por).visao.titulo.toLowerCase()}`;
  return {
    ...{ titulo, dias: quadro.dias, colunas: colunasDoArquivo(quadro) },
    linhas: [...quadro.linhas, ...(total ? [total] : [])],
  };
}

async function daLista({ actor, filtro, now }: Pedido): Promise<Arquivo<Detalhe>> {
  const ver = (depois?: string) => listarDetalhes(actor, { ...filtro, antes: undefined, depois }, now, LOTE);
  const { dias, fuso } = await ver();
  const linhas = await inteira(async (depois) => {
    const { page } = await ver(depois);
    return { linhas: page.rows, after: page.after };
  });
  const texto = (titulo: string, largura: number, valor: (linha: Detalhe) => string | null) =>
    ({ titulo, largura, tipo: "texto", valor }) as const;
  const colunas: Colunas<Detalhe> = [
    texto("Quando", 18, ({ inicio }) => escreverInstante(inicio, fuso)),
    texto("Cliente", 32, ({ cliente }) => cliente),
    texto("Serviços", 40, ({ servicos }) => servicos),
    texto("Profissional", 24, ({ profissional }) => profissional),
    texto("Situação", 14, ({ situacao }) => situacoes[situacao]),
    texto("Origem", 12, ({ origem }) => origens[origem]),
    colunaDaMedida(filtro.medida, ({ valor }) => valor),
  ];
  return { titulo: medidas[filtro.medida].titulo, dias, colunas, linhas };
}

async function doExtrato({ actor, filtro, now }: Pedido): Promise<Arquivo<ItemDoExtrato>> {
  const { quem, dias, itens } = await verExtrato(actor, filtro, now);
  const reais = (titulo: string, de: "combinado" | "desconto" | "acrescimo" | "receita") =>
    ({
      titulo: `${titulo} (R$)`,
      largura: 16,
      tipo: "numero",
      valor: (item: ItemDoExtrato) => item[de] / 100,
    }) as const;
  const colunas: Colunas<ItemDoExtrato> = [
    { titulo: "Dia", largura: 12, tipo: "dia", valor: ({ dia }) => dia },
    { titulo: "Hora", largura: 8, tipo: "texto", valor: ({ hora }) => hora },
    { titulo: "Cliente", largura: 32, tipo: "texto", valor: ({ cliente }) => cliente },
    { titulo: "Serviço", largura: 32, tipo: "texto", valor: ({ servico }) => servico },
    ...[reais("Combinado", "combinado"), reais("Desconto", "desconto")],
    ...[reais("Acréscimo", "acrescimo"), reais("Cobrado", "receita")],
  ];
  return { titulo: `Extrato de ${quem}`, dias, colunas, linhas: itens };
}

export const GET = route("/api/relatorios/exportar", async ({ actor, call, request }) => {
  const params = request.nextUrl.searchParams;
  const { formato, relatorio } = exportarRelatorioSchema
    .pick({ formato: true, relatorio: true })
    .parse({ formato: params.get("formato") ?? "csv", relatorio: params.get("relatorio") });
  const now = new Date();
  const pedido = { actor, now, filtro: filtroDetalheSchema.parse(Object.fromEntries(params)) };
  const opcoes = await opcoesDoFiltro(actor, now);

  async function entregar<T>({ titulo, dias, colunas, linhas }: Arquivo<T>) {
    const filtro = filtroEmPalavras(pedido.filtro, dias, nomesDoFiltro(pedido.filtro, opcoes));
    await exportarRelatorio(call, { formato, relatorio, titulo, filtro, linhas: linhas.length });
    const batches = (async function* () {
      yield linhas;
    })();
    return download(formato, { nome: relatorio, titulo: "Relatório", colunas, batches });
  }
  if (relatorio === "lista") return entregar(await daLista(pedido));
  if (relatorio === "extrato") return entregar(await doExtrato(pedido));
  return entregar(await doRelatorio(relatorio, pedido));
});
