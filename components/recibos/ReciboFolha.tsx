"use client";

import { MessageCircle, Printer } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formasDePagamento } from "@/lib/domain/agenda";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverCnpj } from "@/lib/domain/documentos";
import { escreverDia } from "@/lib/domain/instantes";
import { enderecoDoWhatsApp } from "@/lib/domain/recados";
import { contasDoRecibo, textoDoRecibo } from "@/lib/domain/recibo";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { Recibo } from "@/lib/recibos/queries";
import { NotaForm } from "./NotaForm";

/** The receipt as it is printed, the number of the invoice, and the two ways to hand it over. */
export function ReciboFolha({ recibo }: { recibo: Recibo }) {
  const [nota, setNota] = useState(recibo.notaFiscal);
  const { empresa, razaoSocial, cnpj, telefoneDaEmpresa, endereco, cliente, dia, profissional, telefone } = recibo;
  const { pagoCentavos, faltaCentavos } = contasDoRecibo(recibo);
  const ajuste = recibo.valorFinalCentavos - recibo.valorCentavos;
  const texto = textoDoRecibo({ ...recibo, notaFiscal: nota });
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      <Card>
        <div className="grid grid-cols-1 gap-5">
          <div>
            <p className="text-lg font-semibold print:hidden">{empresa}</p>
            {[
              razaoSocial !== empresa && razaoSocial,
              cnpj && `CNPJ ${escreverCnpj(cnpj)}`,
              endereco,
              telefoneDaEmpresa && escreverTelefone(telefoneDaEmpresa),
            ]
              .filter(Boolean)
              .map((linha) => (
                <p key={String(linha)} className="text-sm text-muted">
                  {linha}
                </p>
              ))}
          </div>
          <dl className="grid grid-cols-1 gap-3 border-t pt-5 sm:grid-cols-2">
            <Dado rotulo="Cliente">{cliente}</Dado>
            <Dado rotulo="Atendimento">
              {escreverDia(dia)}, com {profissional}
            </Dado>
            {nota && <Dado rotulo="Nota fiscal">{nota}</Dado>}
          </dl>
          <dl className="grid grid-cols-1 gap-2 border-t pt-5">
            {recibo.servicos.map(({ nome, precoCentavos }, i) => (
              <Linha key={i} rotulo={nome}>
                {precoCentavos === null ? "a avaliar" : escreverCentavos(precoCentavos)}
              </Linha>
            ))}
            {ajuste !== 0 && (
              <Linha rotulo={ajuste < 0 ? "Desconto" : "Acréscimo"}>{escreverCentavos(Math.abs(ajuste))}</Linha>
            )}
            <Linha rotulo="Total" forte>
              {escreverCentavos(recibo.valorFinalCentavos)}
            </Linha>
          </dl>
          <dl className="grid grid-cols-1 gap-2 border-t pt-5">
            {recibo.pagamentos.map(({ forma, valorCentavos }, i) => (
              <Linha key={i} rotulo={formasDePagamento[forma]}>
                {escreverCentavos(valorCentavos)}
              </Linha>
            ))}
            <Linha rotulo="Pago" forte>
              {escreverCentavos(pagoCentavos)}
            </Linha>
            {faltaCentavos > 0 && <Linha rotulo="A pagar">{escreverCentavos(faltaCentavos)}</Linha>}
          </dl>
        </div>
      </Card>
      <div className="grid grid-cols-1 gap-5 print:hidden">
        <NotaForm recibo={recibo} onAnotada={setNota} />
        <div className="flex flex-wrap gap-2">
          <Button className="grow" onClick={() => window.print()}>
            <Printer aria-hidden />
            Imprimir
          </Button>
          {telefone && (
            <ButtonLink
              variant="secondary"
              className="grow"
              href={enderecoDoWhatsApp(telefone, texto)}
              target="_blank"
              rel="noreferrer"
            >
              <MessageCircle aria-hidden />
              Enviar pelo WhatsApp
            </ButtonLink>
          )}
        </div>
      </div>
    </div>
  );
}

function Dado({ rotulo, children }: { rotulo: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{rotulo}</dt>
      <dd className="font-medium wrap-anywhere">{children}</dd>
    </div>
  );
}

function Linha({ rotulo, forte, children }: { rotulo: string; forte?: boolean; children: ReactNode }) {
  return (
    <div className={forte ? "flex justify-between gap-4 font-semibold" : "flex justify-between gap-4"}>
      <dt className="min-w-0 wrap-anywhere">{rotulo}</dt>
      <dd className="shrink-0 tabular-nums">{children}</dd>
    </div>
  );
}
