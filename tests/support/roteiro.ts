import { expect } from "vitest";
import type { Mensagem, Resposta } from "@/lib/domain/conversa/tipos";

/** A salon with which somebody talks; the pure core and the real database each have one. */
export type Salao = {
  dizer(mensagem: Mensagem): Promise<Resposta[]>;
  avancar(minutos: number): void;
  /** Somebody else takes a place: "Ana 2026-11-24 15:00 60". */
  ocupar(lugar: string): Promise<void>;
  /** The client's appointments that take time, as "Corte masculino; Bruno; 2026-11-24 15:00; agendado". */
  meus(): Promise<string[]>;
  modo(): Promise<string>;
};

export type Roteiro = {
  titulo: string;
  /** Who writes: Maria is a client since long, and usually has Corte feminino with Ana; "nova" is not registered yet. */
  quem?: "Maria" | "nova" | "sem nome";
  /** "2026-11-23 10:00" where nothing else is said. */
  agora?: string;
  /** Appointments of hers before: "Corte feminino; Ana; 2026-11-27 15:00". */
  tem?: string[];
  ajuste?: Record<string, unknown>;
  /**
   * `> ` what the client writes, `[x]` a tap on a button or row of the last reply, `[[x]]` on an older one, `< ` what the
   * answer says, `<! ` what it does not, `- ` no answer, `+ ` minutes go by, `# ` somebody takes a place, `~ ` a medium, `@ ` a tap on a reminder.
   */
  linhas: string[];
  fim?: string[];
  modo?: string;
};

const simples = (texto: string) => texto.replaceAll("*", "").replace(/\s+/g, " ").toLowerCase();
const escrita = ({ texto, botoes = [], lista }: Resposta) =>
  [
    texto,
    ...botoes.map(({ titulo }) => `[${titulo}]`),
    ...(lista?.linhas ?? []).map(({ titulo }) => `[${titulo}]`),
  ].join("\n");

/** Limits of Meta that every reply has to keep. */
export function conferirForma({ texto, botoes, lista }: Resposta) {
  expect(texto.length, texto).toBeGreaterThan(0);
  expect(texto.length, texto).toBeLessThanOrEqual(botoes || lista ? 1_024 : 4_096);
  const titulos = [...(botoes ?? []), ...(lista?.linhas ?? [])].map(({ titulo }) => titulo);
  expect(new Set(titulos).size, titulos.join()).toBe(titulos.length);
  expect(botoes?.length ?? 1).toBeGreaterThan(0);
  expect(botoes?.length ?? 0).toBeLessThanOrEqual(3);
  expect(lista?.linhas.length ?? 0).toBeLessThanOrEqual(10);
  for (const { id, titulo } of botoes ?? [])
    expect([id.length <= 200, titulo.length <= 20], titulo).toEqual([true, true]);
  for (const { id, titulo, descricao = "" } of lista?.linhas ?? [])
    expect([id.length <= 200, titulo.length <= 24, descricao.length <= 72], titulo).toEqual([true, true, true]);
  expect(lista?.botao.length ?? 0).toBeLessThanOrEqual(20);
}

/** Plays a script and holds every line of it against what the salon says. */
export async function encenar(salao: Salao, { linhas, fim, modo }: Roteiro): Promise<void> {
  const ditas: Resposta[] = [];
  let ultimas: Resposta[] = [];
  const falar = async (mensagem: Mensagem) => {
    ultimas = await salao.dizer(mensagem);
    ultimas.forEach(conferirForma);
    ditas.push(...ultimas);
  };
  const achar = (titulo: string, entre: Resposta[]) => {
    const opcoes = entre.flatMap(({ botoes = [], lista }) => [...botoes, ...(lista?.linhas ?? [])]);
    const achada = opcoes.find((uma) => uma.titulo === titulo);
    if (!achada)
      throw new Error(
        `Sem a opção ${titulo}: ${opcoes.map((uma) => uma.titulo).join(" | ")}\n${entre.map(escrita).join("\n")}`,
      );
    return achada;
  };
  for (const linha of linhas) {
    const resto = linha.slice(2);
    const antigo = /^\[\[(.+)\]\]$/.exec(linha);
    const novo = /^\[(.+)\]$/.exec(linha);
    const dito = ultimas.map(escrita).join("\n---\n");
    if (antigo) await falar({ tipo: "toque", ...achar(antigo[1]!, ditas) });
    else if (novo) await falar({ tipo: "toque", ...achar(novo[1]!, ultimas) });
    else if (linha.startsWith("> ")) await falar({ tipo: "texto", texto: resto });
    else if (linha.startsWith("@ ")) await falar({ tipo: "toque", id: resto, titulo: "Toque" });
    else if (linha.startsWith("~ ")) await falar({ tipo: "midia", que: resto as "audio", legenda: "" });
    else if (linha.startsWith("+ ")) salao.avancar(Number(resto));
    else if (linha.startsWith("# ")) await salao.ocupar(resto);
    else if (linha.startsWith("- ")) expect(dito, linha).toBe("");
    else if (linha.startsWith("<! ")) expect(simples(dito), linha).not.toContain(simples(linha.slice(3)));
    else expect(simples(dito), linha).toContain(simples(resto));
  }
  if (fim) expect(await salao.meus()).toEqual(fim);
  if (modo) expect(await salao.modo()).toBe(modo);
}
