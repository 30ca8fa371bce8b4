import { expect, test } from "vitest";
import { redigirAviso } from "@/lib/domain/avisos";
import { enderecoDoWhatsApp, textoDeAniversario, textoDeConfirmacao } from "@/lib/domain/recados";
import { assuntosComModelo } from "@/lib/domain/whatsapp";

const corte = { hora: "14:00", servicos: "Corte", profissional: "Ana", atendido: null };
const base = { nome: "Célia Prado", empresa: "Espaço Bela Vista", dia: "2026-11-25", hoje: "2026-11-24" };

test("pergunta se a pessoa vem, com o dia, a hora, o serviço e com quem", () => {
  expect(textoDeConfirmacao({ ...base, partes: [corte] })).toBe(
    "Olá, Célia! Aqui é de Espaço Bela Vista. Você vem amanhã, quarta-feira, 25 de novembro? 14:00, Corte com Ana. Responda SIM para confirmar, ou diga se precisa mudar.",
  );
});

test("uma visita é um recado só, e diz para quem é cada parte", () => {
  const unhas = { hora: "15:00", servicos: "Unhas", profissional: "Bia", atendido: "a filha" };
  const texto = textoDeConfirmacao({ ...base, dia: "2026-11-30", partes: [corte, unhas] });
  expect(texto).toContain(
    "Você vem segunda-feira, 30 de novembro? 14:00, Corte com Ana; 15:00, Unhas com Bia (para a filha).",
  );
});

test("o endereço abre a conversa com o texto pronto", () => {
  const endereco = new URL(enderecoDoWhatsApp("+5511987654321", "Olá, Célia! Você vem? 100 %"));
  expect(endereco.pathname).toBe("/5511987654321");
  expect(endereco.searchParams.get("text")).toBe("Olá, Célia! Você vem? 100 %");
});

test("nenhum recado põe artigo antes do nome da empresa, que pode ser dela ou dele", () => {
  const empresa = "Clínica Bela";
  const parte = { ...corte, dia: base.dia, minutos: 840 };
  const textos = [
    textoDeConfirmacao({ ...base, empresa, partes: [corte] }),
    textoDeAniversario({ ...base, empresa }),
    ...assuntosComModelo.map((assunto) => redigirAviso(assunto, { ...base, empresa, partes: [parte] }, 7).texto),
  ];
  for (const texto of textos) expect(texto).toMatch(/(?<!\b(?:[dn]?[oa]|ao|à)) Clínica Bela/);
});
