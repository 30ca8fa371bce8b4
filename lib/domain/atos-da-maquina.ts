/** What nobody does but the company's own machinery, as part of `atos` in `permissoes.ts`. */
export const atosDaMaquina = {
  "whatsapp.receber": { exige: "sistema", rotulo: "Recebeu mensagens do WhatsApp" },
  "whatsapp.pausar": { exige: "sistema", rotulo: "Parou os envios do WhatsApp" },
  "mensagem.reivindicar": { exige: "sistema", rotulo: "Começou a enviar uma mensagem" },
  "mensagem.registrar_envio": { exige: "sistema", rotulo: "Registrou o envio de uma mensagem" },
  "mensagem.rever_falha": { exige: "sistema", rotulo: "Reviu uma mensagem que não saiu" },
  "mensagem.recuperar": { exige: "sistema", rotulo: "Retomou envios interrompidos" },
  "mensagem.lembrar": { exige: "sistema", rotulo: "Lembrou de um agendamento" },
  "mensagem.agradecer": { exige: "sistema", rotulo: "Agradeceu pela visita" },
  "mensagem.replanejar": { exige: "sistema", rotulo: "Planejou de novo os lembretes" },
  "mensagem.guardar_midia": { exige: "sistema", rotulo: "Guardou uma mídia recebida" },
  "conversa.responder": { exige: "sistema", rotulo: "Respondeu pelo assistente" },
  "conversa.devolver_vencidas": { exige: "sistema", rotulo: "Devolveu conversas ao assistente" },
  "sistema.demonstracao": { exige: "sistema", rotulo: "Carregou a empresa de demonstração" },
  "sistema.instalacao": { exige: "sistema", rotulo: "Preparou o sistema" },
  "sistema.limpeza": { exige: "sistema", rotulo: "Apagou o que venceu" },
  "sistema.sql": { exige: "sistema", rotulo: "Alterou direto no banco de dados" },
} as const;
