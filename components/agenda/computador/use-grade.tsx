"use client";

import {
  Suspense,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from "react";
import { onDemand } from "@/components/ui/on-demand";
import { escreverHora } from "@/lib/domain/expediente";
import { instanteDoMinuto, minutoDe } from "@/lib/domain/relogio";
import { seMove, sombreado, type Bloco, type Coluna, type Conteudo } from "../colunas";
import { lugarDoPonto, passoAntes, type Trecho } from "../geometria";
import { useAgenda } from "../use-agenda";
import { useAtos } from "../use-atos";
import { useRemarcar } from "../use-remarcar";
import { comTecla, type Movimento } from "./movimento";
import { useDragBlock } from "./use-drag-block";

type GradeOptions = {
  colunas: readonly Coluna[];
  conteudos: readonly Conteudo[];
  faixa: Trecho;
  quadro: RefObject<HTMLElement | null>;
  rolagem: RefObject<HTMLElement | null>;
};

type Achado = Bloco & { indice: number };

const BlocoMenu = onDemand(() => import("./BlocoMenu"));

const perto = (event: { target: EventTarget }, seletor: string) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(seletor) : null;

const comoMover = "Setas mudam hora e coluna, Shift e setas mudam a duração. Enter confirma, Esc desiste.";

/**
 * What can be done in the grid with pointer and keys: open, book, move, stretch. It hears for all columns at once, so that
 * none is drawn anew for a new listener.
 */
export function useGrade({ colunas, conteudos, faixa, quadro, rolagem }: GradeOptions) {
  const { janela, podeAgendar, ir, abrir } = useAgenda();
  const { fuso, grade } = janela;
  const { pedir, dialogos } = useAtos(fuso);
  const remarcar = useRemarcar(pedir);
  const [movimento, setMovimento] = useState<Movimento | null>(null);
  const [dizer, setDizer] = useState("");
  const [menu, setMenu] = useState<{ bloco: Achado; caixa: DOMRect; devolver: () => void } | null>(null);

  const instante = (coluna: number, hora: number) => minutoDe(colunas[coluna]!.dia, hora, fuso);
  const anunciar = (m: Movimento, depois = "") =>
    setDizer(`${m.item.n}, ${colunas[m.coluna]!.profissional.nome}, ${escreverHora(m.inicio)}${depois}`);

  function soltar({ item, modo, coluna, inicio, duracao }: Movimento) {
    const { trecho, indice } = acharPorId(item.id)!;
    const parado = coluna === indice && inicio === trecho.inicio;
    const onde = modo === "esticar" || parado ? item.i : instante(coluna, inicio);
    void remarcar(item, { funcionarioId: colunas[coluna]!.profissional.id, inicio: onde, duracao });
  }
  const pegar = useDragBlock({
    quadro,
    rolagem,
    colunas: colunas.length,
    faixa,
    grade,
    aoMudar: setMovimento,
    aoSoltar: soltar,
  });

  function acharPorId(id: number): Achado | null {
    for (const [indice, { blocos }] of conteudos.entries()) {
      const bloco = blocos.find(({ item }) => item.id === id);
      if (bloco) return { ...bloco, indice };
    }
    return null;
  }
  function achar(event: { target: EventTarget }) {
    const bloco = perto(event, "[data-agendamento]");
    return bloco && acharPorId(Number(bloco.dataset.agendamento));
  }
  const base = ({ item, trecho, indice }: Achado) => ({
    item,
    coluna: indice,
    inicio: trecho.inicio,
    duracao: item.d,
  });

  function onClick(event: MouseEvent<HTMLElement>) {
    const bloco = achar(event);
    if (bloco) return ir({ abrir: bloco.item.id });
    const ponto = { x: event.clientX, y: event.clientY };
    const { coluna, hora } = lugarDoPonto(ponto, quadro.current!.getBoundingClientRect(), colunas.length, faixa);
    const funcionarioId = colunas[coluna]!.profissional.id;
    const inicio = instanteDoMinuto(instante(coluna, passoAntes(hora, grade)));
    if (sombreado(conteudos[coluna]!, hora)) abrir({ tipo: "motivo", lugar: { funcionarioId, inicio } });
    else if (podeAgendar) abrir({ tipo: "marcar", inicial: { funcionarioId, inicio } });
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const bloco = podeAgendar ? achar(event) : null;
    if (bloco && seMove(bloco.item)) pegar(perto(event, "[data-agendamento]")!, event, base(bloco));
  }

  function onKeyDown(event: KeyboardEvent) {
    const bloco = podeAgendar ? achar(event) : null;
    if (!bloco || !seMove(bloco.item) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (movimento?.por !== "teclado") {
      if (event.key.toLowerCase() === "m") comecarPeloTeclado(bloco);
      return;
    }
    const novo = comTecla(movimento, event, grade, colunas.length);
    if (novo) {
      setMovimento(novo);
      anunciar(novo, event.shiftKey ? `, até ${escreverHora((novo.inicio + novo.duracao) % 1_440)}` : "");
    } else if (event.key === "Enter" || event.key === "Escape") {
      setMovimento(null);
      if (event.key === "Enter") {
        soltar(movimento);
        seguir(movimento.item.id);
      } else setDizer("Não foi movido.");
    } else return;
    event.preventDefault();
  }

  /** The block may be another element in another column now: the focus goes along. */
  function seguir(id: number) {
    requestAnimationFrame(() => quadro.current?.querySelector<HTMLElement>(`[data-agendamento="${id}"]`)?.focus());
  }

  function comecarPeloTeclado(bloco: Achado) {
    const comecado: Movimento = { ...base(bloco), modo: "mover", por: "teclado" };
    setMovimento(comecado);
    anunciar(comecado, `. ${comoMover}`);
  }

  function onContextMenu(event: MouseEvent<HTMLElement>) {
    const bloco = achar(event);
    if (!bloco || !podeAgendar || !seMove(bloco.item) || movimento) return;
    event.preventDefault();
    const alvo = perto(event, "[data-agendamento]")!;
    alvo.focus();
    setMenu({ bloco, caixa: alvo.getBoundingClientRect(), devolver: () => alvo.focus() });
  }

  function onBlur(event: FocusEvent) {
    if (movimento?.por === "teclado" && event.target instanceof HTMLElement) setMovimento(null);
  }

  const porCima = (
    <>
      {dialogos}
      {menu && (
        <Suspense>
          <BlocoMenu
            caixa={menu.caixa}
            onMover={() => comecarPeloTeclado(menu.bloco)}
            onAbrir={() => ir({ abrir: menu.bloco.item.id, passo: "remarcar" })}
            onClose={() => {
              setMenu(null);
              menu.devolver();
            }}
          />
        </Suspense>
      )}
    </>
  );
  return { movimento, dizer, porCima, ouvintes: { onClick, onPointerDown, onKeyDown, onContextMenu, onBlur } };
}
