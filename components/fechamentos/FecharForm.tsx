"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { MoneyInput } from "@/components/ui/parsed-input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { formasDePagamento, type FormaDePagamento } from "@/lib/domain/agenda";
import { diferencaDe, escreverDiferenca, linhasAbertas, seConta, somar } from "@/lib/domain/caixa";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import type { Failure } from "@/lib/domain/result";
import { fecharDiaAction } from "@/lib/fechamentos/actions";
import type { Caixa } from "@/lib/fechamentos/queries";

const INVALIDO = "Informe o valor contado, por exemplo 45,50.";

/** What was counted of each form of payment, beside what is registered. */
export function FecharForm({ caixa: { dia, registrados, fechamento, semDesfecho } }: { caixa: Caixa }) {
  const [contados, setContados] = useState<Partial<Record<FormaDePagamento, number | null>>>({});
  const [observacao, setObservacao] = useState("");
  const [falha, setFalha] = useState<Failure | null>(null);
  const { run, pending } = useCall();
  const router = useRouter();
  const hydrated = useHydrated();
  const linhas = linhasAbertas(registrados).map((linha) => {
    const dito = contados[linha.forma];
    return dito === undefined ? linha : { ...linha, contadoCentavos: dito ?? Number.NaN };
  });
  const certas = linhas.every(({ contadoCentavos }) => !Number.isNaN(contadoCentavos));
  const total = somar(linhas);
  const fiado = linhas.find(({ forma }) => !seConta(forma));
  const difere = certas && linhas.some(diferencaDe);

  async function fechar() {
    if (!certas) return;
    const valores = linhas.map(({ forma, registradoCentavos, contadoCentavos }) => {
      return { forma, registradoCentavos, contadoCentavos };
    });
    const pedido = { dia, versao: fechamento?.versao ?? null, valores, observacao };
    const answer = await run((chave) => fecharDiaAction(pedido, chave));
    if (answer.ok) toast.success("Dia fechado.");
    setFalha(answer.ok ? null : answer.error);
    // What was registered meanwhile; what was typed stays.
    if (!answer.ok) router.refresh();
  }

  return (
    <Card title="Caixa do dia" hint="Conte o que há e corrija o que não bater. Fiado não se conta: ainda vai entrar.">
      <fieldset disabled={pending || !hydrated} className="grid grid-cols-1 gap-5">
        <ul className="grid grid-cols-1 gap-4">
          {linhas
            .filter(({ forma }) => seConta(forma))
            .map((linha) => (
              <li key={linha.forma} className="grid grid-cols-1 items-start gap-2 sm:grid-cols-2">
                <p>
                  <span className="block font-medium">{formasDePagamento[linha.forma]}</span>
                  <span className="block text-sm text-muted">
                    Registrado: {escreverCentavos(linha.registradoCentavos)}
                  </span>
                </p>
                <Field
                  label={`Contado em ${formasDePagamento[linha.forma].toLowerCase()}`}
                  error={Number.isNaN(linha.contadoCentavos) && INVALIDO}
                  hint={Number.isNaN(linha.contadoCentavos) ? undefined : escreverDiferenca(diferencaDe(linha))}
                >
                  <MoneyInput
                    value={contados[linha.forma] === undefined ? linha.registradoCentavos : contados[linha.forma]!}
                    onValueChange={(valor) => setContados({ ...contados, [linha.forma]: valor })}
                  />
                </Field>
              </li>
            ))}
        </ul>
        <p className="flex flex-wrap justify-between gap-x-4 border-t pt-4 text-lg font-semibold" aria-live="polite">
          <span>Recebido</span>
          <span className="tabular-nums">{escreverCentavos(total.registradoCentavos)}</span>
          {difere && (
            <span className="w-full text-base text-warning-text">
              {escreverDiferenca(diferencaDe(total)) || "As diferenças se compensam."}
            </span>
          )}
        </p>
        {fiado && (
          <p className="flex flex-wrap justify-between gap-x-4 text-muted">
            <span>Fiado, a receber</span>
            <span className="tabular-nums">{escreverCentavos(fiado.registradoCentavos)}</span>
          </p>
        )}
        <Field label="Motivo da diferença" optional={!difere} error={falha?.fields?.observacao}>
          <Textarea value={observacao} maxLength={500} onChange={({ target }) => setObservacao(target.value)} />
        </Field>
        {falha && !falha.fields?.observacao && <Notice tone="danger">{falha.message}</Notice>}
        <Button pending={pending} disabled={!certas || semDesfecho.length > 0} onClick={() => void fechar()}>
          Fechar o dia
        </Button>
      </fieldset>
    </Card>
  );
}
