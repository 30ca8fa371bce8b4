import type { cargos, configuracaoEmpresa, funcionarios, servicos, usuarios } from "../schema";

export const empresa: typeof configuracaoEmpresa.$inferInsert = {
  nome: "Espaço Bela Vista",
  razaoSocial: "Espaço Bela Vista Salão de Beleza Ltda.",
  cnpj: "11222333000181",
  telefone: "+551132654321",
  cep: "01310100",
  logradouro: "Avenida Paulista",
  numero: "1500",
  complemento: "Loja 3",
  bairro: "Bela Vista",
  cidade: "São Paulo",
  uf: "SP",
};

export const cargosDemo: (typeof cargos.$inferInsert)[] = [
  { nome: "Cabeleireira", descricao: "Corte, escova, coloração e tratamentos" },
  { nome: "Barbeiro", descricao: "Corte masculino e barba" },
  { nome: "Manicure", descricao: "Mãos, pés e alongamento" },
  { nome: "Esteticista", descricao: "Limpeza de pele, depilação e sobrancelha" },
  { nome: "Recepcionista", descricao: "Recebe, agenda e cobra" },
];

type Membro = {
  nome: string;
  apelido: string;
  cargo: string;
  cor: (typeof funcionarios.$inferInsert)["cor"];
  admissao: string;
  contrato: (typeof funcionarios.$inferInsert)["contrato"];
  /** For those who use the computer, their sign-in. */
  email?: string;
  /** The categories of services that they perform. */
  faz?: string[];
  desligamento?: string;
};

export const equipe: Membro[] = [
  {
    nome: "Helena Castro",
    apelido: "Helena",
    cargo: "Gerente",
    cor: "cinza",
    admissao: "2019-03-11",
    contrato: "clt",
    email: "gerente@exemplo.com.br",
  },
  {
    nome: "Camila Rocha",
    apelido: "Camila",
    cargo: "Recepcionista",
    cor: "cinza",
    admissao: "2022-08-01",
    contrato: "clt",
    email: "atendente@exemplo.com.br",
  },
  membro("Ana Ribeiro", "Ana", "Cabeleireira", "violeta", "2018-05-02", "parceiro", ["Cabelo"]),
  membro("Bruno Teixeira", "Bruno", "Barbeiro", "azul", "2020-01-15", "parceiro", ["Barba", "Cabelo"]),
  membro("Carla Nogueira", "Carlinha", "Manicure", "vermelho", "2021-06-07", "mei", ["Unhas"]),
  membro("Diego Martins", "Diego", "Barbeiro", "ceu", "2023-02-20", "mei", ["Barba"]),
  membro("Eduarda Lima", "Duda", "Cabeleireira", "rosa", "2022-11-03", "parceiro", ["Cabelo"]),
  membro("Fernanda Dias", "Fê", "Esteticista", "verde", "2020-09-14", "clt", ["Rosto", "Depilação", "Corpo"]),
  membro("Gustavo Melo", "Guto", "Cabeleireira", "laranja", "2024-04-22", "parceiro", ["Cabelo"]),
  membro("Isabela Ramos", "Isa", "Manicure", "amarelo", "2023-07-10", "mei", ["Unhas"]),
  membro("Juliana Pinto", "Ju", "Esteticista", "marrom", "2021-10-18", "clt", ["Rosto", "Depilação"]),
  membro("Letícia Araújo", "Letícia", "Atendente", "cinza", "2025-01-06", "estagio", []),
];

function membro(
  nome: string,
  apelido: string,
  cargo: string,
  cor: Membro["cor"],
  admissao: string,
  contrato: Membro["contrato"],
  faz: string[],
): Membro {
  return { nome, apelido, cargo, cor, admissao, contrato, faz };
}

/** What the salon calls its clients among themselves. */
export const etiquetas = ["VIP", "Noiva", "Indicação", "Aluna da academia", "Prefere tarde", "Cabelo cacheado"];

/** What they write down about them. */
export const observacoes = [
  "Prefere a cadeira perto da janela.",
  "Costuma trazer a filha pequena.",
  "Gosta de café sem açúcar.",
  "Pede sempre a mesma cor de esmalte.",
  "Chega dez minutos antes.",
];

export const textoDoConsentimento = "Aceito receber lembretes e novidades do Espaço Bela Vista.";

export const entradas: Omit<typeof usuarios.$inferInsert, "senhaHash">[] = [
  { nome: "Dona Célia Monteiro", email: "master@exemplo.com.br", tipo: "master" },
  {
    nome: "Helena Castro",
    email: "gerente@exemplo.com.br",
    tipo: "restrito",
    podeCadastrarCliente: true,
    podeCadastrarFuncionario: true,
    podeCadastrarCargo: true,
    podeAgendar: true,
    podeVerAgendamentos: true,
    podeVerRelatorios: true,
  },
  {
    nome: "Camila Rocha",
    email: "atendente@exemplo.com.br",
    tipo: "restrito",
    podeCadastrarCliente: true,
    podeAgendar: true,
    podeVerAgendamentos: true,
  },
  { nome: "Otávio Mendes", email: "relatorios@exemplo.com.br", tipo: "restrito", podeVerRelatorios: true },
];

type Servico = typeof servicos.$inferInsert;
const fixo = (
  nome: string,
  categoria: string,
  reais: number,
  duracaoMinutos: number,
  cor: Servico["cor"],
): Servico => ({
  nome,
  categoria,
  precoCentavos: reais * 100,
  duracaoMinutos,
  cor,
});

export const servicosDemo: Servico[] = [
  fixo("Corte feminino", "Cabelo", 90, 60, "violeta"),
  fixo("Corte masculino", "Cabelo", 55, 30, "azul"),
  fixo("Corte infantil", "Cabelo", 45, 30, "ceu"),
  fixo("Escova", "Cabelo", 60, 45, "violeta"),
  { ...fixo("Escova progressiva", "Cabelo", 280, 180, "violeta"), precoTipo: "a_partir_de", preparoMinutos: 15 },
  fixo("Hidratação", "Cabelo", 80, 45, "ceu"),
  { ...fixo("Coloração", "Cabelo", 160, 120, "rosa"), precoTipo: "a_partir_de", preparoMinutos: 15 },
  {
    ...fixo("Mechas", "Cabelo", 0, 240, "rosa"),
    precoTipo: "sob_avaliacao",
    precoCentavos: null,
    assistenteAgenda: false,
    preparoMinutos: 20,
    descricao: "O valor depende do comprimento e da técnica. Avaliamos sem compromisso.",
  },
  fixo("Penteado para festa", "Cabelo", 180, 90, "rosa"),
  fixo("Barba", "Barba", 40, 30, "marrom"),
  fixo("Corte e barba", "Barba", 85, 60, "marrom"),
  fixo("Pigmentação de barba", "Barba", 60, 45, "marrom"),
  fixo("Manicure", "Unhas", 35, 45, "vermelho"),
  fixo("Pedicure", "Unhas", 40, 45, "vermelho"),
  fixo("Pé e mão", "Unhas", 70, 90, "vermelho"),
  { ...fixo("Alongamento em gel", "Unhas", 180, 150, "laranja"), preparoMinutos: 10 },
  fixo("Manutenção de gel", "Unhas", 110, 90, "laranja"),
  fixo("Design de sobrancelha", "Rosto", 45, 30, "amarelo"),
  fixo("Henna", "Rosto", 60, 45, "amarelo"),
  { ...fixo("Limpeza de pele", "Rosto", 150, 75, "verde"), preparoMinutos: 15 },
  fixo("Maquiagem", "Rosto", 170, 60, "amarelo"),
  fixo("Depilação de buço", "Depilação", 20, 15, "verde"),
  fixo("Depilação de axila", "Depilação", 30, 20, "verde"),
  fixo("Depilação de meia perna", "Depilação", 55, 30, "verde"),
  fixo("Depilação de virilha", "Depilação", 60, 40, "verde"),
  { ...fixo("Massagem relaxante", "Corpo", 140, 60, "cinza"), preparoMinutos: 10 },
  { ...fixo("Drenagem linfática", "Corpo", 150, 60, "cinza"), preparoMinutos: 10 },
  { ...fixo("Banho de lua", "Corpo", 130, 75, "cinza"), ativo: false },
];
