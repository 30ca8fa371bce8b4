"use client";

import { useState } from "react";
import { newKey } from "@/components/ui/call";
import { dropDraft, keepDraft, readDraft } from "@/components/ui/drafts";
import { usePersonId } from "@/components/layout/person";
import { lerTelefone } from "@/lib/domain/telefone";
import { RASCUNHO } from "../rascunho";
import { comecar, type Formulario, type Inicial, type Mudar } from "./formulario";

type Rascunho = {
  formulario: Formulario;
  agora: boolean;
  /** The key of the last try, and what it carried: the very same thing sent again is done once. */
  chave: string;
  enviado: string | null;
};

/** A draft from before the switch existed tells the client, as the switch does at first. */
const completar = (antigo: Rascunho | null): Rascunho | null =>
  antigo && { ...antigo, formulario: { ...antigo.formulario, avisar: antigo.formulario.avisar ?? true } };

/** How a client is recognized: by number, or by phone before they are registered. */
const quemE = ({ cliente, novo }: Pick<Inicial, "cliente" | "novo"> | Formulario) =>
  cliente?.id ?? (novo && lerTelefone(novo.telefone));

/** Whether it is about somebody else than the client that is asked for, if one is. */
function deOutro({ formulario }: Rascunho, inicial: Inicial): boolean {
  const pedido = quemE(inicial);
  return Boolean(inicial.cliente ?? inicial.novo) && (!pedido || pedido !== quemE(formulario));
}

/** What was tapped is newer than what was typed before. */
function juntar({ formulario, ...resto }: Rascunho, { inicio, funcionarioId, agora }: Inicial): Rascunho {
  const [primeira, ...outras] = formulario.partes;
  if (!primeira || (!inicio && !agora)) return { formulario, ...resto };
  const lugar = { inicio: inicio ?? primeira.inicio, funcionarioId: funcionarioId ?? primeira.funcionarioId };
  return { ...resto, formulario: { ...formulario, partes: [{ ...primeira, ...lugar }, ...outras] } };
}

/**
 * The form's state, kept in this browser with every change until it is sent or given up.
 *
 * @returns also `resgatado`: it was cut off before and came back
 */
export function useRascunho(inicial: Inicial) {
  const pessoa = usePersonId();
  const novo = (): Rascunho => ({
    formulario: comecar(inicial, Math.floor(Date.now() / 60_000)),
    agora: Boolean(inicial.agora),
    chave: newKey(),
    enviado: null,
  });
  const [antigo] = useState(() => {
    const guardado = completar(readDraft<Rascunho>(pessoa, RASCUNHO));
    return guardado && deOutro(guardado, inicial) ? null : guardado;
  });
  const [resgatado, setResgatado] = useState(antigo !== null);
  const [rascunho, setRascunho] = useState(() => (antigo ? juntar(antigo, inicial) : novo()));

  function guardar(mudado: Rascunho) {
    setRascunho(mudado);
    keepDraft(pessoa, RASCUNHO, mudado);
  }
  const mudar: Mudar = (mudanca) => guardar({ ...rascunho, formulario: { ...rascunho.formulario, ...mudanca } });

  return {
    formulario: rascunho.formulario,
    agora: rascunho.agora,
    resgatado,
    mudar,
    /** The key for sending this: the last try's if that carried the same. */
    chaveDe(conteudo: string): string {
      const chave = rascunho.enviado === null || rascunho.enviado === conteudo ? rascunho.chave : newKey();
      guardar({ ...rascunho, chave, enviado: conteudo });
      return chave;
    },
    esquecer: () => dropDraft(pessoa, RASCUNHO),
    recomecar() {
      dropDraft(pessoa, RASCUNHO);
      setResgatado(false);
      setRascunho(novo());
    },
  };
}
