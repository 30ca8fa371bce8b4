"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/parsed-input";
import { chavesForma, formasDePagamento, type FormaDePagamento } from "@/lib/domain/agenda";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import type { PassoProps } from "./Ficha";

const COMO_SE_ESCREVE = "Informe o valor, por exemplo 45,50.";

type Pagamento = { forma: FormaDePagamento; valorCentavos: number };

/** What was charged and how it was paid. One tap on a form of payment takes all that is left, and that is that. */
export function ConcluirPasso({ detalhe, atos }: PassoProps) {
  const [digitado, setValor] = useState<number | null>();
  const valor = digitado === undefined ? detalhe.valorCentavos : digitado;
  const [parte, setParte] = useState<number | null>(null);
  const [pagos, setPagos] = useState<Pagamento[]>([]);
  const certo = valor !== null && !Number.isNaN(valor);
  const total = certo ? valor : 0;
  const falta = total - pagos.reduce((soma, { valorCentavos }) => soma + valorCentavos, 0);
  const parteIlegivel = Number.isNaN(parte);
  const agora = parte !== null && parte > 0 ? Math.min(parte, falta) : falta;
  const erro = certo ? falta < 0 && "Foi recebido mais do que o valor cobrado." : COMO_SE_ESCREVE;

  const concluir = (pagamentos: Pagamento[]) =>
    void atos.concluir({ valorCentavos: total === detalhe.valorCentavos ? null : total, pagamentos });

  function receber(forma: FormaDePagamento) {
    const todos = agora > 0 ? [...pagos, { forma, valorCentavos: agora }] : pagos;
    if (agora >= falta) return concluir(todos);
    setPagos(todos);
    setParte(null);
  }

  return (
    <>
      <Field label="Valor cobrado" error={erro}>
        <MoneyInput value={valor} onValueChange={setValor} />
      </Field>
      {pagos.length > 0 && (
        <p>
          Recebido:{" "}
          {pagos.map((um) => `${formasDePagamento[um.forma]} ${escreverCentavos(um.valorCentavos)}`).join(", ")}.
          {falta >= 0 && ` Faltam ${escreverCentavos(falta)}.`}
        </p>
      )}
      {falta > 0 && (
        <div className="grid grid-cols-1 gap-4">
          <div className="grid grid-cols-1 gap-2">
            <p className="font-medium">Receber {escreverCentavos(agora)} em</p>
            <Chips label="Forma de pagamento">
              {chavesForma.map((forma) => (
                <Chip key={forma} disabled={!certo || parteIlegivel} onClick={() => receber(forma)}>
                  {formasDePagamento[forma]}
                </Chip>
              ))}
            </Chips>
          </div>
          <Field
            label="Só uma parte"
            optional
            hint="Para pagar de mais de um jeito: escreva o valor e toque na forma."
            error={parteIlegivel && COMO_SE_ESCREVE}
          >
            <MoneyInput value={parte} onValueChange={setParte} />
          </Field>
        </div>
      )}
      <Button variant="secondary" disabled={Boolean(erro)} onClick={() => concluir(pagos)}>
        {falta > 0 ? "Concluir sem receber agora" : "Concluir"}
      </Button>
    </>
  );
}
