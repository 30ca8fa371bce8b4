import { expect, test } from "vitest";
import { modelosParaCriar } from "@/components/assistente/modelos";
import { redigirAviso } from "@/lib/domain/avisos";
import { assuntosComModelo } from "@/lib/domain/whatsapp";

const parte = { dia: "2026-11-25", minutos: 840, servicos: "corte", profissional: "Ana", atendido: null };
const avisado = { nome: "Diego Souza", empresa: "Salão da Ana", hoje: "2026-11-24", partes: [parte] };

test.each(assuntosComModelo)("o modelo de %s pede à Meta o que a mensagem traz", (assunto) => {
  const { texto, botoes } = modelosParaCriar[assunto];
  const { carga } = redigirAviso(assunto, avisado, 7);
  const variaveis = [...texto.matchAll(/\{\{(\d+)\}\}/g)].map(([, numero]) => Number(numero));
  expect(variaveis).toEqual(carga.parametros!.map((_, i) => i + 1));
  expect(botoes).toEqual((carga.botoes ?? []).map(({ titulo }) => titulo));
  expect(texto).toMatch(/^[^{].*[^}]$/);
  for (const botao of botoes) expect(botao.length).toBeLessThanOrEqual(25);
});
