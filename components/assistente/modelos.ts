import type { AssuntoComModelo } from "@/lib/domain/whatsapp";

type Modelo = { rotulo: string; texto: string; botoes: readonly string[] };

/**
 * What to write at Meta for each template. The variables are those that every notice brings along: first name, company,
 * when, services, professional. Meta takes a template only if none of them begins or ends it.
 */
export const modelosParaCriar: Record<AssuntoComModelo, Modelo> = {
  lembrete: {
    rotulo: "Lembrete",
    texto: "Olá, {{1}}! Aqui é de {{2}}. Lembrando do seu horário: {{3}}, {{4}} com {{5}}. Podemos contar com você?",
    botoes: ["Confirmar", "Remarcar", "Cancelar"],
  },
  marcado: {
    rotulo: "Agendamento marcado",
    texto: "Olá, {{1}}! Aqui é de {{2}}. Seu horário está marcado: {{3}}, {{4}} com {{5}}. Até lá!",
    botoes: [],
  },
  remarcado: {
    rotulo: "Agendamento remarcado",
    texto: "Olá, {{1}}! Aqui é de {{2}}. Seu horário mudou para {{3}}, {{4}} com {{5}}. Até lá!",
    botoes: [],
  },
  profissional: {
    rotulo: "Troca de profissional",
    texto: "Olá, {{1}}! Aqui é de {{2}}. No seu horário, {{3}}, {{4}}, quem atende agora é {{5}}. Até lá!",
    botoes: [],
  },
  cancelado: {
    rotulo: "Agendamento cancelado",
    texto:
      "Olá, {{1}}! Aqui é de {{2}}. Seu horário foi cancelado: {{3}}, {{4}} com {{5}}. Responda para marcar outro.",
    botoes: [],
  },
  agradecimento: {
    rotulo: "Agradecimento",
    texto: "Olá, {{1}}! Aqui é de {{2}}. Obrigado pela visita: {{3}}, {{4}} com {{5}}. Até a próxima!",
    botoes: [],
  },
};
