/** What whoever holds every permission of a restrito sees in the menu. */
export const MENU_DE_GERENTE = [
  ...["Início", "Agenda", "Conversas", "Clientes", "Relatórios", "Funcionários", "Serviços", "Cargos"],
];

export const MENU_DE_MASTER = [...MENU_DE_GERENTE, "Usuários", "Configurações", "Auditoria"];

/** The menus of the demonstration's four sign-ins, by what stands before the @. */
export const MENUS_DA_DEMONSTRACAO = {
  master: MENU_DE_MASTER,
  gerente: MENU_DE_GERENTE,
  atendente: ["Início", "Agenda", "Conversas", "Clientes", "Serviços"],
  relatorios: ["Início", "Relatórios", "Serviços"],
};
