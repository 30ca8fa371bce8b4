/** What tells that two lines, or a line and somebody registered, are one person. */
export type Identidade = {
  linha: number;
  nome: string;
  telefone: string | null;
  cpf: string | null;
  email: string | null;
  nascimento: string | null;
};

/** What becomes of a line: a new client, somebody who is registered already, or the same person as an earlier line. */
export type Destino<P> = { tipo: "novo" } | { tipo: "existe"; pessoa: P } | { tipo: "repetida"; de: number };

/** Whether nothing but the name says who it is. */
const soNome = ({ telefone, cpf, email }: Pick<Identidade, "telefone" | "cpf" | "email">) =>
  !telefone && !cpf && !email;

const chaves = ({ telefone, cpf, email }: Identidade) =>
  [telefone && `telefone ${telefone}`, cpf && `cpf ${cpf}`, email && `email ${email}`].filter(
    (chave) => chave !== null,
  );

type Dono<P> = Exclude<Destino<P>, { tipo: "novo" }>;
type Homonimo<P> = { nascimento: string | null; dono: Dono<P> };

/**
 * Decides line by line, in the order of the file. Phone, CPF and e-mail of every line count for the lines after it, also
 * those of a line that makes no client: so the same file finds nobody new a second time. A line with nothing but a name
 * is whoever has that name, unless both say a birthday and the days differ.
 *
 * @param registrados by line, whom of those registered it is
 * @param chaveDoNome a name as it is compared
 */
export function destinos<P>(
  linhas: readonly Identidade[],
  registrados: ReadonlyMap<number, P>,
  chaveDoNome: (nome: string) => string,
): Destino<P>[] {
  const donos = new Map<string, Dono<P>>();
  const homonimos = new Map<string, Homonimo<P>[]>();

  return linhas.map((linha) => {
    const nome = chaveDoNome(linha.nome);
    const pessoa = registrados.get(linha.linha);
    const conhecido = (): Dono<P> | undefined => {
      if (!soNome(linha)) return donos.get(chaves(linha).find((chave) => donos.has(chave)) ?? "");
      return homonimos.get(nome)?.find(({ nascimento: outro }) => {
        return !outro || !linha.nascimento || outro === linha.nascimento;
      })?.dono;
    };
    const achado = pessoa === undefined ? conhecido() : { tipo: "existe" as const, pessoa };
    const dono = achado ?? { tipo: "repetida" as const, de: linha.linha };
    for (const chave of chaves(linha)) if (!donos.has(chave)) donos.set(chave, dono);
    if (!homonimos.has(nome)) homonimos.set(nome, []);
    homonimos.get(nome)!.push({ nascimento: linha.nascimento, dono });
    return achado ?? { tipo: "novo" };
  });
}
