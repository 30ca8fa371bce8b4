import * as z from "@/lib/domain/mensagens";
import { linhaObrigatoria, paragrafo, registro } from "@/lib/domain/campos";

export const cargoSchema = z.strictObject({
  nome: linhaObrigatoria(80, "Informe o nome do cargo."),
  descricao: paragrafo(500),
});

export const editarCargoSchema = cargoSchema.extend(registro);

export const excluirCargoSchema = z.strictObject(registro);
