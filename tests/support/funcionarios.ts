import type { FuncionarioInput } from "@/lib/funcionarios/schema";

/** What the form of an employee sends when nothing is unusual; the caller gives the position. */
export const ficha: Omit<FuncionarioInput, "cargoId"> = {
  nome: "Ana Ribeiro",
  apelido: "Aninha",
  telefone: "+5511987654321",
  contrato: "parceiro",
  matricula: "",
  admissao: "2024-02-01",
  desligamento: null,
  cor: "violeta",
  servicos: [],
};
