"use client";

import { createContext, use } from "react";
import type { Inicial } from "@/components/agendamentos/marcar/formulario";
import type { Item, JanelaDaAgenda } from "@/lib/agenda/queries";
import type { NaoSairam } from "@/lib/balcao/queries";
import type { Failure } from "@/lib/domain/result";
import type { Endereco } from "./endereco";

/** What is open over the agenda besides an appointment or a block, which the address names. */
export type Folha =
  | { tipo: "marcar"; inicial: Inicial }
  | { tipo: "procurar" }
  | { tipo: "bloquear"; inicial: { funcionarioId?: number; inicio?: string } }
  /** Why there is nothing to book at a place; `inicio` is an ISO instant. */
  | { tipo: "motivo"; lugar: { funcionarioId: number; inicio: string } };

/** What every view of the agenda has in common, on the desktop and on the phone. */
export type Agenda = {
  /** All professionals of the window, also when the address chooses one; with what was just done laid over it. */
  janela: JanelaDaAgenda;
  carregando: boolean;
  falha: Failure | null;
  endereco: Endereco;
  /** Whether the address chooses somebody who neither works nor has appointments in the window. */
  ausente: boolean;
  /** Minutes since the epoch, as they go by, and the company's civil day. */
  agora: number;
  hoje: string;
  podeAgendar: boolean;
  /** How many appointments stood outside the hours when the page was drawn. */
  pendencias: number;
  /** Messages that did not go out; null for whoever may not send them. */
  naoSairam: NaoSairam | null;
  /** Changes the address: another day, another view. Opening something can be taken back with the browser's "back". */
  ir: (mudanca: Partial<Endereco>) => void;
  recarregar: () => Promise<void>;
  /** Shows a change before the server has it. @returns what takes it away again */
  remendar: (id: number, mudanca: Partial<Item>) => () => void;
  folha: Folha | null;
  abrir: (folha: Folha | null) => void;
};

export const AgendaContext = createContext<Agenda | null>(null);

export function useAgenda(): Agenda {
  const agenda = use(AgendaContext);
  if (!agenda) throw new Error("useAgenda is for what is inside <Agenda>");
  return agenda;
}
