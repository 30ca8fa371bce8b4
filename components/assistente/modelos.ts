import type { AssuntoComModelo } from "@/lib/domain/whatsapp";

/** What to write at Meta for each template, with the variables that we fill in and the quick replies, in their order. */
export const modelosParaCriar: Record<AssuntoComModelo, { rotulo: string; texto: string; botoes: readonly string[] }> =
  {
    lembrete: {
      rotulo: "Lembrete",
      texto: "Olá, {{1}}! Lembrando do seu horário em {{2}}: {{3}}. Podemos contar com você?",
      botoes: ["Confirmar", "Remarcar", "Cancelar"],
    },
    marcado: {
      rotulo: "Agendamento marcado",
      texto: "Olá, {{1}}! Seu horário em {{2}} está marcado: {{3}}. Até lá!",
      botoes: [],
    },
    remarcado: {
      rotulo: "Agendamento remarcado",
      texto: "Olá, {{1}}! Seu horário em {{2}} mudou para {{3}}. Até lá!",
      botoes: [],
    },
    profissional: {
      rotulo: "Troca de profissional",
      texto: "Olá, {{1}}! No seu horário em {{2}} mudou quem atende: {{3}}. Até lá!",
      botoes: [],
    },
    cancelado: {
      rotulo: "Agendamento cancelado",
      texto: "Olá, {{1}}! Seu horário em {{2}} foi cancelado: {{3}}. Responda para marcar outro.",
      botoes: [],
    },
    agradecimento: {
      rotulo: "Agradecimento",
      texto: "Olá, {{1}}! Obrigado pela visita a {{2}}. Até a próxima!",
      botoes: [],
    },
  };
