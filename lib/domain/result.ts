/** Every way in which the house says no. */
export type ErrorCode =
  | "nao_autenticado"
  | "sem_permissao"
  | "nao_encontrado"
  | "invalido"
  | "conflito"
  | "aviso"
  | "em_uso"
  | "ocupado"
  | "limite"
  | "inesperado";

/** What the proxy answers instead of an action, so that the browser knows a refusal from a broken connection. */
export const recusas = {
  nao_autenticado: "Sua sessão terminou. Entre de novo para continuar.",
  sem_permissao: "Você não tem permissão para isso.",
} as const satisfies Partial<Record<ErrorCode, string>>;

export type Failure = {
  code: ErrorCode;
  /** One sentence in Portuguese, for the person. */
  message: string;
  /** Sentences by field path of the form, e.g. `{ nome: "Informe o nome." }`. */
  fields?: Record<string, string>;
  /** Where the person can see what stands in the way: "Abrir Dona Célia". */
  link?: { href: string; label: string };
  /** Of an `aviso`: what the person should know before going on, which they do by sending the keys along. */
  avisos?: { chave: string; frase: string }[];
  /** After a place was lost: the nearest free ones. `inicio` is an ISO instant. */
  sugestoes?: { funcionarioId: number; funcionario: string; inicio: string }[];
  /** After a lost race (`conflito`): the newer values of the row, with its `versao`. */
  current?: Record<string, unknown>;
};

/** What a server action answers. It never throws for what a person can mend. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** One page of a list, read by keyset. `total` is exact up to 1,000; beyond that `totalExact` is false. */
export type Page<T> = {
  rows: T[];
  total: number;
  totalExact: boolean;
  /** Cursor of the previous and the next page for `?antes=` and `?depois=`, null at the ends. */
  before: string | null;
  after: string | null;
};

/** What a plain form of the doors shows after it was refused: why, and what was typed (never a password). */
export type FormState = { error?: Failure; values?: Record<string, string> };
