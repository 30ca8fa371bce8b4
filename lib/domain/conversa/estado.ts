import type { Botao, Estado, Pergunta, Rascunho, Resposta, Saida } from "./tipos";

/** A conversation that has not begun. */
export const inicial: Estado = {
  v: 1,
  pergunta: { tipo: "nada" },
  rascunho: null,
  ficha: 0,
  naoEntendidas: 0,
  ultimaEm: 0,
  respondidas: [],
  ditas: [],
  feito: null,
};

/** What was stored, or a new beginning where it is of another version. */
export function lerEstado(guardado: unknown): Estado {
  const lido = guardado as Partial<Estado> | null;
  return lido?.v === 1 ? { ...inicial, ...lido } : inicial;
}

export const rascunhoVazio: Rascunho = {
  servicos: [],
  duvidas: [],
  profissionalId: null,
  quais: [],
  dias: null,
  horas: null,
  recusas: { dias: [], horas: [], profissionais: [] },
  atendido: null,
  nome: null,
  alvo: null,
  vistas: [],
  escolhido: null,
};

const cortar = (texto: string, letras: number) =>
  texto.length <= letras ? texto : `${texto.slice(0, letras - 1).trimEnd()}…`;

/** A tap says what could have been typed: `[title, text]`. The same title twice is one. */
type Escolha = readonly [titulo: string, dito: string, descricao?: string];

const fazerId = (ficha: number | "menu", dito: string) => `v1.${ficha}.${dito}`;

/** What a tap says, and on which question; null: it is none of ours. */
export function lerToque(id: string): { ficha: number | "menu"; dito: string } | null {
  const partes = /^v1\.(\d+|menu)\.(.+)$/s.exec(id);
  if (!partes) return null;
  return { ficha: partes[1] === "menu" ? "menu" : Number(partes[1]), dito: partes[2]! };
}

const umDeCada = (escolhas: readonly Escolha[], letras: number) => [
  ...new Map(escolhas.map((escolha) => [cortar(escolha[0], letras), escolha])).entries(),
];

export function comBotoes(texto: string, ficha: number | "menu", escolhas: readonly Escolha[]): Resposta {
  const botoes = umDeCada(escolhas, 20).map(([titulo, [, dito]]): Botao => ({ id: fazerId(ficha, dito), titulo }));
  return botoes.length ? { texto, botoes: botoes.slice(0, 3) } : { texto };
}

/** Three choices are buttons, more are a list. */
export function comEscolhas(texto: string, ficha: number, botao: string, escolhas: readonly Escolha[]): Resposta {
  if (escolhas.length <= 3) return comBotoes(texto, ficha, escolhas);
  const linhas = umDeCada(escolhas, 24).map(([titulo, [, dito, descricao]]) => ({
    id: fazerId(ficha, dito),
    titulo,
    ...(descricao && { descricao: cortar(descricao, 72) }),
  }));
  return { texto, lista: { botao: cortar(botao, 20), linhas: linhas.slice(0, 10) } };
}

/** Says something and waits for an answer; taps on what was asked before are old from now on. */
export function perguntar(estado: Estado, pergunta: Pergunta, fazer: (ficha: number) => Resposta): Saida {
  const ficha = estado.ficha + 1;
  return { estado: { ...estado, pergunta, ficha }, respostas: [fazer(ficha)] };
}

/** Says something and waits for nothing: what was being put together is over. */
export function terminar(estado: Estado, ...respostas: Resposta[]): Saida {
  return {
    estado: { ...estado, pergunta: { tipo: "nada" }, rascunho: null, ficha: estado.ficha + 1 },
    respostas,
  };
}

/** Puts a sentence before what is said. */
export function antes(texto: string, saida: Saida): Saida {
  const [primeira, ...outras] = saida.respostas;
  if (!primeira) return { ...saida, respostas: [{ texto }] };
  return { ...saida, respostas: [{ ...primeira, texto: `${texto}\n\n${primeira.texto}` }, ...outras] };
}
