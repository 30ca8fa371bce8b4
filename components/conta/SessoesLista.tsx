"use client";

import { Laptop, Smartphone } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { encerrarSessaoAction } from "@/lib/acesso/actions";
import type { SessaoDaLista } from "@/lib/acesso/queries";
import { escreverInstante } from "@/lib/domain/instantes";

/** The devices on which this person is signed in; any but this one can be signed out from here. */
export function SessoesLista({ sessoes, fuso }: { sessoes: SessaoDaLista[]; fuso: string }) {
  return (
    <ul className="divide-y">
      {sessoes.map((sessao) => (
        <Sessao key={sessao.id} sessao={sessao} fuso={fuso} />
      ))}
    </ul>
  );
}

function Sessao({ sessao, fuso }: { sessao: SessaoDaLista; fuso: string }) {
  const { run, pending } = useCall();
  const Icone = /Android|iOS/.test(sessao.descricao) ? Smartphone : Laptop;

  async function encerrar() {
    const answer = await run((chave) => encerrarSessaoAction({ id: sessao.id }, chave));
    if (answer.ok) toast.success("Sessão encerrada.");
    else toast.error(answer.error.message);
  }

  return (
    <li className="flex items-center gap-3 py-3">
      <Icone aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {sessao.descricao}
          {sessao.atual && <Badge tone="brand">este aparelho</Badge>}
        </p>
        <p className="text-sm text-muted">Último uso: {escreverInstante(sessao.usadaEm, fuso)}</p>
      </div>
      {!sessao.atual && (
        <Button variant="secondary" size="sm" pending={pending} onClick={encerrar}>
          Encerrar
        </Button>
      )}
    </li>
  );
}
