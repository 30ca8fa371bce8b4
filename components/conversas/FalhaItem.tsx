"use client";

import { MessageCircle, RotateCw } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { enviarAMaoAction, reenviarAction } from "@/lib/balcao/actions";
import type { Falha } from "@/lib/balcao/queries";
import { escreverInstante } from "@/lib/domain/instantes";
import { enderecoDoWhatsApp } from "@/lib/domain/recados";
import type { Result } from "@/lib/domain/result";
import { assuntos } from "@/lib/domain/whatsapp";

/** A message that did not go out: why, and the ways to get it there. */
export function FalhaItem({ falha, fuso }: { falha: Falha; fuso: string }) {
  const { id, nome, telefone, texto, motivo, assunto, agendamentoId, em } = falha;
  const { run, pending } = useCall();

  async function fazer(acao: (chave: string) => Promise<Result<unknown>>, feito: string) {
    const answer = await run(acao);
    if (answer.ok) toast.success(feito);
    else toast.error(answer.error.message);
  }

  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">
          <Link
            href={`/conversas?conversa=${falha.conversaId}`}
            className="inline-flex min-h-11 items-center text-brand-text underline underline-offset-4 md:min-h-6"
          >
            {nome}
          </Link>
          <span className="font-normal text-muted">, {assuntos[assunto ?? "resposta"].toLowerCase()}</span>
        </p>
        <p className="text-sm text-muted">{escreverInstante(em, fuso)}</p>
      </div>
      <p className="rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-line">{texto}</p>
      {motivo && <p className="text-sm text-danger-text">{motivo}</p>}
      <div className="flex flex-wrap gap-2">
        {telefone && (
          <a
            href={enderecoDoWhatsApp(telefone, texto)}
            target="_blank"
            rel="noreferrer"
            aria-label={`Mandar à mão para ${nome}`}
            onClick={() => void fazer((chave) => enviarAMaoAction({ id }, chave), "Anotado: mandada à mão.")}
            className="inline-flex h-9 items-center gap-2 rounded-md bg-brand px-3 text-sm font-medium text-on-brand hover:bg-brand-hover pointer-coarse:min-h-11"
          >
            <MessageCircle aria-hidden className="size-4.5" />
            Mandar à mão
          </a>
        )}
        <Button
          variant="secondary"
          size="sm"
          pending={pending}
          aria-label={`Tentar de novo: ${nome}`}
          onClick={() => void fazer((chave) => reenviarAction({ id }, chave), "De volta à fila.")}
        >
          <RotateCw aria-hidden />
          Tentar de novo
        </Button>
        {agendamentoId && (
          <Link
            href={`/agenda?abrir=${agendamentoId}`}
            className="inline-flex min-h-9 items-center px-2 text-sm text-brand-text underline underline-offset-4 max-sm:basis-full max-sm:px-0 pointer-coarse:min-h-11"
          >
            Ver agendamento
          </Link>
        )}
      </div>
    </li>
  );
}
