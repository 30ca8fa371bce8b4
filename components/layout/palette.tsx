"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useGo } from "@/components/ui/use-go";
import { semAcento } from "@/lib/domain/texto";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { menuIcons } from "./menu-item";
import { useSearch } from "./use-search";

type PaletteProps = { menu: readonly ItemMenu[]; onClose: () => void };

const itemClass =
  "flex min-h-11 items-center gap-3 rounded-md px-3 data-[selected=true]:bg-brand-soft data-[selected=true]:text-brand-text";
const groupClass =
  "px-2 pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted";

/** Goes to a screen at once, or finds a client, an employee, a service while typing. */
export default function Palette({ menu, onClose }: PaletteProps) {
  return (
    <Dialog open onClose={onClose} title="Buscar" place="top" bare>
      <Finder menu={menu} onClose={onClose} />
    </Dialog>
  );
}

function Finder({ menu, onClose }: PaletteProps) {
  const [text, setText] = useState("");
  const { grupos, failure, waiting } = useSearch(text);
  const go = useGo();
  const places = menu.filter(({ rotulo }) => semAcento(rotulo).includes(semAcento(text.trim())));
  const nothing = places.length === 0 && grupos.length === 0 && !waiting && !failure;

  function open(href: string) {
    onClose();
    go(href);
  }

  return (
    <Command label="Buscar" shouldFilter={false} loop className="flex min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b px-4">
        <Search aria-hidden className="size-5 shrink-0 text-muted" />
        <Command.Input
          data-autofocus
          value={text}
          onValueChange={setText}
          placeholder="Buscar cliente, serviço ou tela"
          className="h-14 grow bg-transparent text-lg outline-none placeholder:text-muted"
        />
      </div>
      <Command.List
        label="Resultados"
        aria-busy={waiting}
        className="max-h-[60dvh] overflow-y-auto overscroll-contain pt-2"
      >
        {places.length > 0 && (
          <Command.Group heading="Ir para" className={groupClass}>
            {places.map(({ href, rotulo }) => {
              const Icon = menuIcons[href];
              return (
                <Command.Item key={href} value={href} onSelect={() => open(href)} className={itemClass}>
                  <Icon aria-hidden className="size-5 text-muted" />
                  {rotulo}
                </Command.Item>
              );
            })}
          </Command.Group>
        )}
        {grupos.map(({ rotulo, itens }) => (
          <Command.Group key={rotulo} heading={rotulo} className={groupClass}>
            {itens.map(({ href, titulo, detalhe }) => (
              <Command.Item key={href} value={`${rotulo} ${href}`} onSelect={() => open(href)} className={itemClass}>
                <span className="truncate">{titulo}</span>
                <span className="ml-auto shrink-0 text-sm text-muted">{detalhe}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <p role="status" className="px-5 text-muted [&:not(:empty)]:pt-2 [&:not(:empty)]:pb-5">
        {failure?.message}
        {nothing && "Nada encontrado. Tente outra palavra."}
      </p>
    </Command>
  );
}
