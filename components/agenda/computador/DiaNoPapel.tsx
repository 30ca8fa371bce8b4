"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { situacoes } from "@/lib/domain/agenda";
import { escreverDiaLongo, escreverHoraDe } from "@/lib/domain/relogio";
import { quemE, visiveis } from "../colunas";
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

/** The day as paper shows it: a list for each professional. */
export function DiaNoPapel() {
  const { janela, endereco } = useAgenda();
  const noPapel = useNoPapel();
  if (!noPapel) return null;
  const { fuso, itens, profissionais } = janela;
  const doDia = visiveis(itens, endereco);
  const comAlgo = profissionais.filter(({ id }) => doDia.some(({ f }) => f === id));
  return (
    <section className="hidden print:block">
      <h1 className="mb-4 text-xl font-semibold first-letter:uppercase">{escreverDiaLongo(endereco.dia)}</h1>
      {!comAlgo.length && <p>Nada marcado.</p>}
      {comAlgo.map(({ id, nome }) => (
        <table key={id} className="mb-5 w-full border-collapse break-inside-avoid text-sm">
          <caption className="pb-1 text-left text-base font-semibold">{nome}</caption>
          <tbody>
            {doDia
              .filter(({ f }) => f === id)
              .map((item) => (
                <tr key={item.id} className="border-t align-top">
                  <td className="w-28 py-1 tabular-nums">
                    {escreverHoraDe(item.i, fuso)} às {escreverHoraDe(item.i + item.d, fuso)}
                  </td>
                  <td className="py-1 pr-3 font-medium">{quemE(item)}</td>
                  <td className="py-1 pr-3">{item.n}</td>
                  <td className="w-24 py-1">{situacoes[item.s]}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
