import { chavesDe } from "./chaves";

/** Ways of working for a company of services in Brazil; `parceiro` is the salon's partner of Lei 13.352/2016. */
export const contratos = {
  clt: "CLT",
  parceiro: "Profissional parceiro",
  mei: "MEI",
  autonomo: "Autônomo",
  estagio: "Estágio",
  temporario: "Temporário",
  socio: "Sócio",
} as const;

export const chavesContrato = chavesDe(contratos);

/** Where a client may agree to be written to. */
export const canaisConsentimento = { whatsapp: "WhatsApp", sms: "SMS", email: "E-mail" } as const;

export type CanalConsentimento = keyof typeof canaisConsentimento;
export const chavesCanal = chavesDe(canaisConsentimento);

/** How a client said so. */
export const modosConsentimento = {
  balcao: "No balcão",
  telefone: "Por telefone",
  whatsapp: "Pelo WhatsApp",
  site: "Pelo site",
  papel: "Em papel",
  importacao: "Na importação",
} as const;

export const chavesModo = chavesDe(modosConsentimento);

/** What a client is asked to agree to, unless the company words it otherwise. */
export const textoDeConsentimento = (empresa: string) =>
  `Aceito receber de ${empresa} mensagens sobre os meus horários e novidades.`;
