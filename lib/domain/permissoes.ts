/**
 * The policy of the house: who may do what. The menu, `proxy.ts`, every command, every query and the permission
 * matrix test read these tables; nothing else decides.
 */

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

/** Ready sets of switches, as most companies divide the work. */
export const conjuntos = {
  gerente: { rotulo: "Gerente", permissoes: chavesPermissao },
  atendente: {
    rotulo: "Atendente",
    permissoes: ["pode_cadastrar_cliente", "pode_agendar", "pode_ver_agendamentos"],
  },
  relatorios: { rotulo: "Só relatórios", permissoes: ["pode_ver_relatorios"] },
} as const satisfies Record<string, { rotulo: string; permissoes: readonly Permissao[] }>;

/**
 * What an act or a route asks for: nothing (`publico`), an open session even before the forced change of password
 * (`sessao`), any signed-in person (`acesso`), one of the six switches (several: any of them is enough), the master
 * alone, or the company's own machinery (`sistema`).
 */
export type Exigencia = "publico" | "sessao" | "acesso" | "master" | "sistema" | Permissao | readonly Permissao[];

/** Clients are found by whoever registers them and by whoever books for them. */
export const leituraDeClientes = ["pode_cadastrar_cliente", "pode_agendar"] as const satisfies readonly Permissao[];

/** Nobody books blind: whoever books sees the agenda too. */
export const leituraDaAgenda = ["pode_ver_agendamentos", "pode_agendar"] as const satisfies readonly Permissao[];

type Ato = { exige: Exigencia; rotulo: string };

/** Every change and every remembered event. The key is the command's `act`, the audit's `ato` and the log's name. */
export const atos = {
  "acesso.entrar": { exige: "publico", rotulo: "Entrou" },
  "acesso.entrada_recusada": { exige: "publico", rotulo: "Tentou entrar e não conseguiu" },
  "acesso.primeiro_acesso": { exige: "publico", rotulo: "Fez o primeiro acesso" },
  "acesso.sair": { exige: "publico", rotulo: "Saiu" },
  "acesso.encerrar_sessao": { exige: "acesso", rotulo: "Encerrou uma sessão" },
  "acesso.encerrar_sessoes": { exige: "publico", rotulo: "Saiu de todos os aparelhos" },
  "acesso.trocar_senha": { exige: "sessao", rotulo: "Trocou a própria senha" },
  "acesso.troca_recusada": { exige: "sessao", rotulo: "Errou a senha atual ao trocá-la" },
  "acesso.imprimir": { exige: "acesso", rotulo: "Imprimiu uma tela com dados de pessoas" },
  "acesso.recusado": { exige: "sessao", rotulo: "Tentou fazer algo sem permissão" },
  "usuario.criar": { exige: "master", rotulo: "Criou o usuário" },
  "usuario.editar": { exige: "master", rotulo: "Editou o usuário" },
  "usuario.ativar": { exige: "master", rotulo: "Ativou o usuário" },
  "usuario.desativar": { exige: "master", rotulo: "Desativou o usuário" },
  "usuario.editar_conta": { exige: "acesso", rotulo: "Mudou os próprios dados" },
  "usuario.redefinir_senha": { exige: "master", rotulo: "Redefiniu a senha" },
  "usuario.criar_master": { exige: "sistema", rotulo: "Criou um master" },
  "cliente.criar": { exige: "pode_cadastrar_cliente", rotulo: "Cadastrou o cliente" },
  "cliente.editar": { exige: "pode_cadastrar_cliente", rotulo: "Editou o cliente" },
  "cliente.ativar": { exige: "pode_cadastrar_cliente", rotulo: "Ativou o cliente" },
  "cliente.desativar": { exige: "pode_cadastrar_cliente", rotulo: "Desativou o cliente" },
  "cliente.excluir": { exige: "pode_cadastrar_cliente", rotulo: "Excluiu o cliente" },
  "cliente.consentir": { exige: "pode_cadastrar_cliente", rotulo: "Registrou um consentimento" },
  "cliente.retirar_consentimento": { exige: "pode_cadastrar_cliente", rotulo: "Retirou um consentimento" },
  "cliente.importar": { exige: "pode_cadastrar_cliente", rotulo: "Importou clientes" },
  "cliente.exportar": { exige: "pode_cadastrar_cliente", rotulo: "Exportou clientes" },
  "cliente.imprimir": { exige: leituraDeClientes, rotulo: "Imprimiu a ficha do cliente" },
  "funcionario.criar": { exige: "pode_cadastrar_funcionario", rotulo: "Cadastrou o funcionário" },
  "funcionario.editar": { exige: "pode_cadastrar_funcionario", rotulo: "Editou o funcionário" },
  "funcionario.ativar": { exige: "pode_cadastrar_funcionario", rotulo: "Ativou o funcionário" },
  "funcionario.desativar": { exige: "pode_cadastrar_funcionario", rotulo: "Desativou o funcionário" },
  "funcionario.excluir": { exige: "pode_cadastrar_funcionario", rotulo: "Excluiu o funcionário" },
  "empresa.editar": { exige: "master", rotulo: "Mudou os dados da empresa" },
  "empresa.trocar_logo": { exige: "master", rotulo: "Trocou o logotipo" },
  "empresa.remover_logo": { exige: "master", rotulo: "Removeu o logotipo" },
  "horario.editar_expediente": { exige: "master", rotulo: "Mudou o expediente" },
  "horario.excluir_expediente": { exige: "master", rotulo: "Excluiu o expediente" },
  "horario.editar_regras": { exige: "master", rotulo: "Mudou as regras da agenda" },
  "horario.salvar_excecao": { exige: "master", rotulo: "Salvou a data especial" },
  "horario.excluir_excecao": { exige: "master", rotulo: "Excluiu a data especial" },
  "bloqueio.criar": { exige: "pode_agendar", rotulo: "Bloqueou um horário" },
  "bloqueio.excluir": { exige: "pode_agendar", rotulo: "Desbloqueou um horário" },
  "agendamento.agendar": { exige: "pode_agendar", rotulo: "Agendou" },
  "agendamento.remarcar": { exige: "pode_agendar", rotulo: "Remarcou" },
  "agendamento.manter": { exige: "pode_agendar", rotulo: "Manteve fora do horário" },
  "agendamento.editar": { exige: "pode_agendar", rotulo: "Editou o agendamento" },
  "agendamento.reservar": { exige: "pode_agendar", rotulo: "Reservou um horário" },
  "agendamento.liberar": { exige: "pode_agendar", rotulo: "Liberou uma reserva" },
  "agendamento.confirmar": { exige: "pode_agendar", rotulo: "Confirmou" },
  "agendamento.chegou": { exige: "pode_agendar", rotulo: "Registrou a chegada" },
  "agendamento.concluir": { exige: "pode_agendar", rotulo: "Concluiu" },
  "agendamento.marcar_falta": { exige: "pode_agendar", rotulo: "Marcou falta" },
  "agendamento.cancelar": { exige: "pode_agendar", rotulo: "Cancelou" },
  "agendamento.desfazer": { exige: "pode_agendar", rotulo: "Desfez" },
  "agendamento.atrasar": { exige: "pode_agendar", rotulo: "Atrasou o resto do dia" },
  "agendamento.trocar": { exige: "pode_agendar", rotulo: "Trocou dois horários" },
  "agenda.ver_novidades": { exige: leituraDaAgenda, rotulo: "Viu as novidades da agenda" },
  "cargo.criar": { exige: "pode_cadastrar_cargo", rotulo: "Criou o cargo" },
  "cargo.editar": { exige: "pode_cadastrar_cargo", rotulo: "Editou o cargo" },
  "cargo.excluir": { exige: "pode_cadastrar_cargo", rotulo: "Excluiu o cargo" },
  "servico.criar": { exige: "master", rotulo: "Criou o serviço" },
  "servico.editar": { exige: "master", rotulo: "Editou o serviço" },
  "servico.duplicar": { exige: "master", rotulo: "Duplicou o serviço" },
  "servico.ativar": { exige: "master", rotulo: "Ativou o serviço" },
  "servico.desativar": { exige: "master", rotulo: "Desativou o serviço" },
  "servico.excluir": { exige: "master", rotulo: "Excluiu o serviço" },
  "sistema.demonstracao": { exige: "sistema", rotulo: "Carregou a empresa de demonstração" },
  "sistema.instalacao": { exige: "sistema", rotulo: "Preparou o sistema" },
  "sistema.limpeza": { exige: "sistema", rotulo: "Apagou o que venceu" },
  "sistema.sql": { exige: "sistema", rotulo: "Alterou direto no banco de dados" },
} as const satisfies Record<string, Ato>;

export type ChaveAto = keyof typeof atos;

/** What the audit screen calls each area of `atos`. */
export const areas = {
  acesso: "Acesso",
  usuario: "Usuários",
  cliente: "Clientes",
  funcionario: "Funcionários",
  empresa: "Empresa",
  horario: "Horários",
  bloqueio: "Bloqueios",
  agendamento: "Agendamentos",
  agenda: "Agenda",
  cargo: "Cargos",
  servico: "Serviços",
  sistema: "Sistema",
} as const satisfies Record<AreaDoAto<ChaveAto>, string>;

type AreaDoAto<A extends string> = A extends `${infer Area}.${string}` ? Area : never;
export type Area = keyof typeof areas;

export type Rota = {
  exige: Exigencia;
  titulo: string;
  menu?: true;
  /** Shows data of people, of many or of one record of this table: whoever prints it is remembered. */
  pessoal?: "lista" | "usuarios" | "funcionarios";
  /** The longest body that it takes, in bytes, where that is more than a server action may bring. */
  corpoBytes?: number;
};

/** The largest file that a person may send: 16 MB. */
export const MAIOR_ARQUIVO = 16 * 1024 * 1024;

/**
 * Every page and route of the product, in the order of the menu. A person lands on the first of the menu that they may
 * open.
 */
export const rotas = {
  "/": { exige: "acesso", titulo: "Início" },
  "/agenda": { exige: leituraDaAgenda, titulo: "Agenda", menu: true, pessoal: "lista" },
  "/agenda/confirmar": { exige: "pode_agendar", titulo: "Confirmar amanhã", pessoal: "lista" },
  "/agenda/pendencias": { exige: "pode_agendar", titulo: "Fora do horário", pessoal: "lista" },
  "/agenda/novidades": { exige: leituraDaAgenda, titulo: "Desde sua última visita", pessoal: "lista" },
  "/clientes": { exige: leituraDeClientes, titulo: "Clientes", menu: true, pessoal: "lista" },
  "/clientes/novo": { exige: "pode_cadastrar_cliente", titulo: "Novo cliente" },
  "/clientes/importar": { exige: "pode_cadastrar_cliente", titulo: "Importar clientes" },
  // Remembers its prints by itself, with the client's own act.
  "/clientes/[id]": { exige: leituraDeClientes, titulo: "Cliente" },
  "/clientes/[id]/editar": { exige: "pode_cadastrar_cliente", titulo: "Editar cliente", pessoal: "usuarios" },
  "/funcionarios": {
    exige: "pode_cadastrar_funcionario",
    titulo: "Funcionários",
    menu: true,
    pessoal: "lista",
  },
  "/funcionarios/novo": { exige: "pode_cadastrar_funcionario", titulo: "Novo funcionário" },
  "/funcionarios/[id]": { exige: "pode_cadastrar_funcionario", titulo: "Funcionário", pessoal: "funcionarios" },
  "/servicos": { exige: "acesso", titulo: "Serviços", menu: true },
  "/servicos/novo": { exige: "master", titulo: "Novo serviço" },
  "/servicos/[id]": { exige: "acesso", titulo: "Serviço" },
  "/cargos": { exige: "pode_cadastrar_cargo", titulo: "Cargos", menu: true },
  "/cargos/novo": { exige: "pode_cadastrar_cargo", titulo: "Novo cargo" },
  "/cargos/[id]": { exige: "pode_cadastrar_cargo", titulo: "Cargo" },
  "/usuarios": { exige: "master", titulo: "Usuários", menu: true, pessoal: "lista" },
  "/usuarios/novo": { exige: "master", titulo: "Novo usuário" },
  "/usuarios/[id]": { exige: "master", titulo: "Usuário", pessoal: "usuarios" },
  "/configuracoes": { exige: "master", titulo: "Configurações", menu: true },
  "/configuracoes/horarios": { exige: "master", titulo: "Horários" },
  "/auditoria": { exige: "master", titulo: "Auditoria", menu: true, pessoal: "lista" },
  "/conta": { exige: "acesso", titulo: "Minha conta" },
  "/entrar": { exige: "publico", titulo: "Entrar" },
  "/primeiro-acesso": { exige: "publico", titulo: "Primeiro acesso" },
  "/trocar-senha": { exige: "sessao", titulo: "Trocar a senha" },
  // Nobody opens it: the proxy shows it in place of what it refuses.
  "/sem-permissao": { exige: "sistema", titulo: "Sem permissão" },
  "/api/auth/[...nextauth]": { exige: "publico", titulo: "Sessão" },
  // Whoever may sign in sees the company's logo before; names cannot be guessed.
  "/api/arquivos/[id]": { exige: "publico", titulo: "Arquivo" },
  "/api/clientes/exportar": { exige: "pode_cadastrar_cliente", titulo: "Exportação de clientes" },
  "/api/clientes/importar": {
    exige: "pode_cadastrar_cliente",
    titulo: "Importação de clientes",
    corpoBytes: MAIOR_ARQUIVO,
  },
  "/api/logo": { exige: "master", titulo: "Envio do logotipo", corpoBytes: MAIOR_ARQUIVO },
  // Called by UploadThing too, which signs what it sends; the route asks who sends the rest.
  "/api/uploadthing": { exige: "publico", titulo: "Envio pelo UploadThing" },
  "/api/agenda": { exige: leituraDaAgenda, titulo: "Janela da agenda" },
  "/api/agenda/horarios": { exige: leituraDaAgenda, titulo: "Horários livres" },
  "/api/agenda/motivo": { exige: leituraDaAgenda, titulo: "Por que não tem horário" },
  "/api/agenda/marcacao": { exige: "pode_agendar", titulo: "O que o formulário de agendamento precisa" },
  "/api/agenda/clientes": { exige: "pode_agendar", titulo: "Clientes para agendar" },
  "/api/agenda/pendencias": { exige: "pode_agendar", titulo: "Quantos agendamentos estão fora do horário" },
  "/api/agenda/afetados": { exige: "pode_agendar", titulo: "Agendamentos que um bloqueio atinge" },
  "/api/agenda/atraso": { exige: "pode_agendar", titulo: "O que um atraso muda" },
  "/api/agenda/agendamentos/[id]": { exige: leituraDaAgenda, titulo: "Agendamento" },
  "/api/eventos": { exige: leituraDaAgenda, titulo: "Mudanças ao vivo" },
  "/api/busca": { exige: "acesso", titulo: "Busca" },
  "/api/saude": { exige: "publico", titulo: "Saúde" },
} as const satisfies Record<string, Rota>;

export type CaminhoRota = keyof typeof rotas;

/** Who is asking, as far as the policy cares. `lib/server/actor.ts` gives each of them an identity. */
export type Autorizado =
  | { tipo: "usuario"; master: boolean; permissoes: readonly Permissao[]; deveTrocarSenha: boolean }
  | { tipo: "bot" | "cliente" | "sistema" | "anonimo" };

/** Whether `quem` meets `exigencia`. A master meets every demand of a person; only the machinery meets `sistema`. */
export function pode(quem: Autorizado, exigencia: Exigencia): boolean {
  if (exigencia === "publico" || quem.tipo === "sistema") return true;
  if (quem.tipo !== "usuario" || exigencia === "sistema") return false;
  if (exigencia === "sessao") return true;
  if (quem.deveTrocarSenha) return false;
  if (exigencia === "acesso" || quem.master) return true;
  if (exigencia === "master") return false;
  const umaDestas: readonly Permissao[] = typeof exigencia === "string" ? [exigencia] : exigencia;
  return umaDestas.some((permissao) => quem.permissoes.includes(permissao));
}

const padroes = Object.keys(rotas).map((rota) => ({
  rota: rota as CaminhoRota,
  // `[id]` is one segment, `[...resto]` one or more.
  regex: new RegExp(`^${rota.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}$`),
}));

/** The route that answers a path, e.g. `/cargos/12` -> `/cargos/[id]`; exact ones come first. Undefined: no such page. */
export function rotaDe(pathname: string): CaminhoRota | undefined {
  const caminho = pathname.length > 1 ? pathname.replace(/\/$/, "") : pathname;
  if (Object.hasOwn(rotas, caminho)) return caminho as CaminhoRota;
  return padroes.find(({ regex }) => regex.test(caminho))?.rota;
}

/** Where a kept file is served, by the name that we gave it. */
export const enderecoDoArquivo = (nome: string) => `/api/arquivos/${nome}`;

export type ItemMenu = { href: CaminhoRota; rotulo: string };

/** The screens that a person may open, in the order of the menu. */
export function menuDe(quem: Autorizado): ItemMenu[] {
  return Object.entries<Rota>(rotas)
    .filter(([, rota]) => rota.menu && pode(quem, rota.exige))
    .map(([href, rota]) => ({ href: href as CaminhoRota, rotulo: rota.titulo }));
}
