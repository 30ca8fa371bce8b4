import { colunasImportadas } from "@/lib/domain/importacao";
import { BOM } from "@/lib/domain/planilha";

const exemplo = {
  nome: "Ana Souza",
  apelido: "Aninha",
  telefone: "(11) 98765-4321",
  email: "ana@exemplo.com.br",
  nascimento: "23/11/1985",
  cpf: "",
  etiquetas: "vip, noiva",
  observacoes: "Prefere sábado de manhã",
  ultimaVisita: "10/10/2026",
  situacao: "Ativo",
} satisfies Record<keyof typeof colunasImportadas, string>;

const linhas = [Object.values(colunasImportadas).map(({ rotulo }) => rotulo), Object.values(exemplo)];

/** The address of a file that shows how a table of clients may look. */
export const modelo = `data:text/csv;charset=utf-8,${encodeURIComponent(
  BOM + linhas.map((celulas) => `${celulas.join(";")}\r\n`).join(""),
)}`;
