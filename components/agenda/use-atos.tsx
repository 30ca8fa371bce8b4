"use client";

import { useState, type ReactNode } from "react";
import { tell } from "@/components/layout/live";
import { call, newKey, type Answer } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { useGo } from "@/components/ui/use-go";
import { desfazerAction } from "@/lib/atendimentos/actions";
import type { Failure, Result } from "@/lib/domain/result";
import { AvisoDialog, ConflitoDialog } from "./AtoDialogs";

export type Sugestao = NonNullable<Failure["sugestoes"]>[number];
export type Registro = { id: number; versao: number };

type Envio = {
  chave: string;
  /** Keys of the warnings that the person was told. */
  cientes: string[];
  /** Where to go instead, chosen after the place was lost. */
  lugar?: Sugestao;
};

export type Pedido<T> = {
  agir: (envio: Envio) => Promise<Result<T>>;
  /** The toast after success: "Remarcado para 15:00." */
  feito: string | ((data: T, lugar?: Sugestao) => string);
  /** What "Desfazer" takes back: the record as the act left it. Missing: nothing can be taken back. */
  desfaz?: (data: T) => Registro | undefined;
  /** `agir` knows what to do with `lugar`, so the nearest free times are offered. */
  outroLugar?: boolean;
  /** The form's own key, kept over reloads; else each request has a new one. */
  chave?: string;
  /** What was already said on the form. */
  cientes?: string[];
  /** Says the refusal in its own place, e.g. in an open sheet, which hides toasts. */
  aoRecusar?: (falha: Failure, perdido: boolean) => void;
};

const DEZ_SEGUNDOS = 10_000;

/** Takes the last act on an appointment back and says so. */
export async function desfazer(registro: Registro) {
  const chave = newKey();
  const answer = await call(() => desfazerAction(registro, chave));
  tell("agenda");
  if (answer.ok) toast.success("Desfeito.");
  else toast.error(answer.error.message);
}

type Pergunta =
  | { tipo: "aviso"; falha: Failure; responder: (segue: boolean) => void }
  | { tipo: "conflito"; falha: Failure; responder: (lugar: Sugestao | null) => void };

/**
 * Does an act of the agenda to its end: asks before what a person should know (`aviso`), offers the nearest free times
 * when the place was lost, and says what was done, with ten seconds to take it back.
 *
 * @param fuso IANA zone @returns `pedir`, whether something is under way, and the dialogs to put on the page
 */
export function useAtos(fuso: string): {
  pedir: <T>(pedido: Pedido<T>) => Promise<Answer<T>>;
  pendente: boolean;
  dialogos: ReactNode;
} {
  const go = useGo();
  const [emVoo, setEmVoo] = useState(0);
  const [pergunta, setPergunta] = useState<Pergunta | null>(null);

  async function perguntar<R>(como: (responder: (resposta: R) => void) => Pergunta): Promise<R> {
    const resposta = await new Promise<R>((resolve) => setPergunta(como(resolve)));
    setPergunta(null);
    return resposta;
  }
  const avisar = (falha: Failure) => perguntar<boolean>((responder) => ({ tipo: "aviso", falha, responder }));
  const oferecer = (falha: Failure) =>
    perguntar<Sugestao | null>((responder) => ({ tipo: "conflito", falha, responder }));

  function recusar<T>({ aoRecusar, ...pedido }: Pedido<T>, falha: Failure, perdido: boolean, envio: Envio) {
    if (aoRecusar) return aoRecusar(falha, perdido);
    const { link } = falha;
    // Without an answer it may have been done: the same key does it once.
    const repetir = perdido && {
      label: "Tentar de novo",
      onClick: () => void pedir({ ...pedido, chave: envio.chave, cientes: envio.cientes }),
    };
    toast.error(falha.message, {
      action: repetir || (link && { label: link.label, onClick: () => go(link.href) }),
    });
  }

  async function pedir<T>(pedido: Pedido<T>): Promise<Answer<T>> {
    let envio: Envio = { chave: pedido.chave ?? newKey(), cientes: pedido.cientes ?? [] };
    for (;;) {
      const este = envio;
      setEmVoo((n) => n + 1);
      const answer = await call(() => pedido.agir(este));
      setEmVoo((n) => n - 1);
      // A refusal as well: whoever was refused has seen something old.
      tell("agenda");
      if (answer.ok) {
        const registro = pedido.desfaz?.(answer.data);
        toast.success(typeof pedido.feito === "string" ? pedido.feito : pedido.feito(answer.data, este.lugar), {
          duration: registro && DEZ_SEGUNDOS,
          action: registro && { label: "Desfazer", onClick: () => void desfazer(registro) },
        });
        return answer;
      }
      const { error: falha, lost } = answer;
      if (falha.code === "aviso" && falha.avisos) {
        if (!(await avisar(falha))) return answer;
        envio = { ...este, cientes: [...este.cientes, ...falha.avisos.map(({ chave }) => chave)] };
      } else if (falha.sugestoes?.length && pedido.outroLugar) {
        const lugar = await oferecer(falha);
        if (!lugar) return answer;
        envio = { ...este, lugar, cientes: pedido.cientes ?? [] };
      } else {
        recusar(pedido, falha, lost, este);
        return answer;
      }
    }
  }

  const dialogos = (
    <>
      {pergunta?.tipo === "aviso" && <AvisoDialog falha={pergunta.falha} onResponder={pergunta.responder} />}
      {pergunta?.tipo === "conflito" && (
        <ConflitoDialog falha={pergunta.falha} fuso={fuso} onResponder={pergunta.responder} />
      )}
    </>
  );
  return { pedir, pendente: emVoo > 0, dialogos };
}
