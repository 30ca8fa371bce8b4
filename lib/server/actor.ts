import type { Permissao } from "@/lib/domain/permissoes";

/** A signed-in person, as the database knows them now. */
export type Usuario = {
  tipo: "usuario";
  id: number;
  sessaoId: string;
  nome: string;
  email: string;
  master: boolean;
  permissoes: readonly Permissao[];
  deveTrocarSenha: boolean;
};

/** Who acts. Passed from hand to hand, never ambient. `bot` acts on behalf of a client, `sistema` is a job or the shell. */
export type Actor =
  | Usuario
  | { tipo: "bot"; clienteId: number }
  | { tipo: "cliente"; id: number }
  | { tipo: "sistema" }
  | { tipo: "anonimo" };

export const sistema: Actor = { tipo: "sistema" };
export const anonimo: Actor = { tipo: "anonimo" };

/** The actor as the transaction's setting `app.ator` names it: `usuario:7`, `bot:12`, `sistema`. */
export function actorKey(actor: Actor): string {
  switch (actor.tipo) {
    case "usuario":
    case "cliente":
      return `${actor.tipo}:${actor.id}`;
    case "bot":
      return `bot:${actor.clienteId}`;
    case "sistema":
    case "anonimo":
      return actor.tipo;
  }
}
