import { hash, verify } from "@node-rs/argon2";

// RFC 9106 (second recommended option is 64 MiB; OWASP's minimum of 19 MiB, two passes, keeps a sign-in near 70 ms).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id, PHC string. @param senha at most 1,000 characters, bounded by the schemas */
export const hashSenha = (senha: string): Promise<string> => hash(senha.normalize("NFC"), COST);

let nobody: Promise<string> | undefined;

/**
 * Verifies exactly once whatever happens: without a hash (unknown person, no password) against one that nobody knows,
 * so that the time tells nothing.
 */
export async function senhaConfere(senhaHash: string | null | undefined, senha: string): Promise<boolean> {
  const against = senhaHash ?? (await (nobody ??= hashSenha(crypto.randomUUID())));
  return (await verify(against, senha.normalize("NFC"))) && Boolean(senhaHash);
}

/** Whether a password is among the 49,000 commonest of known leaks, without regard to case. */
export async function senhaComum(senha: string): Promise<boolean> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return dictionary["passwords-common"].includes(senha.toLowerCase());
}

// No 0/O, 1/l/I: a temporary password is read aloud and typed by hand.
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Three groups of four, about 59 bits: "k7mp-2xhd-9rtw". */
function senhaTemporaria(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint32Array(12)), (n) => ALPHABET[n % ALPHABET.length]);
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join("")).join("-");
}

const UM_DIA = 24 * 60 * 60 * 1000;

/** A temporary password and the columns of `usuarios` that make it one: dead after 24 hours, to be changed at sign-in. */
export async function primeiraSenha(now: Date) {
  const senha = senhaTemporaria();
  const senhaExpiraEm = new Date(now.getTime() + UM_DIA);
  return { senha, colunas: { senhaHash: await hashSenha(senha), deveTrocarSenha: true, senhaExpiraEm } };
}
