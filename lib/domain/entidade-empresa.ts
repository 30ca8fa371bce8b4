import type { Entidade } from "./entidades";

/** The company and the rules of its agenda, as the trail calls them. */
export const empresa = {
  rotulo: "Empresa",
  colunas: {
    id: { rotulo: "Número" },
    nome: { rotulo: "Nome da empresa" },
    razao_social: { rotulo: "Razão social" },
    cnpj: { rotulo: "CNPJ", formato: "cnpj" },
    telefone: { rotulo: "Telefone", formato: "telefone" },
    cep: { rotulo: "CEP", formato: "cep" },
    logradouro: { rotulo: "Rua" },
    numero: { rotulo: "Número do endereço" },
    complemento: { rotulo: "Complemento" },
    bairro: { rotulo: "Bairro" },
    cidade: { rotulo: "Cidade" },
    uf: { rotulo: "Estado" },
    fuso: { rotulo: "Fuso horário" },
    logo_id: { rotulo: "Logotipo (número)" },
    grade_minutos: { rotulo: "Intervalo entre horários", formato: "minutos" },
    antecedencia_minutos: { rotulo: "Antecedência mínima", formato: "minutos" },
    horizonte_dias: { rotulo: "Marca até quantos dias à frente" },
    prazo_cliente_minutos: { rotulo: "Prazo para o cliente mudar ou cancelar", formato: "minutos" },
    feriados_fechados: { rotulo: "Fecha em feriados nacionais" },
  },
} as const satisfies Entidade;
