import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { cargos, funcionarios, servicos, sessoes, usuarios } from "@/db/schema";
import type { Usuario } from "@/lib/server/actor";
import { AppError } from "@/lib/server/errors";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { comoSistema } from "./sql";

type Linha = Partial<typeof usuarios.$inferInsert>;

/** The people of every test, and what each of them may do. */
const equipe = {
  "Dona Célia": { tipo: "master" },
  Ana: { tipo: "restrito" },
  Bruno: { tipo: "restrito", podeCadastrarCargo: true },
  Carla: {
    tipo: "restrito",
    podeCadastrarCliente: true,
    podeCadastrarFuncionario: true,
    podeCadastrarCargo: true,
    podeAgendar: true,
    podeVerAgendamentos: true,
    podeVerRelatorios: true,
  },
  Diego: { tipo: "cliente" },
} as const satisfies Record<string, Linha & { tipo: string }>;

export type Nome = keyof typeof equipe;

let contador = 0;
const semAcento = (nome: string) =>
  nome
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();

// A hash says itself what verifying it costs; the tests verify hundreds.
const BARATA = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

/** A row of `usuarios` under one of the names, with an e-mail of its own. `senha` is hashed. */
export async function cadastrar(nome: Nome, { senha, ...mudancas }: Linha & { senha?: string } = {}) {
  const email = `${semAcento(nome)}${++contador}@exemplo.com.br`;
  const senhaHash = senha === undefined ? null : await hash(senha.normalize("NFC"), BARATA);
  const [pessoa] = await comoSistema((tx) =>
    tx
      .insert(usuarios)
      .values({ nome, email, senhaHash, ...equipe[nome], ...mudancas })
      .returning({ id: usuarios.id, email: usuarios.email, versao: usuarios.versao }),
  );
  return { id: pessoa!.id, email: pessoa!.email ?? "", versao: pessoa!.versao };
}

/** Signs somebody in without the door: a session row and the actor that it gives. */
export async function abrirSessao(usuarioId: number, dispositivo = "aparelho"): Promise<Usuario> {
  const [sessao] = await comoSistema((tx) =>
    tx
      .insert(sessoes)
      .values({ usuarioId, dispositivo, descricao: "Chrome no Android", endereco: "127.0.0.1" })
      .returning({ id: sessoes.id }),
  );
  const usuario = await usuarioDaSessao(sessao!.id);
  if (!usuario) throw new Error("Esta pessoa não pode entrar.");
  return usuario;
}

/** Somebody signed in: `const bruno = await contratar("Bruno")`. */
export async function contratar(nome: Exclude<Nome, "Diego">, mudancas?: Linha & { senha?: string }): Promise<Usuario> {
  return abrirSessao((await cadastrar(nome, mudancas)).id);
}

/** Changes somebody's row behind everybody's back, as another request would. */
export async function mudar(usuarioId: number, mudancas: Linha): Promise<void> {
  await comoSistema((tx) => tx.update(usuarios).set(mudancas).where(eq(usuarios.id, usuarioId)));
}

export async function cargo(nome: string) {
  const [linha] = await comoSistema((tx) => tx.insert(cargos).values({ nome }).returning());
  return linha!;
}

export async function funcionario(nome: string, cargoId: number, usuarioId: number | null = null) {
  const [linha] = await comoSistema((tx) => tx.insert(funcionarios).values({ nome, cargoId, usuarioId }).returning());
  return linha!;
}

/** What the form of a service sends when nothing is unusual. */
export const corte = {
  nome: "Corte",
  descricao: "",
  categoria: "Cabelo",
  precoTipo: "fixo" as const,
  precoCentavos: 4_500,
  duracaoMinutos: 30,
  preparoMinutos: 0,
  cor: "violeta" as const,
  assistenteAgenda: true,
  ativo: true,
};

export async function servico(mudancas: Partial<typeof servicos.$inferInsert> = {}) {
  const [linha] = await comoSistema((tx) =>
    tx
      .insert(servicos)
      .values({ ...corte, ...mudancas })
      .returning(),
  );
  return linha!;
}

/** The refusal with which a promise ends. @throws what else happened instead */
export async function recusaDe(promise: Promise<unknown>): Promise<AppError> {
  const answer = await promise.then(
    (value) => new Error(`Foi aceito: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (answer instanceof AppError && answer.code !== "inesperado") return answer;
  throw answer;
}
