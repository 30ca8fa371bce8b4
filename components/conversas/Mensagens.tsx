"use client";

import { Fragment, useEffect, useRef, type ReactNode } from "react";
import { useHoje } from "@/components/agendamentos/use-hoje";
import type { MensagemVista } from "@/lib/balcao/queries";
import { escreverDiaRelativo, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { Balao } from "./Balao";

type MensagensProps = {
  mensagens: readonly MensagemVista[];
  fuso: string;
  rotulo: string;
  doCliente?: boolean;
  onEscolher?: (escolha: { id: string; titulo: string }) => void;
  /** Before the oldest: a way to older ones. */
  antes?: ReactNode;
  /** After the latest: what is under way. */
  depois?: ReactNode;
};

const PERTO_PX = 160;

/** The messages under their days. It stays at the end while somebody is there, and where they are while they read. */
export function Mensagens({ mensagens, fuso, rotulo, doCliente, onEscolher, antes, depois }: MensagensProps) {
  const caixa = useRef<HTMLDivElement>(null);
  const noFim = useRef(true);
  const ultima = mensagens.at(-1);
  const hoje = useHoje(fuso);

  useEffect(() => {
    if (noFim.current && caixa.current) caixa.current.scrollTop = caixa.current.scrollHeight;
  }, [ultima?.id, ultima?.situacao, depois]);

  const diaDe = (mensagem: MensagemVista | undefined) => mensagem && relogio(minutoDoInstante(mensagem.em), fuso).dia;

  return (
    <div
      ref={caixa}
      role="log"
      aria-label={rotulo}
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto overscroll-contain bg-background px-3 py-4 -outline-offset-2 md:px-5"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        noFim.current = scrollHeight - scrollTop - clientHeight < PERTO_PX;
      }}
    >
      {antes}
      <ul className="grid grid-cols-1 gap-2">
        {mensagens.map((mensagem, i) => {
          const dia = diaDe(mensagem)!;
          return (
            <Fragment key={mensagem.id}>
              {dia !== diaDe(mensagens[i - 1]) && (
                <li className="py-1 text-center text-sm text-muted first-letter:uppercase">
                  {escreverDiaRelativo(dia, hoje)}
                </li>
              )}
              <Balao
                mensagem={mensagem}
                fuso={fuso}
                doCliente={doCliente}
                onEscolher={i === mensagens.length - 1 || doCliente ? onEscolher : undefined}
              />
            </Fragment>
          );
        })}
      </ul>
      {depois}
    </div>
  );
}
