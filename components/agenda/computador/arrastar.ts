import type { RefObject } from "react";
import { lugarDoPonto, type Trecho } from "../geometria";
import { esticadoAte, movidoPara, type Movimento } from "./movimento";

const DEDO_ESPERA_MS = 350;
const DEDO_TREME_PX = 8;
const MOUSE_ANDA_PX = 4;
const BORDA_PX = 48;
const ROLA_PX = 12;

type Ponto = { x: number; y: number };

export type DragOptions = {
  /** The box of all columns, and what scrolls around it. */
  quadro: RefObject<HTMLElement | null>;
  rolagem: RefObject<HTMLElement | null>;
  colunas: number;
  faixa: Trecho;
  grade: number;
  aoMudar: (movimento: Movimento | null) => void;
  aoSoltar: (movimento: Movimento) => void;
};

type Pega = { alvo: HTMLElement; pointerId: number; toque: boolean; ponto: Ponto; base: Movimento };

/** @param opcoes the newest ones: the page goes on while somebody drags @returns what ends it */
export function arrastar({ alvo, pointerId, toque, ponto: de, base }: Pega, opcoes: RefObject<DragOptions>) {
  let movimento: Movimento | null = null;
  let ponto = de;
  let tela = 0;
  const { inicio, duracao, modo } = base;
  const pega = horaEm(de).hora - (modo === "esticar" ? inicio + duracao : inicio);
  const espera = toque ? setTimeout(comecar, DEDO_ESPERA_MS) : undefined;
  const ouvintes = new AbortController();
  const ouvir = { signal: ouvintes.signal };
  const meu = (event: PointerEvent) => event.pointerId === pointerId;

  function horaEm(onde: Ponto) {
    const { quadro, colunas, faixa } = opcoes.current;
    return lugarDoPonto(onde, quadro.current!.getBoundingClientRect(), colunas, faixa);
  }
  function comecar() {
    alvo.setPointerCapture(pointerId);
    if (toque) navigator.vibrate?.(10);
    acompanhar();
    tela = requestAnimationFrame(rolar);
  }
  function acompanhar() {
    const { grade, aoMudar } = opcoes.current;
    const { coluna, hora } = horaEm(ponto);
    const antes = movimento ?? base;
    const novo =
      modo === "esticar" ? esticadoAte(antes, hora - pega, grade) : movidoPara(antes, coluna, hora - pega, grade);
    const parado =
      movimento && novo.coluna === antes.coluna && novo.inicio === antes.inicio && novo.duracao === antes.duracao;
    movimento = novo;
    if (!parado) aoMudar(novo);
  }
  function rolar() {
    const rolagem = opcoes.current.rolagem.current!;
    const caixa = rolagem.getBoundingClientRect();
    const passo = (aqui: number, comeco: number, fim: number) =>
      aqui < comeco + BORDA_PX ? -ROLA_PX : aqui > fim - BORDA_PX ? ROLA_PX : 0;
    const [dx, dy] = [passo(ponto.x, caixa.left, caixa.right), passo(ponto.y, caixa.top, caixa.bottom)];
    if (dx || dy) {
      rolagem.scrollBy(dx, dy);
      acompanhar();
    }
    tela = requestAnimationFrame(rolar);
  }
  function terminar() {
    // Also called when the next one begins: then there is no click left to swallow.
    if (ouvintes.signal.aborted) return;
    clearTimeout(espera);
    cancelAnimationFrame(tela);
    ouvintes.abort();
    if (movimento) calarClique(pointerId);
    opcoes.current.aoMudar(null);
  }

  document.addEventListener(
    "pointermove",
    (event) => {
      if (!meu(event)) return;
      ponto = { x: event.clientX, y: event.clientY };
      if (movimento) return acompanhar();
      const andou = Math.hypot(ponto.x - de.x, ponto.y - de.y);
      if (toque && andou > DEDO_TREME_PX) terminar();
      else if (!toque && andou > MOUSE_ANDA_PX) comecar();
    },
    ouvir,
  );
  document.addEventListener(
    "pointerup",
    (event) => {
      if (!meu(event)) return;
      const feito = movimento;
      terminar();
      if (feito) opcoes.current.aoSoltar(feito);
    },
    ouvir,
  );
  document.addEventListener("pointercancel", (event) => meu(event) && terminar(), ouvir);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !movimento) return;
      event.preventDefault();
      terminar();
    },
    { ...ouvir, capture: true },
  );
  // Once the finger has picked it up, moving must neither scroll nor open the browser's own menu.
  document.addEventListener("touchmove", (event) => movimento && event.preventDefault(), { ...ouvir, passive: false });
  alvo.addEventListener("contextmenu", (event) => toque && event.preventDefault(), ouvir);
  return terminar;
}

/** The browser ends a drag with a click, also after Esc once the button is let go; it would open the appointment. */
function calarClique(pointerId: number) {
  const surdo = new AbortController();
  const { signal } = surdo;
  const ouvirDeNovo = (event: PointerEvent) => {
    if (event.pointerId === pointerId) setTimeout(() => surdo.abort(), 0);
  };
  window.addEventListener("click", (event) => event.stopPropagation(), { capture: true, signal });
  for (const fim of ["pointerup", "pointercancel"] as const) window.addEventListener(fim, ouvirDeNovo, { signal });
}
