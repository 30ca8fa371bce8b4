import { semProtecao } from "./planilha";
import { semAcento } from "./texto";

/** What can be read of a client from a table, and how the heads of columns call it. */
export const colunasImportadas = {
  nome: { rotulo: "Nome", nomes: ["nome", "nome completo", "cliente", "nome do cliente", "name", "razao social"] },
  apelido: { rotulo: "Apelido", nomes: ["apelido", "como prefere ser chamado", "nome social", "nickname"] },
  telefone: {
    rotulo: "Telefone",
    nomes: ["telefone", "celular", "whatsapp", "fone", "tel", "contato", "telefone celular", "phone", "mobile"],
  },
  email: { rotulo: "E-mail", nomes: ["email", "e mail", "mail", "correio eletronico", "endereco de email"] },
  nascimento: {
    rotulo: "Nascimento",
    nomes: ["nascimento", "data de nascimento", "data nascimento", "dt nascimento", "aniversario", "birthday"],
  },
  cpf: { rotulo: "CPF", nomes: ["cpf", "cpf do cliente"] },
  etiquetas: { rotulo: "Etiquetas", nomes: ["etiquetas", "etiqueta", "tags", "tag", "grupo", "grupos", "marcadores"] },
  observacoes: {
    rotulo: "Observações",
    nomes: ["observacoes", "observacao", "obs", "anotacoes", "notas", "comentarios", "notes"],
  },
  ultimaVisita: {
    rotulo: "Última visita",
    nomes: ["ultima visita", "ultimo atendimento", "ultimo agendamento", "ultima compra", "last visit"],
  },
  situacao: { rotulo: "Situação", nomes: ["situacao", "status", "ativo"] },
} as const;

type CampoImportado = keyof typeof colunasImportadas;

/** The most records that one file may hold, its header not counted. */
export const MAXIMO_IMPORTADAS = 20_000;

const limpo = (titulo: string) =>
  semAcento(titulo)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const campoPeloNome = new Map<string, CampoImportado>(
  Object.entries(colunasImportadas).flatMap(([campo, { nomes }]) =>
    nomes.map((nome) => [nome, campo as CampoImportado] as const),
  ),
);

/** What each column of the table holds; undefined where that is not known, or known from a column before. */
export type Cabecalho = { titulo: string; campo: CampoImportado | undefined }[];

export function lerCabecalho(celulas: string[]): Cabecalho {
  const vistos = new Set<CampoImportado>();
  return celulas.map((titulo) => {
    const campo = campoPeloNome.get(limpo(titulo));
    const novo = campo && !vistos.has(campo) ? campo : undefined;
    if (novo) vistos.add(novo);
    return { titulo: titulo.trim(), campo: novo };
  });
}

export const reconhecidas = (cabecalho: Cabecalho) => cabecalho.filter(({ campo }) => campo).length;

/** The civil day in `23/11/1980`, `1980-11-23` or the same with a time behind it. Null: neither. */
export function lerDia(texto: string): string | null {
  const [escrito] = texto.trim().split(/[ T]/);
  const brasileiro = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(escrito!);
  const iso = brasileiro
    ? `${brasileiro[3]}-${brasileiro[2]!.padStart(2, "0")}-${brasileiro[1]!.padStart(2, "0")}`
    : escrito!;
  const existe = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso));
  // JavaScript takes 31 February for 3 March.
  return existe && new Date(iso).toISOString().startsWith(iso) ? iso : null;
}

/** Tags in one cell: `vip, loira` or `vip; loira`; with a bar anywhere, only the bars divide. */
const lerEtiquetas = (texto: string) =>
  texto
    .split(texto.includes("|") ? "|" : /[,;]/)
    .map((etiqueta) => etiqueta.trim())
    .filter(Boolean);

/** Tags as one cell, from which the same tags are read again unless one holds a bar. */
export const escreverEtiquetas = (etiquetas: readonly string[]) =>
  etiquetas.some((etiqueta) => /[,;]/.test(etiqueta)) ? `${etiquetas.join("|")}|` : etiquetas.join(", ");

export type LinhaBruta = {
  nome: string;
  apelido: string;
  telefone: string;
  email: string;
  nascimento: string;
  cpf: string;
  etiquetas: string[];
  observacoes: string;
  ultimaVisita: string;
  ativo: boolean;
};

const INATIVO = ["inativo", "inativa", "nao", "n", "0", "false", "desativado", "desativada"];

/**
 * The cells of a record under the names that the house uses, still as somebody typed them. Days are civil days where they
 * could be read.
 */
export function lerLinha(cabecalho: Cabecalho, celulas: string[]): LinhaBruta {
  const lidos: Partial<Record<CampoImportado, string>> = {};
  cabecalho.forEach(({ campo }, i) => {
    if (campo) lidos[campo] = semProtecao((celulas[i] ?? "").trim());
  });
  const { nome = "", apelido = "", telefone = "", email = "", cpf = "", observacoes = "" } = lidos;
  const dia = (texto = "") => lerDia(texto) ?? texto;
  return {
    nome,
    apelido,
    telefone,
    email,
    // Spreadsheets drop the zeros with which a number begins.
    cpf: /^\d{8,10}$/.test(cpf) ? cpf.padStart(11, "0") : cpf,
    nascimento: dia(lidos.nascimento),
    etiquetas: lerEtiquetas(lidos.etiquetas ?? ""),
    observacoes,
    ultimaVisita: dia(lidos.ultimaVisita),
    ativo: !INATIVO.includes(limpo(lidos.situacao ?? "")),
  };
}
