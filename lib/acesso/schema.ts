import * as z from "@/lib/domain/mensagens";
import { dia, email, linhaObrigatoria, senhaNova } from "@/lib/domain/campos";

const senhaDigitada = z.string("Informe a senha.").min(1, "Informe a senha.").max(1_000, "Esta senha é longa demais.");

export const entrarSchema = z.object({ email, senha: senhaDigitada });

export const sairSchema = z.object({});

export const encerrarSessaoSchema = z.strictObject({ id: z.uuid("Sessão inválida.") });

/**
 * `caminho`: the path of a screen as the browser has it, e.g. `/clientes`. `dia`: the civil day that it shows, where its
 * address says one.
 */
export const imprimirSchema = z.strictObject({
  caminho: z.string("Tela inválida.").max(200, "Tela inválida."),
  dia: dia.optional().catch(undefined),
});

export const trocarSenhaSchema = z.object({ senhaAtual: senhaDigitada, senhaNova });

export const primeiroAcessoSchema = z.object({
  empresa: linhaObrigatoria(120, "Informe o nome da empresa."),
  nome: linhaObrigatoria(120, "Informe o seu nome."),
  email,
  senha: senhaNova,
});
