"use client";

import clsx from "clsx";
import { useMemo } from "react";
import { ocupam } from "@/lib/domain/agenda";
import { escreverDiaLongo, relogio, somarDias } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import { trechoNoDia } from "../colunas";
import { periodoDe } from "../endereco";
import { abertos } from "../geometria";
import { useAgenda } from "../use-agenda";

const semana = ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"];

/** How much of a day is taken: appointments, and minutes of all that are open. */
type Carga = { quantos: number; ocupados: number; abertos: number };

function useCargas(): Map<string, Carga> {
  const { janela, endereco } = useAgenda();
  const { de, ate } = periodoDe(endereco);
  const { profissional } = endereco;
  return useMemo(() => {
    const { fuso, itens, fechado, profissionais } = janela;
    const quem = profissionais.filter(({ id, ativo }) => (profissional ? id === profissional : ativo));
    const cargas = new Map<string, Carga>();
    for (let dia = de; dia <= ate; dia = somarDias(dia, 1)) {
      const livres = quem.flatMap(({ id }) =>
        abertos(fechado.filter(({ f }) => f === id).map((um) => trechoNoDia(um, dia, fuso))),
      );
      cargas.set(dia, {
        quantos: 0,
        ocupados: 0,
        abertos: livres.reduce((soma, { inicio, fim }) => soma + fim - inicio, 0),
      });
    }
    for (const { i, d, f, s } of itens) {
      const carga = cargas.get(relogio(i, fuso).dia);
      if (!carga || (profissional && f !== profissional) || !ocupam.some((uma) => uma === s)) continue;
      carga.quantos += 1;
      carga.ocupados += d;
    }
    return cargas;
  }, [janela, profissional, de, ate]);
}

/** A month and how full each of its days is. */
export function Mes() {
  const { endereco, hoje, carregando, ir } = useAgenda();
  const cargas = useCargas();
  const dias = [...cargas.keys()];
  const semanas = Array.from({ length: dias.length / 7 }, (_, n) => dias.slice(n * 7, n * 7 + 7));
  return (
    <table aria-busy={carregando} className="w-full table-fixed border-separate border-spacing-1">
      <caption className="sr-only">Carga de cada dia do mês</caption>
      <thead>
        <tr>
          {semana.map((nome) => (
            <th key={nome} scope="col" className="px-2 py-1 text-left text-sm font-medium text-muted">
              <span className="lg:hidden" aria-hidden>
                {nome.slice(0, 3)}
              </span>
              <span className="max-lg:sr-only">{nome}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {semanas.map((dias) => (
          <tr key={dias[0]}>
            {dias.map((dia) => (
              <td key={dia} className="p-0">
                <DiaDoMes
                  dia={dia}
                  carga={cargas.get(dia)!}
                  hoje={dia === hoje}
                  deFora={dia.slice(0, 7) !== endereco.dia.slice(0, 7)}
                  onClick={() => ir({ visao: "dia", dia })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DiaDoMesProps = { dia: string; carga: Carga; hoje: boolean; deFora: boolean; onClick: () => void };

function DiaDoMes({ dia, carga, hoje, deFora, onClick }: DiaDoMesProps) {
  const { quantos, ocupados, abertos } = carga;
  const parte = abertos ? Math.min(1, ocupados / abertos) : Number(quantos > 0);
  const dito = quantos ? contar(quantos, "agendamento", "agendamentos") : abertos ? "livre" : "fechado";
  const porcento = `${Math.round(parte * 100)}%`;
  return (
    <button
      type="button"
      data-dia={dia}
      aria-label={`${escreverDiaLongo(dia)}: ${dito}${abertos ? `, ${porcento} ocupado` : ""}`}
      aria-current={hoje ? "date" : undefined}
      onClick={onClick}
      className={clsx(
        "@container flex h-24 w-full flex-col items-start gap-1 rounded-md border p-2 text-left hover:border-control",
        abertos || quantos ? "bg-surface" : "bg-sunken",
        deFora && "border-dashed text-muted",
      )}
    >
      <span
        className={clsx(
          "grid min-w-7 place-items-center rounded-full px-1 font-semibold tabular-nums",
          hoje && "bg-brand text-on-brand",
        )}
      >
        {Number(dia.slice(8))}
      </span>
      <span className="w-full truncate text-sm text-muted">
        <span className="@max-[8rem]:hidden">{dito}</span>
        <span className="@min-[8rem]:hidden">{quantos || dito}</span>
      </span>
      {abertos > 0 && (
        <span className="mt-auto flex w-full items-center gap-2 text-xs text-muted tabular-nums">
          <span className="h-1.5 grow overflow-hidden rounded-full bg-sunken">
            <span
              className={clsx("block h-full rounded-full", parte > 0.85 ? "bg-danger" : "bg-brand")}
              style={{ width: porcento }}
            />
          </span>
          {porcento}
        </span>
      )}
    </button>
  );
}
