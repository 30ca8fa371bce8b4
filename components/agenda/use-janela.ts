"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { read } from "@/components/ui/use-read";
import type { Item, JanelaDaAgenda } from "@/lib/agenda/queries";
import type { Failure } from "@/lib/domain/result";

/** A window as the server gave it, and the address under which it can be read anew. */
export type JanelaLida = { endereco: string; janela: JanelaDaAgenda };

type Remendo = { id: number; mudanca: Partial<Item> };

const GUARDADAS = 12;

function guardar(lidas: readonly JanelaLida[], nova: JanelaLida): JanelaLida[] {
  return [nova, ...lidas.filter(({ endereco }) => endereco !== nova.endereco)].slice(0, GUARDADAS);
}

/**
 * The window of the agenda that an address names: first what the page brought, then what `GET /api/agenda` answers, with
 * what a person has just done laid over it until the server says the same. While a window is on its way the last reading
 * of it is shown, or an empty one with the same professionals.
 *
 * @param doServidor what the page brought; a newer rendering of the page wins
 */
export function useJanela(endereco: string, doServidor: JanelaLida) {
  const [lidas, setLidas] = useState([doServidor]);
  const [vista, setVista] = useState(doServidor);
  const [remendos, setRemendos] = useState<readonly Remendo[]>([]);
  const [falha, setFalha] = useState<Failure | null>(null);
  const pedidas = useRef(0);
  const chegada = useRef(0);

  if (vista !== doServidor) {
    setVista(doServidor);
    setLidas(guardar(lidas, doServidor));
  }

  const recarregar = useCallback(async () => {
    const minha = ++pedidas.current;
    try {
      const janela = await read<JanelaDaAgenda>(endereco);
      if (minha < chegada.current) return;
      chegada.current = minha;
      setLidas((antes) => guardar(antes, { endereco, janela }));
      setFalha(null);
    } catch (erro) {
      if (minha === pedidas.current) setFalha(erro as Failure);
    }
  }, [endereco]);

  const primeira = useRef(true);
  useEffect(() => {
    if (primeira.current) primeira.current = false;
    else void recarregar();
  }, [recarregar]);

  /** Shows a change before the server has it. @returns what takes it away again */
  const remendar = useCallback((id: number, mudanca: Partial<Item>) => {
    const remendo = { id, mudanca };
    setRemendos((antes) => [...antes, remendo]);
    return () => setRemendos((antes) => antes.filter((outro) => outro !== remendo));
  }, []);

  const lida = lidas.find((uma) => uma.endereco === endereco)?.janela;
  const ultima = lida ?? lidas[0]!.janela;
  const janela = useMemo(() => {
    const cheia: JanelaDaAgenda = lida ?? { ...ultima, itens: [], fechado: [], bloqueios: [] };
    if (!remendos.length) return cheia;
    const itens = cheia.itens.map((item) =>
      remendos.reduce((feito, { id, mudanca }) => (id === item.id ? { ...feito, ...mudanca } : feito), item),
    );
    return { ...cheia, itens };
  }, [lida, ultima, remendos]);

  return { janela, carregando: !lida, falha, recarregar, remendar };
}
