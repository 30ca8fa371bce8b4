"use client";

import clsx from "clsx";
import { MessagesSquare } from "lucide-react";
import { useState } from "react";
import { DialogBody, Sheet } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { ConversaVista, ListaDeConversas } from "@/lib/balcao/queries";
import type { FiltroConversas } from "@/lib/balcao/schema";
import { ClienteLado } from "./ClienteLado";
import { enderecoDaConversa, enderecoDasConversas } from "./endereco";
import { Fio } from "./Fio";
import { Lista } from "./Lista";
import { useVivo } from "./use-vivo";

type ConversasProps = {
  params: FiltroConversas;
  lista: ListaDeConversas;
  conversa: ConversaVista | null;
  fuso: string;
};

/** List, thread and client side by side; on a phone one after the other. */
export function Conversas({ params, lista, conversa, fuso }: ConversasProps) {
  return (
    <div
      data-wide
      className="-mx-4 -mt-5 -mb-8 flex h-[calc(100dvh-var(--top-bar)-var(--bottom-bar))] min-h-96 md:-mx-8 md:-mt-8"
    >
      {/* On a phone the list, which shows it, makes room for the thread. */}
      <h1 className="sr-only">Conversas</h1>
      <div
        className={clsx("w-full min-w-0 flex-col bg-surface lg:flex lg:w-96 lg:border-r", conversa ? "hidden" : "flex")}
      >
        <Lista params={params} lida={lista} fuso={fuso} />
      </div>
      {conversa ? (
        <Aberta key={conversa.id} lida={conversa} voltar={enderecoDasConversas(params)} />
      ) : (
        <div className="hidden grow place-items-center lg:grid">
          <EmptyState icon={MessagesSquare} title="Escolha uma conversa">
            As que esperam uma pessoa aparecem com o aviso “Esperando”.
          </EmptyState>
        </div>
      )}
    </div>
  );
}

function Aberta({ lida, voltar }: { lida: ConversaVista; voltar: string }) {
  const address = enderecoDaConversa(lida.id);
  const { data: conversa, again } = useVivo(address, lida);
  const [ficha, setFicha] = useState(false);
  const mudou = () => void again();
  return (
    <>
      <Fio conversa={conversa} voltar={voltar} onMudou={mudou} onFicha={() => setFicha(true)} />
      <aside aria-label="Cliente" className="hidden w-80 shrink-0 overflow-y-auto border-l bg-surface p-4 xl:block">
        <ClienteLado conversa={conversa} onMudou={mudou} />
      </aside>
      <Sheet open={ficha} onClose={() => setFicha(false)} title="Cliente">
        <DialogBody>
          <ClienteLado conversa={conversa} onMudou={mudou} />
        </DialogBody>
      </Sheet>
    </>
  );
}
