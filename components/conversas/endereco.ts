import type { FiltroConversas } from "@/lib/balcao/schema";

type Lista = Pick<FiltroConversas, "filtro" | "busca" | "limite">;

function parametros({ filtro, busca, limite }: Lista) {
  const todos = new URLSearchParams();
  if (filtro !== "todas") todos.set("filtro", filtro);
  if (busca) todos.set("busca", busca);
  if (limite !== 50) todos.set("limite", String(limite));
  return todos;
}

const com = (caminho: string, todos: URLSearchParams) => (todos.size ? `${caminho}?${todos}` : caminho);

/** Where the list is read. */
export const enderecoDaLista = (lista: Lista) => com("/api/conversas", parametros(lista));

/** The page with this list, and one of its conversations open. */
export function enderecoDasConversas(lista: Lista, conversa?: number): string {
  const todos = parametros(lista);
  if (conversa) todos.set("conversa", String(conversa));
  return com("/conversas", todos);
}

export const enderecoDaConversa = (id: number) => `/api/conversas/${id}`;
