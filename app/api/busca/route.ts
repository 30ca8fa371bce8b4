import { listarCargos } from "@/lib/cargos/queries";
import { listarClientes } from "@/lib/clientes/queries";
import { escreverMinutos } from "@/lib/domain/duracao";
import { listaSchema } from "@/lib/domain/lista";
import { pode, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import { escreverPreco } from "@/lib/domain/preco";
import { escreverTelefone } from "@/lib/domain/telefone";
import { listarFuncionarios } from "@/lib/funcionarios/queries";
import { route } from "@/lib/server/route";
import { listarServicos } from "@/lib/servicos/queries";

/** How many of each kind are shown; whoever wants more opens the list. */
const CADA = 6;

export const GET = route("/api/busca", async ({ actor, request }) => {
  const params = listaSchema.parse({ busca: request.nextUrl.searchParams.get("q") ?? "" });
  if (!params.busca) return { grupos: [] };

  async function grupo<R extends { id: number; nome: string }>(
    rota: CaminhoRota,
    rows: () => Promise<{ rows: R[] }>,
    detalhe: (row: R) => string,
    href = (row: R) => `${rota}/${row.id}`,
  ) {
    if (!pode(actor, rotas[rota].exige)) return [];
    const itens = (await rows()).rows.slice(0, CADA);
    const achados = itens.map((row) => ({ href: href(row), titulo: row.nome, detalhe: detalhe(row) }));
    return achados.length ? [{ rotulo: rotas[rota].titulo, itens: achados }] : [];
  }
  const naLista = (rota: CaminhoRota) => (row: { nome: string }) => `${rota}?busca=${encodeURIComponent(row.nome)}`;

  const grupos = await Promise.all([
    grupo(
      "/clientes",
      () => listarClientes(actor, params),
      (c) => escreverTelefone(c.telefone),
    ),
    grupo(
      "/funcionarios",
      () => listarFuncionarios(actor, params),
      (f) => f.cargo,
      naLista("/funcionarios"),
    ),
    grupo(
      "/servicos",
      () => listarServicos(actor, { ...params, ativo: undefined, categoria: undefined }),
      (s) => `${escreverMinutos(s.duracaoMinutos)}, ${escreverPreco(s)}`,
    ),
    grupo(
      "/cargos",
      () => listarCargos(actor, params),
      (c) => c.descricao,
    ),
  ]);
  return { grupos: grupos.flat() };
});
