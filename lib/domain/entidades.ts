import {
  formasDePagamento,
  motivosDeBloqueio,
  motivosDeCancelamento,
  origens,
  origensDeExcecao,
  situacoes,
} from "./agenda";
import { cores } from "./cores";
import { empresa } from "./entidade-empresa";
import { whatsapp } from "./entidade-whatsapp";
import { canaisConsentimento, contratos, modosConsentimento } from "./pessoas";

/** How a stored value is written for people; `lib/domain/auditoria.ts` knows each way. */
export type Formato =
  | "centavos"
  | "minutos"
  | "instante"
  | "dia"
  | "telefone"
  | "cpf"
  | "cnpj"
  | "cep"
  | "semana"
  | "turnos"
  | "lista"
  | "hora"
  | "valores"
  | "caixa";

type ClasseColuna = "segredo" | "pessoal" | "comum";
export type Coluna = { rotulo: string; classe?: ClasseColuna; valores?: Record<string, string>; formato?: Formato };
export type Entidade = { rotulo: string; tela?: string; colunas: Record<string, Coluna> };

const ativo: Coluna = { rotulo: "Ativo" };
const id: Coluna = { rotulo: "Número" };

/**
 * What the audit trail calls each table and column, and the class of each column: a `segredo` never enters the trail, a
 * `pessoal` one can be blanked in it for one person, the rest (`comum`) stays. The triggers of the database are checked
 * against this table.
 */
export const entidades = {
  cargos: {
    rotulo: "Cargo",
    tela: "/cargos/",
    colunas: { id, nome: { rotulo: "Nome" }, descricao: { rotulo: "Descrição" } },
  },
  servicos: {
    rotulo: "Serviço",
    tela: "/servicos/",
    colunas: {
      id,
      nome: { rotulo: "Nome" },
      descricao: { rotulo: "Descrição" },
      categoria: { rotulo: "Categoria" },
      preco_tipo: {
        rotulo: "Cobrança",
        valores: { fixo: "Preço fixo", a_partir_de: "A partir de", sob_avaliacao: "Sob avaliação" },
      },
      preco_centavos: { rotulo: "Preço", formato: "centavos" },
      duracao_minutos: { rotulo: "Duração", formato: "minutos" },
      preparo_minutos: { rotulo: "Preparo depois", formato: "minutos" },
      cor: { rotulo: "Cor", valores: cores },
      assistente_agenda: { rotulo: "O assistente pode marcar sozinho" },
      ativo,
    },
  },
  usuarios: {
    rotulo: "Pessoa",
    colunas: {
      id,
      nome: { rotulo: "Nome", classe: "pessoal" },
      email: { rotulo: "E-mail", classe: "pessoal" },
      telefone: { rotulo: "Telefone", classe: "pessoal", formato: "telefone" },
      apelido: { rotulo: "Como prefere ser chamado", classe: "pessoal" },
      nascimento: { rotulo: "Nascimento", classe: "pessoal", formato: "dia" },
      cpf: { rotulo: "CPF", classe: "pessoal", formato: "cpf" },
      observacoes: { rotulo: "Observações", classe: "pessoal" },
      etiquetas: { rotulo: "Etiquetas", classe: "pessoal", formato: "lista" },
      ultima_visita_em: { rotulo: "Última visita", formato: "instante" },
      tipo: { rotulo: "Tipo", valores: { master: "Master", restrito: "Restrito", cliente: "Cliente" } },
      pode_cadastrar_cliente: { rotulo: "Pode cadastrar clientes" },
      pode_cadastrar_funcionario: { rotulo: "Pode cadastrar funcionários" },
      pode_cadastrar_cargo: { rotulo: "Pode cadastrar cargos" },
      pode_agendar: { rotulo: "Pode agendar" },
      pode_ver_agendamentos: { rotulo: "Pode ver a agenda" },
      pode_ver_relatorios: { rotulo: "Pode ver relatórios" },
      ativo,
      senha_hash: { rotulo: "Senha", classe: "segredo" },
      deve_trocar_senha: { rotulo: "Precisa trocar a senha" },
      senha_expira_em: { rotulo: "Senha temporária vale até", formato: "instante" },
    },
  },
  consentimentos: {
    rotulo: "Consentimento",
    colunas: {
      id,
      usuario_id: { rotulo: "Pessoa (número)" },
      canal: { rotulo: "Canal", valores: canaisConsentimento },
      dado_em: { rotulo: "Dado em", formato: "instante" },
      como: { rotulo: "Como", valores: modosConsentimento },
      texto: { rotulo: "Texto", classe: "pessoal" },
      retirado_em: { rotulo: "Retirado em", formato: "instante" },
    },
  },
  funcionarios: {
    rotulo: "Funcionário",
    tela: "/funcionarios/",
    colunas: {
      id,
      nome: { rotulo: "Nome", classe: "pessoal" },
      apelido: { rotulo: "Como os clientes chamam", classe: "pessoal" },
      telefone: { rotulo: "Telefone", classe: "pessoal", formato: "telefone" },
      cargo_id: { rotulo: "Cargo (número)" },
      usuario_id: { rotulo: "Usuário (número)" },
      admissao: { rotulo: "Admissão", formato: "dia" },
      desligamento: { rotulo: "Desligamento", formato: "dia" },
      matricula: { rotulo: "Matrícula" },
      contrato: { rotulo: "Contrato", valores: contratos },
      cor: { rotulo: "Cor na agenda", valores: cores },
      ativo,
    },
  },
  funcionario_servicos: {
    rotulo: "Serviço do funcionário",
    colunas: {
      id,
      funcionario_id: { rotulo: "Funcionário (número)" },
      servico_id: { rotulo: "Serviço (número)" },
      duracao_minutos: { rotulo: "Duração própria", formato: "minutos" },
      preco_centavos: { rotulo: "Preço próprio", formato: "centavos" },
    },
  },
  configuracao_empresa: empresa,
  arquivos: {
    rotulo: "Arquivo",
    colunas: {
      id,
      nome: { rotulo: "Nome" },
      tipo: { rotulo: "Formato" },
      tamanho_bytes: { rotulo: "Tamanho em bytes" },
      deposito: { rotulo: "Guardado em", valores: { local: "Banco de dados", uploadthing: "UploadThing" } },
      conteudo: { rotulo: "Conteúdo", classe: "segredo" },
      chave: { rotulo: "Chave" },
    },
  },
  agendamentos: {
    rotulo: "Agendamento",
    tela: "/agenda?abrir=",
    colunas: {
      id,
      funcionario_id: { rotulo: "Profissional (número)" },
      cliente_id: { rotulo: "Cliente (número)" },
      atendido: { rotulo: "Quem é atendido", classe: "pessoal" },
      inicio: { rotulo: "Início", formato: "instante" },
      fim: { rotulo: "Fim", formato: "instante" },
      preparo_minutos: { rotulo: "Preparo depois", formato: "minutos" },
      livre_em: { rotulo: "Profissional livre em", formato: "instante" },
      situacao: { rotulo: "Situação", valores: situacoes },
      encaixe: { rotulo: "Encaixe" },
      encaixe_motivo: { rotulo: "Motivo do encaixe" },
      fora_do_horario: { rotulo: "Aceito fora do horário" },
      observacoes: { rotulo: "Observações", classe: "pessoal" },
      origem: { rotulo: "Origem", valores: origens },
      marcado_por_id: { rotulo: "Marcado por (número)" },
      visita: { rotulo: "Visita" },
      confirmado_em: { rotulo: "Confirmado em", formato: "instante" },
      chegou_em: { rotulo: "Chegou em", formato: "instante" },
      concluido_em: { rotulo: "Concluído em", formato: "instante" },
      cancelado_em: { rotulo: "Cancelado em", formato: "instante" },
      cancelado_motivo: { rotulo: "Motivo do cancelamento", valores: motivosDeCancelamento },
      cancelado_detalhe: { rotulo: "Detalhe do cancelamento" },
      valor_centavos: { rotulo: "Valor combinado", formato: "centavos" },
      valor_final_centavos: { rotulo: "Valor final", formato: "centavos" },
      nota_fiscal: { rotulo: "Nota fiscal" },
    },
  },
  agendamento_servicos: {
    rotulo: "Serviço do agendamento",
    colunas: {
      id,
      agendamento_id: { rotulo: "Agendamento (número)" },
      ordem: { rotulo: "Ordem" },
      servico_id: { rotulo: "Serviço (número)" },
      duracao_minutos: { rotulo: "Duração", formato: "minutos" },
      preco_centavos: { rotulo: "Preço", formato: "centavos" },
    },
  },
  pagamentos: {
    rotulo: "Pagamento",
    colunas: {
      id,
      agendamento_id: { rotulo: "Agendamento (número)" },
      forma: { rotulo: "Forma", valores: formasDePagamento },
      valor_centavos: { rotulo: "Valor", formato: "centavos" },
      recebido_em: { rotulo: "Recebido em", formato: "instante" },
    },
  },
  fechamentos: {
    rotulo: "Fechamento do caixa",
    colunas: {
      id,
      dia: { rotulo: "Dia", formato: "dia" },
      valores: { rotulo: "Valores", formato: "caixa" },
      observacao: { rotulo: "Diferença" },
      fechado_em: { rotulo: "Fechado em", formato: "instante" },
      fechado_por_id: { rotulo: "Fechado por (número)" },
      reaberto_em: { rotulo: "Reaberto em", formato: "instante" },
      reaberto_motivo: { rotulo: "Motivo da reabertura" },
    },
  },
  expedientes: {
    rotulo: "Expediente",
    tela: "/configuracoes/horarios?expediente=",
    colunas: {
      id,
      funcionario_id: { rotulo: "Profissional (número)" },
      de: { rotulo: "A partir de", formato: "dia" },
      ate: { rotulo: "Até", formato: "dia" },
      semana: { rotulo: "Semana", formato: "semana" },
    },
  },
  excecoes: {
    rotulo: "Data especial",
    colunas: {
      id,
      data: { rotulo: "Data", formato: "dia" },
      anual: { rotulo: "Todo ano" },
      nome: { rotulo: "Nome" },
      origem: { rotulo: "Tipo", valores: origensDeExcecao },
      aberto: { rotulo: "Aberto" },
      turnos: { rotulo: "Horários", formato: "turnos" },
    },
  },
  bloqueios: {
    rotulo: "Bloqueio",
    colunas: {
      id,
      funcionario_id: { rotulo: "Profissional (número)" },
      inicio: { rotulo: "Início", formato: "instante" },
      fim: { rotulo: "Fim", formato: "instante" },
      motivo: { rotulo: "Motivo", valores: motivosDeBloqueio },
      descricao: { rotulo: "Descrição", classe: "pessoal" },
      serie: { rotulo: "Série" },
    },
  },
  configuracao_whatsapp: whatsapp,
} as const satisfies Record<string, Entidade>;

export type NomeEntidade = keyof typeof entidades;

type ComNome = { tela: string; colunas: { nome: Coluna } };

/** What people know by name and may open. */
export type EntidadeNomeada = {
  [E in NomeEntidade]: (typeof entidades)[E] extends ComNome ? E : never;
}[NomeEntidade];

/** Tables of the business that the trail leaves out, each with its reason. */
export const semAuditoria = {
  log_auditoria: "é a própria trilha",
  sessoes: "entrar, sair e encerrar já são atos da trilha; o último uso muda a cada poucos minutos",
  limites: "contadores técnicos de tentativas, sem nenhum dado do negócio",
  conversas: "mudam a cada mensagem; quem assume, devolve ou silencia uma conversa deixa um ato na trilha",
  mensagens:
    "são elas mesmas o registro: cada uma diz de quem é, quando e por quê, e não se apaga ao mudar de situação",
  eventos_whatsapp: "o que o WhatsApp entregou, como veio; não muda, e some depois de alguns dias",
  fila_whatsapp: "o ritmo dos envios, que muda a cada um; parar e voltar são atos da trilha",
  reservas: "prendem um lugar por minutos e somem sozinhas; o agendamento que nasce delas é auditado",
  agenda_vistas: "até onde cada pessoa já leu as novidades da agenda, sem nenhum dado do negócio",
  contagens: "quantos agendamentos há, mantido pelos gatilhos deles, que já são auditados",
  chaves_idempotencia: "guarda técnica contra envio repetido, apagada em um dia",
} as const;
