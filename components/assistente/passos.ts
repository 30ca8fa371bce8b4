import type { Tela } from "./Desenho";

export type Passo = { titulo: string; texto: readonly string[]; tela?: Tela };

const PAINEL = "developers.facebook.com/apps";
const MENU = ["Painel", "Casos de uso", "WhatsApp", "Configurações", "Publicar"] as const;

/** How a company gets from nothing to a number that the assistant answers; Meta's words as its screens have them. */
export const passos: readonly Passo[] = [
  {
    titulo: "Crie o app da empresa na Meta",
    texto: [
      "Entre em developers.facebook.com com o Facebook de quem cuida da página da empresa e toque em Criar app.",
      "Escolha o caso de uso “Conectar-se com clientes pelo WhatsApp” e o portfólio empresarial da empresa. Se não houver portfólio, a Meta cria um com você.",
    ],
    tela: {
      descricao: "Página de apps da Meta, com o botão Criar app à direita.",
      site: PAINEL,
      menu: ["Apps", "Tarefas", "Documentos"],
      clicar: 0,
      titulo: "Seus apps",
      botao: "Criar app",
    },
  },
  {
    titulo: "Cadastre o número e copie as identificações",
    texto: [
      "No menu do app, abra WhatsApp e depois Configuração da API. Adicione o número da empresa e confirme o código que chega por SMS ou ligação.",
      "O número não pode estar em uso no aplicativo comum do WhatsApp. Apague a conta dele antes, ou use outro número.",
      "Copie para cá a identificação do número e a da conta. São números compridos, e não o telefone.",
    ],
    tela: {
      descricao: "Configuração da API: os dois campos a copiar são a identificação do número e a da conta.",
      site: `${PAINEL}/whatsapp`,
      menu: MENU,
      clicar: 2,
      titulo: "Configuração da API",
      campos: [
        { rotulo: "Identificação do número de telefone", valor: "106540352242922", aqui: true },
        { rotulo: "Identificação da conta do WhatsApp Business", valor: "102290129340398", aqui: true },
      ],
    },
  },
  {
    titulo: "Copie a chave secreta do app",
    texto: [
      "No menu do app, abra Configurações e depois Básico. Em Chave secreta do app toque em Mostrar, confirme a sua senha do Facebook e copie.",
      "É com ela que conferimos que cada mensagem veio mesmo da Meta.",
    ],
    tela: {
      descricao: "Configurações básicas do app, com a chave secreta e o botão Mostrar.",
      site: `${PAINEL}/configuracoes`,
      menu: MENU,
      clicar: 3,
      titulo: "Básico",
      campos: [{ rotulo: "Chave secreta do app", valor: "••••••••••••••••", aqui: true }],
      botao: "Mostrar",
    },
  },
  {
    titulo: "Gere um token que não vence",
    texto: [
      "Em business.facebook.com/settings abra Usuários do sistema, adicione um com a função Administrador e atribua a ele o app e a conta do WhatsApp, com controle total.",
      "Toque em Gerar token, escolha o app, validade “Nunca” e as permissões whatsapp_business_messaging e whatsapp_business_management. Copie na hora: a Meta não mostra de novo.",
      "O token que aparece em Configuração da API vence em 24 horas. Não use esse.",
    ],
    tela: {
      descricao: "Usuários do sistema do portfólio, com validade Nunca e o botão Gerar token.",
      site: "business.facebook.com/settings",
      menu: ["Pessoas", "Usuários do sistema", "Contas", "Apps"],
      clicar: 1,
      titulo: "Gerar token",
      campos: [
        { rotulo: "Validade do token", valor: "Nunca", aqui: true },
        { rotulo: "Permissões", valor: "whatsapp_business_messaging…" },
      ],
      botao: "Gerar token",
    },
  },
  {
    titulo: "Aponte o webhook para cá",
    texto: [
      "Primeiro salve aqui os dados acima, com um código de verificação gerado.",
      "No app, abra WhatsApp e depois Configuração. Em Webhook toque em Editar e cole o endereço e o código de verificação desta tela. Depois toque em Verificar e salvar.",
      "Na lista de campos do webhook, assine messages. Sem isso nenhuma mensagem chega.",
    ],
    tela: {
      descricao: "Webhook do WhatsApp: o endereço e o código de verificação colados, e o botão Verificar e salvar.",
      site: `${PAINEL}/whatsapp`,
      menu: MENU,
      clicar: 2,
      titulo: "Webhook",
      campos: [
        { rotulo: "URL de callback", valor: "https://…/api/whatsapp/webhook", aqui: true },
        { rotulo: "Verificar token", valor: "o código de verificação", aqui: true },
      ],
      botao: "Verificar e salvar",
    },
  },
  {
    titulo: "Peça a aprovação dos modelos de lembrete",
    texto: [
      "Quando o cliente não escreve há mais de 24 horas, a Meta só entrega modelos aprovados. No Gerenciador do WhatsApp abra Modelos de mensagem e crie um para cada aviso, na categoria Utilidade e no idioma Português (BR).",
      "Use o texto e os botões que aparecem abaixo, em Modelos. Depois escreva aqui o nome que você deu a cada um.",
    ],
    tela: {
      descricao: "Gerenciador do WhatsApp, criando um modelo da categoria Utilidade em Português.",
      site: "business.facebook.com/wa/manage",
      menu: ["Visão geral", "Números", "Modelos", "Pagamento"],
      clicar: 2,
      titulo: "Criar modelo",
      campos: [
        { rotulo: "Categoria", valor: "Utilidade", aqui: true },
        { rotulo: "Idioma", valor: "Português (BR)", aqui: true },
      ],
      botao: "Continuar",
    },
  },
  {
    titulo: "Teste",
    texto: [
      "Volte aqui e toque em Testar conexão: dizemos o que ainda falta. Depois mande “oi” de outro telefone para o número da empresa.",
      "Para a Meta não parar de entregar depois da franquia do mês, cadastre uma forma de pagamento na conta do WhatsApp.",
    ],
  },
];
