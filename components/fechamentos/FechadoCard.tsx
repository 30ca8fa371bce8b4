"use client";

import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formasDePagamento } from "@/lib/domain/agenda";
import { diferencaDe, escreverDiferenca, linhasFechadas, seConta, somar } from "@/lib/domain/caixa";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverInstante } from "@/lib/domain/instantes";
import type { Caixa } from "@/lib/fechamentos/queries";
import { ReabrirDialog } from "./ReabrirDialog";

type FechadoCardProps = { caixa: Caixa; fechamento: NonNullable<Caixa["fechamento"]> };

/** A closed day as it was counted, what came after, and the way to open it again. */
export function FechadoCard({ caixa: { registrados, fuso }, fechamento }: FechadoCardProps) {
  const [reabrindo, setReabrindo] = useState(false);
  const linhas = linhasFechadas(fechamento.valores, registrados);
  const total = somar(linhas);
  const fiado = linhas.find(({ forma }) => !seConta(forma));
  const depois = linhas.filter(({ depoisCentavos }) => depoisCentavos !== 0);
  const { fechadoPor, fechadoEm, observacao } = fechamento;
  return (
    <Card
      title="Dia fechado"
      hint={`Por ${fechadoPor}, em ${escreverInstante(fechadoEm, fuso)}.`}
      actions={
        <Button
          variant="ghost"
          size="icon"
          aria-label="Imprimir"
          className="print:hidden"
          onClick={() => window.print()}
        >
          <Printer aria-hidden />
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <dl className="grid grid-cols-1 gap-2">
          {linhas
            .filter(({ forma }) => seConta(forma))
            .map((linha) => (
              <div key={linha.forma} className="flex flex-wrap justify-between gap-x-4">
                <dt>{formasDePagamento[linha.forma]}</dt>
                <dd className="text-right tabular-nums">
                  {escreverCentavos(linha.registradoCentavos)}
                  {diferencaDe(linha) !== 0 && (
                    <span className="block text-sm text-warning-text">
                      Contado {escreverCentavos(linha.contadoCentavos)}: {escreverDiferenca(diferencaDe(linha))}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          <div className="flex flex-wrap justify-between gap-x-4 border-t pt-2 text-lg font-semibold">
            <dt>Recebido</dt>
            <dd className="tabular-nums">{escreverCentavos(total.registradoCentavos)}</dd>
          </div>
          {fiado && (
            <div className="flex flex-wrap justify-between gap-x-4 text-muted">
              <dt>Fiado, a receber</dt>
              <dd className="tabular-nums">{escreverCentavos(fiado.registradoCentavos)}</dd>
            </div>
          )}
        </dl>
        {observacao && <Notice title="Motivo da diferença">{observacao}</Notice>}
        {depois.length > 0 && (
          <Notice tone="warning" title="Registrado depois do fechamento">
            {depois
              .map(({ forma, depoisCentavos }) => `${formasDePagamento[forma]}: ${escreverCentavos(depoisCentavos)}`)
              .join("; ")}
            . Para contar também isto, reabra o dia.
          </Notice>
        )}
        <Button variant="secondary" className="print:hidden" onClick={() => setReabrindo(true)}>
          Reabrir o dia
        </Button>
      </div>
      <ReabrirDialog registro={fechamento} open={reabrindo} onClose={() => setReabrindo(false)} />
    </Card>
  );
}
