"use client";

import { useEffectEvent, useLayoutEffect, useMemo, useRef, type MouseEvent } from "react";
import type { Item, Profissional } from "@/lib/agenda/queries";
import { instanteDoMinuto, minutoDe } from "@/lib/domain/relogio";
import { conteudoDe, faixaDe, horaNoDia, sombreado, visiveis, type Coluna as ColunaDados } from "../colunas";
import { Coluna } from "../computador/Coluna";
import { Eixo, LinhaDoAgora } from "../computador/Eixo";
import { lugarDoPonto, passoAntes, UNIDADE } from "../geometria";
import { useAgenda } from "../use-agenda";
import { useToqueLongo } from "./use-toque-longo";

const DIA = 1_440;

type CelularDiaProps = { profissional: Profissional; onAtalhos: (item: Item) => void };

/** One professional's day: tap a free time to book, an appointment to open it, rest on it for its next situations. */
export function CelularDia({ profissional, onAtalhos }: CelularDiaProps) {
  const { janela, endereco, agora, carregando, podeAgendar, abrir } = useAgenda();
  const { dia, canceladas, cor } = endereco;
  const { fuso, itens, grade } = janela;
  const quadro = useRef<HTMLDivElement>(null);
  const coluna: ColunaDados = useMemo(
    () => ({ chave: String(profissional.id), dia, profissional }),
    [dia, profissional],
  );
  const conteudo = useMemo(
    () => conteudoDe(coluna, janela, visiveis(itens, { canceladas, profissional: profissional.id })),
    [coluna, janela, itens, canceladas, profissional.id],
  );
  const faixa = useMemo(() => faixaDe([conteudo]), [conteudo]);
  const hora = horaNoDia(agora, dia, fuso);
  const horaDeAgora = hora >= 0 && hora < DIA ? hora : null;

  // Where a day begins to be looked at: today at now. From then on the person scrolls.
  const rolar = useEffectEvent(() => {
    if (horaDeAgora === null) return window.scrollTo({ top: 0 });
    const caixa = quadro.current!.getBoundingClientRect();
    const altura = ((horaDeAgora - faixa.inicio) / (faixa.fim - faixa.inicio)) * caixa.height;
    window.scrollTo({ top: window.scrollY + caixa.top + altura - window.innerHeight * 0.4 });
  });
  useLayoutEffect(() => {
    if (!carregando) rolar();
  }, [dia, carregando]);

  const toques = useToqueLongo(itens, onAtalhos);

  function onClick(event: MouseEvent<HTMLDivElement>) {
    toques.onClick(event);
    if (event.isPropagationStopped()) return;
    const ponto = { x: event.clientX, y: event.clientY };
    const { hora } = lugarDoPonto(ponto, quadro.current!.getBoundingClientRect(), 1, faixa);
    const inicio = instanteDoMinuto(minutoDe(dia, passoAntes(hora, grade), fuso));
    const lugar = { funcionarioId: profissional.id, inicio };
    if (sombreado(conteudo, hora)) abrir({ tipo: "motivo", lugar });
    else if (podeAgendar) abrir({ tipo: "marcar", inicial: lugar });
  }

  return (
    <div
      role="region"
      aria-label={`Agenda de ${profissional.nome}`}
      aria-busy={carregando}
      className="relative grid grid-cols-[2.75rem_minmax(0,1fr)] rounded-lg border bg-surface [--u:0.9375rem]"
    >
      <Eixo faixa={faixa} agora={horaDeAgora} />
      <div
        ref={quadro}
        {...toques}
        onClick={onClick}
        style={{ height: `calc(var(--u) * ${(faixa.fim - faixa.inicio) / UNIDADE})` }}
        className="relative grid touch-pan-y grid-cols-1 bg-[repeating-linear-gradient(to_bottom,var(--line)_0_1px,transparent_1px_calc(var(--u)*6),color-mix(in_oklab,var(--line)_55%,transparent)_calc(var(--u)*6)_calc(var(--u)*6+1px),transparent_calc(var(--u)*6+1px)_calc(var(--u)*12))] [-webkit-touch-callout:none]"
      >
        <Coluna
          desenhada
          indice={0}
          coluna={coluna}
          conteudo={conteudo}
          faixa={faixa}
          cor={cor}
          podeAgendar={false}
          levado={null}
          rotulo={profissional.nome}
        />
        <LinhaDoAgora faixa={faixa} agora={horaDeAgora} colunas={[coluna]} fuso={fuso} instante={agora} />
      </div>
    </div>
  );
}
