"use client";

import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useGo } from "@/components/ui/use-go";
import { formasDePagamento } from "@/lib/domain/agenda";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverDiaLongo, escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";
import type { Caixa, Recebido } from "@/lib/fechamentos/queries";
import { FechadoCard } from "./FechadoCard";
import { FecharForm } from "./FecharForm";
import { SemDesfechoCard } from "./SemDesfechoCard";

/** One day's cash: first what has no outcome, then the values, then the button. */
export function CaixaDia({ caixa }: { caixa: Caixa }) {
  const go = useGo();
  const { dia, hoje, fuso, fechamento, semDesfecho, recebidos } = caixa;
  const fechado = fechamento && !fechamento.reabertoEm;
  return (
    <div className="grid max-w-2xl grid-cols-1 items-start gap-5 xl:max-w-none xl:grid-cols-2">
      <div className="grid grid-cols-1 gap-5">
        <div className="print:hidden">
          <Field label="Dia">
            <Input
              type="date"
              value={dia}
              max={hoje}
              onChange={({ target }) => target.value && go(`/agenda/caixa?dia=${target.value}`)}
            />
          </Field>
        </div>
        <p className="text-lg font-semibold first-letter:uppercase">{`${escreverDiaLongo(dia)} de ${dia.slice(0, 4)}`}</p>
        {fechamento?.reabertoEm && (
          <Notice tone="warning" title="Este dia foi reaberto">
            {fechamento.reabertoMotivo}
          </Notice>
        )}
        {!fechado && semDesfecho.length > 0 && <SemDesfechoCard dia={dia} fuso={fuso} itens={semDesfecho} />}
        {fechado ? (
          <FechadoCard caixa={caixa} fechamento={fechamento} />
        ) : (
          <FecharForm key={`${dia} ${fechamento?.versao}`} caixa={caixa} />
        )}
      </div>
      {recebidos.length > 0 && <Recebidos recebidos={recebidos} fuso={fuso} />}
    </div>
  );
}

/** Each payment by itself, to find what a difference comes from. */
function Recebidos({ recebidos, fuso }: { recebidos: readonly Recebido[]; fuso: string }) {
  return (
    <Card title="O que foi recebido">
      <ul className="grid grid-cols-1 divide-y">
        {recebidos.map(({ id, em, cliente, forma, valorCentavos, agendamentoId }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1">
            <Link
              href={`/agenda/recibo/${agendamentoId}`}
              className="inline-flex min-h-11 min-w-0 items-center gap-2 hover:underline"
            >
              <span className="shrink-0 text-muted tabular-nums">{escreverHoraDe(minutoDoInstante(em), fuso)}</span>
              <span className="wrap-anywhere">{cliente}</span>
            </Link>
            <span className="shrink-0 text-right">
              <span className="block tabular-nums">{escreverCentavos(valorCentavos)}</span>
              <span className="block text-sm text-muted">{formasDePagamento[forma]}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
