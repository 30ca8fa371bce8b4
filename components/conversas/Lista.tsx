"use client";

import clsx from "clsx";
import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useHoje } from "@/components/agendamentos/use-hoje";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ConversaDaLista, ListaDeConversas } from "@/lib/balcao/queries";
import { chavesFiltro, filtros, type FiltroConversas } from "@/lib/balcao/schema";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { tiposDeMensagem } from "@/lib/domain/whatsapp";
import { enderecoDaLista, enderecoDasConversas } from "./endereco";
import { useVivo } from "./use-vivo";

const PAUSA_MS = 250;

type ListaProps = { params: FiltroConversas; lida: ListaDeConversas; fuso: string };

/** The conversations, live: who waits, who wrote, who is with the assistant. */
export function Lista({ params, lida, fuso }: ListaProps) {
  const router = useRouter();
  const address = enderecoDaLista(params);
  const { data } = useVivo(address, lida);
  const [texto, setTexto] = useState(params.busca);
  const buscar = useEffectEvent((busca: string) => {
    if (busca !== params.busca) router.replace(enderecoDasConversas({ filtro: params.filtro, busca }, params.conversa));
  });
  useEffect(() => {
    const timer = setTimeout(() => buscar(texto.trim()), PAUSA_MS);
    return () => clearTimeout(timer);
  }, [texto]);

  const pagina = (onde: { antes?: string; depois?: string }) =>
    enderecoDasConversas({ filtro: params.filtro, busca: params.busca, ...onde }, params.conversa);
  const contas: Partial<Record<string, number>> = { nao_lidas: data.contas.naoLidas, esperando: data.contas.esperando };
  return (
    <div className="flex min-h-0 grow flex-col">
      <div className="grid grid-cols-1 gap-3 border-b p-3 md:p-4">
        <p aria-hidden className="text-xl font-semibold">
          Conversas
        </p>
        <Input
          type="search"
          aria-label="Buscar conversa"
          placeholder="Nome ou telefone"
          before={<Search aria-hidden className="size-4.5" />}
          value={texto}
          maxLength={120}
          onChange={({ target }) => setTexto(target.value)}
        />
        <nav aria-label="Filtro" className="-mx-3 flex gap-1.5 overflow-x-auto px-3 py-0.5 md:flex-wrap">
          {chavesFiltro.map((filtro) => (
            <Link
              key={filtro}
              href={enderecoDasConversas({ filtro, busca: params.busca }, params.conversa)}
              aria-current={params.filtro === filtro ? "true" : undefined}
              className="flex h-9 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm font-medium text-muted hover:bg-sunken aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft aria-[current=true]:text-brand-text pointer-coarse:h-11"
            >
              {filtros[filtro]}
              {contas[filtro] ? <span className="tabular-nums">{contas[filtro]}</span> : null}
            </Link>
          ))}
        </nav>
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain">
        {data.rows.length === 0 ? (
          <p className="px-6 py-12 text-center text-balance text-muted">
            {params.busca || params.filtro !== "todas"
              ? "Nenhuma conversa assim."
              : "Quando um cliente escrever para o WhatsApp da empresa, a conversa aparece aqui."}
          </p>
        ) : (
          <ul className="divide-y">
            {data.rows.map((conversa) => (
              <Linha
                key={conversa.id}
                conversa={conversa}
                fuso={fuso}
                href={enderecoDasConversas(params, conversa.id)}
                aberta={conversa.id === params.conversa}
              />
            ))}
          </ul>
        )}
        {(data.before ?? data.after) && (
          <nav aria-label="Páginas" className="flex justify-center gap-2 p-4">
            {data.before && (
              <ButtonLink variant="secondary" scroll={false} href={pagina({ antes: data.before })}>
                Mais novas
              </ButtonLink>
            )}
            {data.after && (
              <ButtonLink variant="secondary" scroll={false} href={pagina({ depois: data.after })}>
                Mais antigas
              </ButtonLink>
            )}
          </nav>
        )}
      </div>
    </div>
  );
}

type LinhaProps = { conversa: ConversaDaLista; fuso: string; href: string; aberta: boolean };

function Linha({ conversa, fuso, href, aberta }: LinhaProps) {
  const { nome, modo, comQuem, naoLidas, ultima, em } = conversa;
  const minuto = minutoDoInstante(em);
  const { dia } = relogio(minuto, fuso);
  const hoje = useHoje(fuso);
  const novas = naoLidas > 0;
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={aberta ? "true" : undefined}
        className="flex min-h-18 items-center gap-3 px-3 py-3 -outline-offset-2 hover:bg-sunken aria-[current=true]:bg-brand-soft md:px-4"
      >
        <Avatar nome={nome} />
        <span className="grid min-w-0 grow grid-cols-1 gap-0.5">
          <span className="flex items-baseline justify-between gap-2">
            <span className={clsx("truncate", novas ? "font-semibold" : "font-medium")}>{nome}</span>
            <time dateTime={em} className="shrink-0 text-xs text-muted" suppressHydrationWarning>
              {dia === hoje ? escreverHoraDe(minuto, fuso) : escreverDiaRelativo(dia, hoje)}
            </time>
          </span>
          <span className="flex items-center justify-between gap-2">
            <span className="truncate text-sm text-muted">
              {ultima && ultima.autor !== "cliente" && "↩ "}
              {ultima ? ultima.texto || tiposDeMensagem[ultima.tipo] : "Sem mensagens"}
            </span>
            {novas && (
              <span className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-brand px-1.5 text-xs font-semibold text-on-brand tabular-nums">
                <span className="sr-only">não lidas: </span>
                {naoLidas}
              </span>
            )}
          </span>
          {modo !== "assistente" && (
            <span className="pt-0.5">
              <Badge tone={modo === "esperando" ? "warning" : "info"}>
                {modo === "esperando" ? "Esperando uma pessoa" : `Com ${comQuem ?? "uma pessoa"}`}
              </Badge>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
