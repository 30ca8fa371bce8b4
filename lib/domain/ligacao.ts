/** What Meta's Graph API says is wrong, in the words of whoever has to mend it. */

export type FalhaDoGraph = { codigo: number | null; subcodigo: number | null; detalhe: string };

const DE_TOKEN = [0, 3, 190];
const DE_PERMISSAO = [10, 131_005];
const DE_ESPERA = [1, 2, 4, 80_007, 130_429, 131_000, 131_016, 131_057, 133_004];
const VENCIDO = 463;

const frases: Record<number, string> = {
  33: "A Meta não conhece esta identificação. Confira o número copiado: não é o telefone.",
  100: "A Meta não conhece esta identificação, ou o token não pode vê-la. Confira os dois.",
  368: "A Meta restringiu esta conta. Veja o motivo no Gerenciador do WhatsApp.",
  131_031: "A Meta bloqueou esta conta. Veja o motivo no Gerenciador do WhatsApp.",
  131_042: "Há um problema com a forma de pagamento da conta na Meta.",
  131_045: "O número ainda não está registrado. Termine o registro em Configuração da API.",
  133_010: "O número ainda não está registrado. Termine o registro em Configuração da API.",
};

/** In a sentence or two, what is wrong and what to do. Unknown codes are said as they are, with what Meta wrote. */
export function dizerFalha({ codigo, subcodigo, detalhe }: FalhaDoGraph): string {
  if (codigo === null) return "A Meta não respondeu. Confira a internet do servidor e tente de novo.";
  if (subcodigo === VENCIDO) return "O token venceu. Gere outro, com validade “Nunca”, e cole aqui.";
  if (DE_TOKEN.includes(codigo)) return "A Meta recusou o token. Copie-o de novo, inteiro, do usuário do sistema.";
  if (DE_PERMISSAO.includes(codigo) || (codigo >= 200 && codigo < 300))
    return "O token não tem permissão para isto. Gere outro com whatsapp_business_messaging e whatsapp_business_management, de um usuário com acesso à conta do WhatsApp.";
  if (DE_ESPERA.includes(codigo)) return "A Meta está ocupada ou fora do ar. Tente de novo em alguns minutos.";
  return frases[codigo] ?? `A Meta respondeu com o erro ${codigo}${detalhe ? `: ${detalhe}` : "."}`;
}
