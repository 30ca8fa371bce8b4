/**
 * The policy of the house: who may do what. The menu, `proxy.ts`, every command, every query and the permission
 * matrix test read these tables; nothing else decides.
 */
import { chavesPermissao, leituraDaAgenda, leituraDeClientes, type Exigencia, type Permissao } from "./exigencias";

export { areas, atos, type Area, type ChaveAto } from "./atos";
export {
  chavesPermissao,
  leituraDaAgenda,
  leituraDeClientes,
  permissoes,
  type Exigencia,
  type Permissao,
} from "./exigencias";

/** Ready sets of switches, as most companies divide the work. */
export const conjuntos = {
  gerente: { rotulo: "Gerente", permissoes: chavesPermissao },
  atendente: {
    rotulo: "Atendente",
    permissoes: ["pode_cadastrar_cliente", "pode_agendar", "pode_ver_agendamentos"],
  },
  relatorios: { rotulo: "Só relatórios", permissoes: ["pode_ver_relatorios"] },
} as const satisfies Record<string, { rotulo: string; permissoes: readonly Permissao[] }>;

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

/** The largest delivery that Meta makes: 3 MB. */
export const MAIOR_ENTREGA = 3 * 1024 * 1024;

/**
 * Every page and route of the product, in the order of the menu. A person lands on the first of the menu that they may
 * open.
 */
export const rotas = {
  "/": { exige: "acesso", titulo: "Entrada" },
  "/inicio": { exige: "acesso", titulo: "Início", menu: true, pessoal: "lista" },
  "/agenda": { exige: leituraDaAgenda, titulo: "Agenda", menu: true, pessoal: "lista" },
  "/agenda/mensagens": { exige: "pode_agendar", titulo: "Mensagens que não saíram", pessoal: "lista" },
  "/agenda/confirmar": { exige: "pode_agendar", titulo: "Confirmar amanhã", pessoal: "lista" },
  "/agenda/pendencias": { exige: "pode_agendar", titulo: "Fora do horário", pessoal: "lista" },
  "/agenda/novidades": { exige: leituraDaAgenda, titulo: "Desde sua última visita", pessoal: "lista" },
  "/agenda/recibo/[id]": { exige: "pode_agendar", titulo: "Recibo", pessoal: "lista" },
  "/agenda/caixa": { exige: "pode_agendar", titulo: "Fechar o dia", pessoal: "lista" },
  "/conversas": { exige: "pode_agendar", titulo: "Conversas", menu: true, pessoal: "lista" },
  "/clientes": { exige: leituraDeClientes, titulo: "Clientes", menu: true, pessoal: "lista" },
  "/clientes/novo": { exige: "pode_cadastrar_cliente", titulo: "Novo cliente" },
  "/clientes/importar": { exige: "pode_cadastrar_cliente", titulo: "Importar clientes" },
  // Remembers its prints by itself, with the client's own act.
  "/clientes/[id]": { exige: leituraDeClientes, titulo: "Cliente" },
  "/clientes/[id]/editar": { exige: "pode_cadastrar_cliente", titulo: "Editar cliente", pessoal: "usuarios" },
  "/relatorios": { exige: "pode_ver_relatorios", titulo: "Relatórios", menu: true },
  "/relatorios/agendamentos": { exige: "pode_ver_relatorios", titulo: "Agendamentos por período" },
  "/relatorios/desempenho": { exige: "pode_ver_relatorios", titulo: "Desempenho" },
  "/relatorios/clientes": { exige: "pode_ver_relatorios", titulo: "Relatório de clientes", pessoal: "lista" },
  "/relatorios/financeiro": { exige: "pode_ver_relatorios", titulo: "Financeiro" },
  "/relatorios/faltas": { exige: "pode_ver_relatorios", titulo: "Faltas e cancelamentos", pessoal: "lista" },
  "/relatorios/mensagens": { exige: "pode_ver_relatorios", titulo: "Relatório de mensagens" },
  "/relatorios/lista": { exige: "pode_ver_relatorios", titulo: "Agendamentos de um número", pessoal: "lista" },
  "/relatorios/extrato": { exige: "pode_ver_relatorios", titulo: "Extrato do profissional", pessoal: "lista" },
  "/relatorios/resumo": { exige: "pode_ver_relatorios", titulo: "Resumo do mês" },
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
  "/configuracoes/whatsapp": { exige: "master", titulo: "WhatsApp" },
  "/configuracoes/whatsapp/simulador": { exige: "master", titulo: "Simulador do WhatsApp" },
  "/configuracoes/saude": { exige: "master", titulo: "Saúde" },
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
  // Called by Meta, which signs what it sends.
  "/api/whatsapp/webhook": { exige: "publico", titulo: "Entrega do WhatsApp", corpoBytes: MAIOR_ENTREGA },
  "/api/agenda": { exige: leituraDaAgenda, titulo: "Janela da agenda" },
  "/api/agenda/horarios": { exige: leituraDaAgenda, titulo: "Horários livres" },
  "/api/agenda/motivo": { exige: leituraDaAgenda, titulo: "Por que não tem horário" },
  "/api/agenda/marcacao": { exige: "pode_agendar", titulo: "O que o formulário de agendamento precisa" },
  "/api/agenda/clientes": { exige: "pode_agendar", titulo: "Clientes para agendar" },
  "/api/agenda/pendencias": { exige: "pode_agendar", titulo: "Quantos agendamentos estão fora do horário" },
  "/api/agenda/afetados": { exige: "pode_agendar", titulo: "Agendamentos que um bloqueio atinge" },
  "/api/agenda/atraso": { exige: "pode_agendar", titulo: "O que um atraso muda" },
  "/api/agenda/agendamentos/[id]": { exige: leituraDaAgenda, titulo: "Agendamento" },
  "/api/whatsapp/midia/[id]": { exige: "pode_agendar", titulo: "Mídia recebida" },
  "/api/conversas": { exige: "pode_agendar", titulo: "Lista de conversas" },
  "/api/conversas/[id]": { exige: "pode_agendar", titulo: "Conversa" },
  "/api/conversas/mensagens": { exige: leituraDaAgenda, titulo: "Mensagens de um agendamento ou cliente" },
  "/api/conversas/falhas": { exige: "pode_agendar", titulo: "Quantas mensagens não saíram" },
  "/api/conversas/esperando": { exige: "pode_agendar", titulo: "Quem espera uma resposta" },
  "/api/whatsapp/teste": { exige: "master", titulo: "Teste da ligação com o WhatsApp" },
  "/api/eventos": { exige: [...leituraDaAgenda, "pode_ver_relatorios"], titulo: "Mudanças ao vivo" },
  "/api/relatorios/exportar": { exige: "pode_ver_relatorios", titulo: "Exportação de relatórios" },
  "/api/busca": { exige: "acesso", titulo: "Busca" },
  "/api/saude": { exige: "publico", titulo: "Saúde" },
} as const satisfies Record<string, Rota>;

export type CaminhoRota = keyof typeof rotas;

/** Who is asking, as far as the policy cares. `lib/server/actor.ts` gives each of them an identity. */
export type Autorizado =
  | { tipo: "usuario"; master: boolean; permissoes: readonly Permissao[]; deveTrocarSenha: boolean }
  | { tipo: "bot" | "cliente" | "sistema" | "anonimo" };

/** Whether `quem` meets `exigencia`. A master who need not change the password meets every demand of a person; only the machinery meets `sistema`. */
export function pode(quem: Autorizado, exigencia: Exigencia): boolean {
  if (exigencia === "publico" || quem.tipo === "sistema") return true;
  if (quem.tipo === "bot") return typeof exigencia !== "string" && exigencia.includes("bot");
  if (quem.tipo !== "usuario" || exigencia === "sistema") return false;
  if (exigencia === "sessao") return true;
  if (quem.deveTrocarSenha) return false;
  if (exigencia === "acesso" || quem.master) return true;
  if (exigencia === "master") return false;
  const umaDestas = typeof exigencia === "string" ? [exigencia] : exigencia;
  return umaDestas.some((uma) => uma !== "bot" && quem.permissoes.includes(uma));
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

type RotaDoMenu = { [R in CaminhoRota]: (typeof rotas)[R] extends { menu: true } ? R : never }[CaminhoRota];

/** One place of the house, as a person who may open it sees it in the menu. */
export type ItemMenu = { href: RotaDoMenu; rotulo: string };

/** The screens that a person may open, in the order of the menu. */
export function menuDe(quem: Autorizado): ItemMenu[] {
  return Object.entries<Rota>(rotas)
    .filter(([, rota]) => rota.menu && pode(quem, rota.exige))
    .map(([href, rota]) => ({ href: href as RotaDoMenu, rotulo: rota.titulo }));
}
