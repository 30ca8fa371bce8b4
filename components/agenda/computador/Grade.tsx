"use client";

import clsx from "clsx";
import { useEffectEvent, useLayoutEffect, useMemo, useRef, type ReactNode } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { conteudoDe, faixaDe, horaNoDia, visiveis, type Coluna as ColunaDados } from "../colunas";
import { UNIDADE } from "../geometria";
import { useAgenda } from "../use-agenda";
import { Coluna } from "./Coluna";
import { Eixo, LinhaDoAgora } from "./Eixo";
import { Fantasma } from "./Fantasma";
import { GradeNoPapel } from "./GradeNoPapel";
import { useGrade } from "./use-grade";

type GradeProps = {
  rotulo: string;
  colunas: readonly ColunaDados[];
  cabeca: (coluna: ColunaDados, quantos: number) => ReactNode;
  rotuloDe: (coluna: ColunaDados) => string;
};

const HORA = 60;
const ACIMA_DO_AGORA = 60;
/** More than these the browser draws by itself: drawing them twice would cost the server more than all the rest. */
const DO_SERVIDOR = 150;

/** Columns under a common axis of time. It scrolls within itself; axis and heads stay. */
export function Grade({ rotulo, colunas, cabeca, rotuloDe }: GradeProps) {
  const { janela, endereco, agora, carregando, podeAgendar } = useAgenda();
  const { fuso, itens } = janela;
  const { canceladas, profissional } = endereco;
  const vistos = useMemo(() => visiveis(itens, { canceladas, profissional }), [itens, canceladas, profissional]);
  const hidratada = useHydrated();
  const conteudos = useMemo(
    () => colunas.map((coluna) => conteudoDe(coluna, janela, vistos)),
    [colunas, janela, vistos],
  );
  const faixa = useMemo(() => faixaDe(conteudos), [conteudos]);
  const rolagem = useRef<HTMLDivElement>(null);
  const quadro = useRef<HTMLDivElement>(null);
  const { movimento, dizer, ouvintes, porCima } = useGrade({ colunas, conteudos, faixa, quadro, rolagem });

  const hoje = colunas.findIndex(({ dia }) => {
    const hora = horaNoDia(agora, dia, fuso);
    return hora >= 0 && hora < 1_440;
  });
  const horaDeAgora = hoje >= 0 ? horaNoDia(agora, colunas[hoje]!.dia, fuso) : null;
  const comeco = colunas[0]?.dia;
  // Where a day begins to be looked at; from then on the person scrolls.
  const rolar = useEffectEvent(() => {
    const aberta = faixa.inicio + HORA;
    const alvo = horaDeAgora === null ? aberta : Math.max(aberta, horaDeAgora - ACIMA_DO_AGORA);
    const parte = (alvo - faixa.inicio) / (faixa.fim - faixa.inicio);
    rolagem.current!.scrollTop = parte * quadro.current!.clientHeight;
  });
  useLayoutEffect(() => {
    if (!carregando) rolar();
  }, [comeco, carregando]);

  return (
    <>
      <div
        ref={rolagem}
        role="region"
        aria-label={rotulo}
        aria-busy={carregando}
        tabIndex={0}
        className="relative h-[calc(100dvh-var(--top-bar)-11.5rem)] min-h-112 overflow-auto overscroll-contain rounded-lg border bg-surface -outline-offset-2 [--u:0.5rem] print:hidden pointer-coarse:[--u:0.75rem]"
      >
        <div
          className="grid w-full min-w-fit"
          style={{ gridTemplateColumns: `3.25rem repeat(${colunas.length}, minmax(5.375rem, 1fr))` }}
        >
          <div className="sticky top-0 left-0 z-20 border-b bg-surface" />
          {colunas.map((coluna, indice) => (
            <div key={coluna.chave} className="sticky top-0 z-10 min-w-0 border-b border-l bg-surface">
              {cabeca(coluna, conteudos[indice]!.blocos.length)}
            </div>
          ))}
          <Eixo faixa={faixa} agora={horaDeAgora} />
          <div
            ref={quadro}
            {...ouvintes}
            className={clsx(
              "relative grid grid-cols-subgrid bg-[repeating-linear-gradient(to_bottom,var(--line)_0_1px,transparent_1px_calc(var(--u)*6),color-mix(in_oklab,var(--line)_55%,transparent)_calc(var(--u)*6)_calc(var(--u)*6+1px),transparent_calc(var(--u)*6+1px)_calc(var(--u)*12))]",
              podeAgendar && "cursor-cell",
            )}
            style={{
              gridColumn: `2 / span ${colunas.length}`,
              height: `calc(var(--u) * ${(faixa.fim - faixa.inicio) / UNIDADE})`,
            }}
          >
            {colunas.map((coluna, indice) => (
              <Coluna
                key={coluna.chave}
                indice={indice}
                coluna={coluna}
                conteudo={conteudos[indice]!}
                desenhada={hidratada || vistos.length <= DO_SERVIDOR}
                faixa={faixa}
                cor={endereco.cor}
                podeAgendar={podeAgendar}
                levado={
                  movimento && conteudos[indice]!.blocos.some(({ item }) => item.id === movimento.item.id)
                    ? movimento.item.id
                    : null
                }
                rotulo={rotuloDe(coluna)}
              />
            ))}
            <LinhaDoAgora faixa={faixa} agora={horaDeAgora} colunas={colunas} fuso={fuso} instante={agora} />
            {movimento && <Fantasma movimento={movimento} colunas={colunas} faixa={faixa} cor={endereco.cor} />}
          </div>
        </div>
        <p role="status" className="sr-only">
          {dizer}
        </p>
        {porCima}
      </div>
      <GradeNoPapel titulo={rotulo} colunas={colunas} conteudos={conteudos} rotuloDe={rotuloDe} />
    </>
  );
}
