import { cores } from "./cores";
import { escreverCentavos } from "./dinheiro";
import { escreverMinutos } from "./duracao";
import { escreverCep, escreverCnpj, escreverCpf } from "./documentos";
import { escreverDia, escreverInstante } from "./instantes";
import { canaisConsentimento, contratos, modosConsentimento } from "./pessoas";
import { escreverTelefone } from "./telefone";

/**
 * What the audit trail calls each table and column, and the class of each column: a `segredo` never enters the trail, a
 * `pessoal` one can be blanked in it for one person, the rest (`comum`) stays. The triggers of the database are checked
 * against this table.
 */

type ClasseColuna = "segredo" | "pessoal" | "comum";
type Coluna = {
  rotulo: string;
  classe?: ClasseColuna;
  valores?: Record<string, string>;
  formato?: keyof typeof formatos;
};
type Entidade = { rotulo: string; tela?: string; colunas: Record<string, Coluna> };

/** How a stored value is written for people. @param fuso the company's IANA zone */
const formatos = {
  centavos: (valor: unknown) => escreverCentavos(Number(valor)),
  minutos: (valor: unknown) => escreverMinutos(Number(valor)),
  instante: (valor: unknown, fuso: string) => escreverInstante(String(valor), fuso),
  dia: (valor: unknown) => escreverDia(String(valor)),
  telefone: (valor: unknown) => escreverTelefone(String(valor)),
  cpf: (valor: unknown) => escreverCpf(String(valor)),
  cnpj: (valor: unknown) => escreverCnpj(String(valor)),
  cep: (valor: unknown) => escreverCep(String(valor)),
  lista: (valor: unknown) => (Array.isArray(valor) ? valor.join(", ") : String(valor)),
};

const ativo: Coluna = { rotulo: "Ativo" };
const id: Coluna = { rotulo: "Número" };

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
  configuracao_empresa: {
    rotulo: "Empresa",
    colunas: {
      id,
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
    },
  },
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
} as const satisfies Record<string, Entidade>;

export type NomeEntidade = keyof typeof entidades;

/** Who acted, when it was not a person of the house. */
export const tiposAtor = {
  bot: "Assistente",
  cliente: "Cliente",
  sistema: "Sistema",
  anonimo: "Quem não entrou",
} as const;

export type TipoAtor = keyof typeof tiposAtor;

/** Details that acts without a row carry, in words. */
const detalhes: Record<string, string> = {
  endereco: "Endereço de rede",
  aparelho: "Aparelho",
  tentativa: "O que tentou",
  tela: "Tela",
  novos: "Clientes novos",
  linhas: "Linhas",
  formato: "Formato",
  filtro: "Filtro",
};

export type Mudanca = { campo: string; antes: string | null; depois: string | null };
type Valores = Record<string, unknown> | null;

function escrever(coluna: Coluna | undefined, valor: unknown, fuso: string): string | null {
  if (valor === null || valor === undefined || valor === "") return null;
  if (typeof valor === "boolean") return valor ? "sim" : "não";
  if (coluna?.formato) return formatos[coluna.formato](valor, fuso) || null;
  return coluna?.valores?.[String(valor)] ?? String(valor);
}

/** One line of the trail in the words of its screen: for each field, how it was and how it became (null: empty). */
export function descreverMudancas(entidade: string | null, antes: Valores, depois: Valores, fuso: string): Mudanca[] {
  const conhecida: Entidade | undefined = (entidades as Record<string, Entidade>)[entidade ?? ""];
  const ordem = [...Object.keys(conhecida?.colunas ?? {}), ...Object.keys(detalhes)];
  const campos = Object.keys({ ...antes, ...depois }).filter((campo) => campo !== "id");
  return campos
    .sort((a, b) => ordem.indexOf(a) - ordem.indexOf(b))
    .map((campo) => {
      const coluna = conhecida?.colunas[campo];
      return {
        campo: coluna?.rotulo ?? detalhes[campo] ?? campo,
        antes: escrever(coluna, antes?.[campo], fuso),
        depois: escrever(coluna, depois?.[campo], fuso),
      };
    })
    .filter((mudanca) => mudanca.antes !== null || mudanca.depois !== null);
}

/** Tables of the business that the trail leaves out, each with its reason. */
export const semAuditoria = {
  log_auditoria: "é a própria trilha",
  sessoes: "entrar, sair e encerrar já são atos da trilha; o último uso muda a cada poucos minutos",
  limites: "contadores técnicos de tentativas, sem nenhum dado do negócio",
  chaves_idempotencia: "guarda técnica contra envio repetido, apagada em um dia",
} as const;
