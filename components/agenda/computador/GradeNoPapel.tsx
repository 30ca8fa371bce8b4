"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { situacoes } from "@/lib/domain/agenda";
import { escreverHoraDe } from "@/lib/domain/relogio";
import { quemE, type Coluna, type Conteudo } from "../colunas";
import { useAgenda } from "../use-agenda";

/** Whether the page is going to paper right now. */
function useNoPapel(): boolean {
  const [noPapel, setNoPapel] = useState(false);
  useEffect(() => {
    // The browser prints what is there when this event is over.
    const antes = () => flushSync(() => setNoPapel(true));
    const depois = () => setNoPapel(false);
    window.addEventListener("beforeprint", antes);
    window.addEventListener("afterprint", depois);
    return () => {
      window.removeEventListener("beforeprint", antes);
      window.removeEventListener("afterprint", depois);
    };
  }, []);
  return noPapel;
}

type GradeNoPapelProps = {
  titulo: string;
  colunas: readonly Coluna[];
  conteudos: readonly Conteudo[];
  rotuloDe: (coluna: Coluna) => string;
};

/** The grid as paper shows it: a list for each column that has something. */
export function GradeNoPapel({ titulo, colunas, conteudos, rotuloDe }: GradeNoPapelProps) {
  const { fuso } = useAgenda().janela;
  const noPapel = useNoPapel();
  if (!noPapel) return null;
  return (
    <section className="hidden print:block">
      <h1 className="mb-4 text-xl font-semibold">{titulo}</h1>
      {conteudos.every(({ blocos }) => !blocos.length) && <p>Nada marcado.</p>}
      {colunas.map((coluna, n) => {
        const { blocos } = conteudos[n]!;
        return (
          blocos.length > 0 && (
            <table key={coluna.chave} className="mb-5 w-full table-fixed border-collapse break-inside-avoid text-sm">
              <caption className="pb-1 text-left text-base font-semibold first-letter:uppercase">
                {rotuloDe(coluna)}
              </caption>
              <tbody>
                {blocos.map(({ item }) => (
                  <tr key={item.id} className="border-t align-top wrap-anywhere">
                    <td className="w-32 py-1 tabular-nums">
                      {escreverHoraDe(item.i, fuso)} às {escreverHoraDe(item.i + item.d, fuso)}
                    </td>
                    <td className="py-1 pr-3 font-medium">{quemE(item)}</td>
                    <td className="py-1 pr-3">{item.n}</td>
                    <td className="w-24 py-1">{situacoes[item.s]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        );
      })}
    </section>
  );
}
