import type { Entidade } from "./entidades";

/** The settings of WhatsApp, as the trail calls them. */
export const whatsapp = {
  rotulo: "WhatsApp",
  colunas: {
    id: { rotulo: "Número" },
    ativo: { rotulo: "Ligado" },
    numero_id: { rotulo: "Identificação do número" },
    conta_id: { rotulo: "Identificação da conta" },
    token_cifrado: { rotulo: "Token de acesso", classe: "segredo" },
    token_final: { rotulo: "Fim do token" },
    segredo_cifrado: { rotulo: "Segredo do aplicativo", classe: "segredo" },
    segredo_final: { rotulo: "Fim do segredo" },
    verificacao_cifrada: { rotulo: "Token de verificação", classe: "segredo" },
    verificacao_final: { rotulo: "Fim do token de verificação" },
    versao_graph: { rotulo: "Versão da API" },
    nome_assistente: { rotulo: "Nome do assistente" },
    mensagem_abertura: { rotulo: "Mensagem de abertura" },
    atendimento_humano: { rotulo: "Horário de atendimento por pessoas", formato: "semana" },
    pode_marcar: { rotulo: "O assistente marca" },
    pode_remarcar: { rotulo: "O assistente remarca" },
    pode_cancelar: { rotulo: "O assistente cancela" },
    pode_informar_precos: { rotulo: "O assistente informa preços" },
    lembretes_minutos: { rotulo: "Lembretes (minutos antes)", formato: "lista" },
    agradecer: { rotulo: "Agradece depois" },
    modelos: { rotulo: "Modelos aprovados", formato: "valores" },
    devolver_horas: { rotulo: "Horas até devolver ao assistente" },
    silencio_de: { rotulo: "Silêncio a partir de", formato: "hora" },
    silencio_ate: { rotulo: "Silêncio até", formato: "hora" },
    guardar_midia_dias: { rotulo: "Dias em que guarda mídias" },
    respostas_prontas: { rotulo: "Respostas prontas", formato: "lista" },
  },
} as const satisfies Entidade;
