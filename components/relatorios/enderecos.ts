import type { FiltroDetalhe } from "@/lib/relatorios/schema";

type Filtro = Partial<Record<keyof FiltroDetalhe, string | number | undefined>>;

const padroes: Filtro = { periodo: "d30", sumidos: "60", medida: "agendamentos" };

/** An address that asks for this filter; what goes without saying is left out, and a page of a list is not kept. */
export function enderecoDe(
  caminho: string,
  filtro: Filtro,
  mudancas: Filtro & { formato?: string; relatorio?: string } = {},
) {
  const params = new URLSearchParams();
  const todos = { ...filtro, depois: undefined, antes: undefined, ...mudancas };
  for (const [chave, valor] of Object.entries(todos))
    if (valor !== undefined && valor !== padroes[chave as keyof Filtro]) params.set(chave, String(valor));
  return params.size ? `${caminho}?${params}` : caminho;
}

/** The appointments behind a number. Only what they are filtered by goes along. */
export function enderecoDaLista(
  { periodo, de, ate, funcionario, servico, situacao, origem }: Filtro,
  { medida, recorte, valor }: Pick<Filtro, "medida" | "recorte" | "valor">,
) {
  return enderecoDe(
    "/relatorios/lista",
    { periodo, de, ate, funcionario, servico, situacao, origem },
    { medida, recorte, valor },
  );
}
