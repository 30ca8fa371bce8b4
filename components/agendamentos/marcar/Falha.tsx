"use client";

import { SugestoesChips } from "@/components/agenda/AtoDialogs";
import type { Sugestao } from "@/components/agenda/use-atos";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/domain/result";

type FalhaProps = { falha: Failure; fuso: string; onSugestao?: (lugar: Sugestao) => void };

/** Why it could not be done, and the ways on: a nearby time, the record in question, or signing in again. */
export function Falha({ falha: { code, message, link, sugestoes }, fuso, onSugestao }: FalhaProps) {
  const saida =
    code === "nao_autenticado"
      ? { href: `/entrar?voltar=${encodeURIComponent(location.pathname + location.search)}`, label: "Entrar de novo" }
      : link;
  const guardado = code === "nao_autenticado" || code === "inesperado" ? " O que você digitou continua aqui." : "";
  return (
    <Notice
      tone="danger"
      actions={
        saida && (
          <ButtonLink variant="secondary" href={saida.href} prefetch={false}>
            {saida.label}
          </ButtonLink>
        )
      }
    >
      <p>{message + guardado}</p>
      {onSugestao && sugestoes && sugestoes.length > 0 && (
        <div className="mt-3">
          <SugestoesChips sugestoes={sugestoes} fuso={fuso} onEscolher={onSugestao} />
        </div>
      )}
    </Notice>
  );
}
