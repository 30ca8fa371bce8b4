/** The six switches of a `restrito`, in the order in which the user form shows them. */
export const permissoes = {
  pode_cadastrar_cliente: { coluna: "podeCadastrarCliente", rotulo: "Pode cadastrar e editar clientes" },
  pode_cadastrar_funcionario: { coluna: "podeCadastrarFuncionario", rotulo: "Pode cadastrar e editar funcionários" },
  pode_cadastrar_cargo: { coluna: "podeCadastrarCargo", rotulo: "Pode cadastrar e editar cargos" },
  pode_agendar: { coluna: "podeAgendar", rotulo: "Pode marcar, remarcar e cancelar horários" },
  pode_ver_agendamentos: { coluna: "podeVerAgendamentos", rotulo: "Pode ver a agenda" },
  pode_ver_relatorios: { coluna: "podeVerRelatorios", rotulo: "Pode ver relatórios e valores" },
} as const;

export type Permissao = keyof typeof permissoes;

export const chavesPermissao = Object.keys(permissoes) as Permissao[];

/**
 * What an act or a route asks for: nothing (`publico`), an open session even before the forced change of password
 * (`sessao`), any signed-in person (`acesso`), one of the six switches (several: any of them is enough), the master
 * alone, or the company's own machinery (`sistema`). In a list, `bot` lets in the assistant on behalf of its client.
 */
export type Exigencia =
  | "publico"
  | "sessao"
  | "acesso"
  | "master"
  | "sistema"
  | Permissao
  | readonly (Permissao | "bot")[];

/** Clients are found by whoever registers them and by whoever books for them. */
export const leituraDeClientes = ["pode_cadastrar_cliente", "pode_agendar"] as const satisfies readonly Permissao[];

/** What the assistant may do for its client as whoever books does. */
export const pessoaOuBot = ["pode_agendar", "bot"] as const;

/** Nobody books blind: whoever books sees the agenda too. */
export const leituraDaAgenda = ["pode_ver_agendamentos", "pode_agendar"] as const satisfies readonly Permissao[];
