import type { FiltroConversas } from "@/lib/balcao/schema";

type Lista = Pick<FiltroConversas, "filtro" | "busca" | "depois" | "antes">;

function parametros({ filtro, busca, depois, antes }: Lista) {
  const todos = new URLSearchParams();
  if (filtro !== "todas") todos.set("filtro", filtro);
  if (busca) todos.set("busca", busca);
  if (depois) todos.set("depois", depois);
  if (antes) todos.set("antes", antes);
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
