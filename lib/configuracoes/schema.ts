import * as z from "@/lib/domain/mensagens";
import { cepOpcional, cnpjOpcional, linha, linhaObrigatoria, registro, telefoneOpcional } from "@/lib/domain/campos";
import { ufs } from "@/lib/domain/estados";
import { ehFuso } from "@/lib/domain/fusos";

export const empresaSchema = z.strictObject({
  versao: registro.versao,
  nome: linhaObrigatoria(120, "Informe o nome da empresa."),
  razaoSocial: linha(160),
  cnpj: cnpjOpcional,
  telefone: telefoneOpcional,
  cep: cepOpcional,
  logradouro: linha(160),
  numero: linha(20),
  complemento: linha(80),
  bairro: linha(80),
  cidade: linha(80),
  uf: z.enum(ufs).nullable(),
  fuso: z.string("Escolha o fuso horário.").max(64).refine(ehFuso, "Escolha um fuso horário da lista."),
});

const imagem = { tipo: z.literal("image/webp"), tamanhoBytes: z.int().positive().max(1_000_000) };

/** A picture that is already kept, and where: as `lib/server/storage.ts` says it. */
export const trocarLogoSchema = z.discriminatedUnion("deposito", [
  z.strictObject({
    ...imagem,
    deposito: z.literal("local"),
    conteudo: z.custom<Buffer>((it) => it instanceof Uint8Array),
  }),
  z.strictObject({ ...imagem, deposito: z.literal("uploadthing"), chave: z.string().min(1).max(300) }),
]);

/** Names the logo that the person saw. */
export const removerLogoSchema = z.strictObject({ nome: z.uuid() });
