import { DrizzleQueryError } from "drizzle-orm";
import { ZodError } from "zod";
import { recusas, type ErrorCode, type Failure } from "@/lib/domain/result";
import { log, safeError } from "./log";

/** The one error that may reach a person. `asAppError` makes one of anything else. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields?: Record<string, string>;
  readonly link?: Failure["link"];
  readonly current?: Record<string, unknown>;
  readonly avisos?: Failure["avisos"];
  readonly sugestoes?: Failure["sugestoes"];

  constructor(code: ErrorCode, message: string, more: Omit<Failure, "code" | "message"> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    Object.assign(this, more);
  }
}

export const semPermissao = () => new AppError("sem_permissao", recusas.sem_permissao);
export const naoEncontrado = () =>
  new AppError("nao_encontrado", "Não encontramos este registro. Ele pode ter sido excluído.");
/** A refusal that stands on one field of a form. */
export const recusarCampo = (campo: string, frase: string) =>
  new AppError("invalido", "Confira os campos marcados.", { fields: { [campo]: frase } });
export const naoAutenticado = () => new AppError("nao_autenticado", recusas.nao_autenticado);

const ocupado = () =>
  new AppError("ocupado", "Muita gente está mexendo nisto agora. Tente de novo em alguns segundos.");

const semResposta = () =>
  new AppError("ocupado", "O sistema não respondeu a tempo. Tente de novo em alguns segundos: nada sai repetido.");

const semDisco = () =>
  new AppError("ocupado", "O disco do servidor está cheio e nada foi salvo. Avise quem cuida da instalação.");

/** What each constraint of the database says to a person, and the field that it concerns. */
const refusals: Record<string, { field: string; message: string }> = {
  cargos_nome_unico: { field: "nome", message: "Já existe um cargo com este nome." },
  servicos_nome_unico: { field: "nome", message: "Já existe um serviço com este nome." },
  usuarios_email_unico: { field: "email", message: "Já existe alguém com este e-mail." },
  usuarios_telefone_unico: { field: "telefone", message: "Já existe alguém com este telefone." },
  usuarios_cpf_unico: { field: "cpf", message: "Já existe alguém com este CPF." },
  consentimentos_vigente: { field: "canal", message: "Este cliente já consentiu neste canal." },
  excecoes_data_unica: { field: "data", message: "Já existe uma data especial neste dia." },
  excecoes_anual_unica: { field: "data", message: "Já existe uma data especial de todo ano neste dia." },
  funcionarios_usuario_unico: { field: "usuarioId", message: "Este usuário já está ligado a outro funcionário." },
  funcionarios_matricula_unica: { field: "matricula", message: "Já existe um funcionário com esta matrícula." },
};

type DatabaseError = { code?: string; constraint?: string };

const causeOf = (error: unknown) => (error instanceof DrizzleQueryError ? error.cause : error);

function databaseError(error: unknown): DatabaseError | undefined {
  const cause = causeOf(error);
  return cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? (cause as DatabaseError)
    : undefined;
}

/** Whether every connection stayed taken while we waited for one; pg-pool gives this error no code. */
function isPoolTaken(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof Error && cause.message === "timeout exceeded when trying to connect";
}

/** SQLSTATE of a server that goes, starts or takes nobody more (class 08, 53300 and most of 57P), and what a broken line says. */
const AWAY = /^(08...|53300|57P0[1235]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
/** What `pg` says without a code. */
const SILENT = ["Connection terminated", "Query read timeout", "Client has encountered", "Client was closed"];

/** Whether the database did not answer, so that nobody knows what became of what it was asked. */
function isDatabaseAway(error: unknown): boolean {
  const cause = causeOf(error);
  if (!(cause instanceof Error)) return false;
  return AWAY.test(databaseError(error)?.code ?? "") || SILENT.some((text) => cause.message.startsWith(text));
}

/** Whether a transaction failed only because of its neighbours and deserves another try: 40001, 40P01. */
export function isRetryable(error: unknown): boolean {
  return ["40001", "40P01"].includes(databaseError(error)?.code ?? "");
}

/** The code of what the database does not take for what it is, rather than for how busy it is: classes 22 and 23. */
export const dataRefused = (error: unknown) => /^2[23].*/.exec(databaseError(error)?.code ?? "")?.[0];

/** Whether somebody else already has what must be unique: 23505. */
export const isDuplicate = (error: unknown) => databaseError(error)?.code === "23505";

function fromDatabase({ code, constraint }: DatabaseError): AppError | undefined {
  const refusal = constraint ? refusals[constraint] : undefined;
  switch (code) {
    case "23505":
      return new AppError("conflito", refusal?.message ?? "Isto já está cadastrado.", {
        fields: refusal && { [refusal.field]: refusal.message },
      });
    case "23P01":
      return new AppError(
        "conflito",
        constraint === "expedientes_periodos"
          ? "Este profissional já tem um expediente em parte deste período."
          : "Este horário já está ocupado.",
      );
    case "23001":
      return new AppError("em_uso", "Outros registros dependem deste. Por isso ele não pode ser excluído.");
    // Chosen but gone, or (before PostgreSQL 18) deleted but chosen meanwhile: the server says which only in its language.
    case "23503":
      return new AppError("em_uso", "O que se liga a este registro mudou ou não existe mais. Recarregue a página.");
    case "23514":
    case "22001":
    case "22003":
    case "22007":
    case "22008":
    case "22021":
    case "22P02":
    case "22P05":
      return new AppError("invalido", "Algum valor está fora do permitido. Confira os campos.");
    case "HM004":
      return semPermissao();
    case "HM005":
      return new AppError(
        "conflito",
        "O caixa deste dia está fechado. Reabra o dia, dizendo o motivo, para mudar o que foi recebido nele.",
        { link: { href: "/agenda/caixa", label: "Abrir o caixa" } },
      );
    case "HM003":
      return new AppError("conflito", "A empresa precisa de pelo menos um master ativo.");
    case "53100":
      return semDisco();
    case "55P03":
    case "57014":
    case "40001":
    case "40P01":
      return ocupado();
    default:
      return undefined;
  }
}

function fromZod(error: ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return new AppError("invalido", "Confira os campos marcados.", { fields });
}

/** What went wrong, for people; undefined for what nobody foresaw. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return fromZod(error);
  if (isPoolTaken(error)) return ocupado();
  if (isDatabaseAway(error)) return semResposta();
  const refused = databaseError(error);
  return refused && fromDatabase(refused);
}

/**
 * An error as a door lets it out: what nobody foresaw is logged here, once, however many doors it leaves by, and leaves
 * as `inesperado`, with the beginning of the id under which it is in the log.
 *
 * @param line what else the log is to say
 */
export function asAppError(error: unknown, line: { requestId: string } & Record<string, unknown>): AppError {
  const known = toAppError(error);
  if (known) return known;
  // The message stays in: a database error's holds the row, and Next prints what a page throws.
  log.error({ ...line, error: safeError(error) }, "failed");
  const codigo = line.requestId.slice(0, 8);
  return new AppError(
    "inesperado",
    `Algo deu errado do nosso lado e nada foi salvo. Tente de novo. (código ${codigo})`,
  );
}

/** What the browser hears of an error. */
export function toFailure(error: AppError): Failure {
  const { code, message, fields, link, current, avisos, sugestoes } = error;
  const more = Object.entries({ fields, link, current, avisos, sugestoes }).filter(([, value]) => value);
  return { code, message, ...Object.fromEntries(more) };
}
