"use client";

import { CheckCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useGo } from "@/components/ui/use-go";
import { escreverDiaLongo } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import type { ParaConfirmar } from "@/lib/marcacoes/queries";
import { useAtos } from "../agenda/use-atos";
import { ConfirmarItem } from "./ConfirmarItem";

type ConfirmarListaProps = { fuso: string; empresa: string; dia: string; hoje: string; itens: ParaConfirmar[] };

/** The parts of a visit together, asked in one message. */
function porVisita(itens: readonly ParaConfirmar[]): ParaConfirmar[][] {
  const grupos = new Map<string, ParaConfirmar[]>();
  for (const item of itens) {
    const chave = item.visita ?? String(item.id);
    grupos.set(chave, [...(grupos.get(chave) ?? []), item]);
  }
  return [...grupos.values()];
}

/** Who has not said yet whether they come: one tap opens the chat with the text ready, one tap marks the answer. */
export function ConfirmarLista({ itens, dia, ...resto }: ConfirmarListaProps) {
  const go = useGo();
  const { pedir, pendente, dialogos } = useAtos(resto.fuso);
  const grupos = porVisita(itens);
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      <Field label="Dia">
        <Input
          type="date"
          value={dia}
          onChange={({ target }) => target.value && go(`/agenda/confirmar?dia=${target.value}`)}
        />
      </Field>
      {grupos.length ? (
        <>
          <p className="text-muted" role="status">
            <span className="inline-block first-letter:uppercase">{escreverDiaLongo(dia)}</span>:{" "}
            {contar(grupos.length, "pessoa para avisar", "pessoas para avisar")}.
          </p>
          <ul className="grid grid-cols-1 gap-3">
            {grupos.map((partes) => (
              <ConfirmarItem
                key={partes[0]!.id}
                partes={partes}
                dia={dia}
                {...resto}
                pendente={pendente}
                pedir={async (pedido) => (await pedir(pedido)).ok}
              />
            ))}
          </ul>
        </>
      ) : (
        <EmptyState
          icon={CheckCheck}
          title="Ninguém para avisar"
          action={<ButtonLink href={`/agenda?dia=${dia}`}>Ver a agenda do dia</ButtonLink>}
        >
          Quem está marcado para {escreverDiaLongo(dia)} já confirmou.
        </EmptyState>
      )}
      {dialogos}
    </div>
  );
}
