"use client";

import { MessageCircle, Phone } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { SituacaoBadge } from "@/components/agenda/SituacaoBadge";
import { useAgenda } from "@/components/agenda/use-agenda";
import { MensagensDoAgendamento } from "@/components/conversas/MensagensDoAgendamento";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ColorDot } from "@/components/ui/color-dot";
import { Notice } from "@/components/ui/notice";
import { formasDePagamento, motivosDeCancelamento } from "@/lib/domain/agenda";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverDiaCurto, escreverDiaLongo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { Detalhe, Outro } from "@/lib/fichas/queries";

/** How it stands, when and with whom it is, and how the client is reached. */
export function FichaTopo({ detalhe }: { detalhe: Detalhe }) {
  const { fuso, cliente, partes } = detalhe;
  const hora = (iso: string) => escreverHoraDe(minutoDoInstante(iso), fuso);
  const { dia } = relogio(minutoDoInstante(detalhe.inicio), fuso);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap gap-2">
        <SituacaoBadge item={{ s: detalhe.situacao }} />
        {detalhe.chegouEm && <Badge tone="success">Chegou às {hora(detalhe.chegouEm)}</Badge>}
        {detalhe.encaixeMotivo && <Badge tone="warning">Encaixe</Badge>}
        {partes.length > 0 && <Badge tone="brand">Visita</Badge>}
        {detalhe.foraDoHorario && <Badge tone="warning">Fora do horário</Badge>}
      </div>
      <div>
        <p className="text-lg font-semibold first-letter:uppercase">{escreverDiaLongo(dia)}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-lg">
          {hora(detalhe.inicio)} às {hora(detalhe.fim)}
          <span className="inline-flex items-center gap-2">
            <ColorDot cor={detalhe.funcionario.cor} />
            {detalhe.funcionario.nome}
          </span>
        </p>
      </div>
      {cliente?.telefone && (
        <div className="grid grid-cols-2 gap-2">
          <ButtonLink variant="secondary" href={`tel:${cliente.telefone}`}>
            <Phone aria-hidden />
            Ligar
          </ButtonLink>
          <ButtonLink
            variant="secondary"
            href={`https://wa.me/${cliente.telefone.slice(1)}`}
            target="_blank"
            rel="noreferrer"
          >
            <MessageCircle aria-hidden />
            WhatsApp
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** What is done, for whom, and what is known about it. */
export function FichaDados({ detalhe }: { detalhe: Detalhe }) {
  const { fuso, cliente, atendido, observacoes, partes, doCliente, pagamentos } = detalhe;
  const valor = detalhe.valorFinalCentavos ?? detalhe.valorCentavos;
  return (
    <div className="grid grid-cols-1 gap-4">
      <dl className="grid grid-cols-1 gap-3">
        <Dado rotulo="Serviços">
          {detalhe.servicos.map(({ servicoId, nome, duracaoMinutos, precoCentavos }, i) => (
            <span key={`${servicoId} ${i}`} className="flex justify-between gap-3">
              <span>{nome}</span>
              <span className="shrink-0 font-normal text-muted">
                {escreverMinutos(duracaoMinutos)},{" "}
                {precoCentavos === null ? "a avaliar" : escreverCentavos(precoCentavos)}
              </span>
            </span>
          ))}
        </Dado>
        <Dado rotulo={detalhe.valorFinalCentavos === null ? "Valor combinado" : "Valor cobrado"}>
          {escreverCentavos(valor)}
        </Dado>
        {pagamentos && pagamentos.length > 0 && (
          <Dado rotulo="Pagamentos">
            {pagamentos.map(({ forma, valorCentavos }, i) => (
              <span key={i} className="block">
                {formasDePagamento[forma]}: {escreverCentavos(valorCentavos)}
              </span>
            ))}
          </Dado>
        )}
        {atendido && <Dado rotulo="Quem será atendido">{atendido}</Dado>}
        {observacoes && <Dado rotulo="Observações">{observacoes}</Dado>}
        {detalhe.encaixeMotivo && <Dado rotulo="Motivo do encaixe">{detalhe.encaixeMotivo}</Dado>}
        {detalhe.canceladoMotivo && (
          <Dado rotulo="Cancelado">
            {[motivosDeCancelamento[detalhe.canceladoMotivo], detalhe.canceladoDetalhe].filter(Boolean).join(": ")}
          </Dado>
        )}
        {partes.length > 0 && (
          <Dado rotulo="Na mesma visita">
            {partes.map((parte) => (
              <OutroLink key={parte.id} outro={parte} fuso={fuso} />
            ))}
          </Dado>
        )}
        {cliente && (
          <Dado rotulo="Cliente">
            {/* Null: not for whoever may not find clients. */}
            {cliente.observacoes === null ? (
              cliente.nome
            ) : (
              <Link
                href={`/clientes/${cliente.id}`}
                className="inline-flex min-h-11 items-center text-brand-text underline underline-offset-4 md:min-h-6"
              >
                {[cliente.nome, escreverTelefone(cliente.telefone)].filter(Boolean).join(", ")}
              </Link>
            )}
            {doCliente && <span className="block font-normal text-muted">{resumir(doCliente)}</span>}
            {doCliente?.anterior && <OutroLink prefixo="Antes" outro={doCliente.anterior} fuso={fuso} />}
            {doCliente?.proximo && <OutroLink prefixo="Depois" outro={doCliente.proximo} fuso={fuso} />}
          </Dado>
        )}
      </dl>
      {cliente?.observacoes && <Notice title="Sobre o cliente">{cliente.observacoes}</Notice>}
      <MensagensDoAgendamento id={detalhe.id} />
    </div>
  );
}

function resumir({ visitas, faltas }: NonNullable<Detalhe["doCliente"]>): string {
  const vindas = visitas === 1 ? "1 visita" : `${visitas} visitas`;
  return faltas ? `${vindas}, ${faltas === 1 ? "1 falta" : `${faltas} faltas`}` : vindas;
}

function Dado({ rotulo, children }: { rotulo: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{rotulo}</dt>
      <dd className="font-medium break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}

/** Another appointment, one tap away. */
function OutroLink({ outro, fuso, prefixo }: { outro: Outro; fuso: string; prefixo?: string }) {
  const { ir } = useAgenda();
  const minuto = minutoDoInstante(outro.inicio);
  const { dia } = relogio(minuto, fuso);
  return (
    <button
      type="button"
      onClick={() => ir({ dia, abrir: outro.id })}
      className="block min-h-11 text-left text-brand-text underline underline-offset-4"
    >
      {prefixo && `${prefixo}: `}
      {escreverDiaCurto(dia)} às {escreverHoraDe(minuto, fuso)}, {outro.servicos} com {outro.funcionario}
    </button>
  );
}
