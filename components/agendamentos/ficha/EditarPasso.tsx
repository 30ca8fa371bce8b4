"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { editarAgendamentoAction } from "@/lib/agendamentos/actions";
import { editarAgendamentoSchema } from "@/lib/agendamentos/schema";
import { emAberto } from "@/lib/domain/agenda";
import { ClienteBusca } from "../marcar/ClienteBusca";
import type { PassoProps } from "./Ficha";

type Editado = { cliente: { id: number; nome: string } | null; atendido: string; observacoes: string };

/** Who it is for and what should be known. */
export function EditarPasso({ detalhe, atos }: PassoProps) {
  // Over what it is by now: after a refusal that may be something else.
  const [mudado, setMudado] = useState<Partial<Editado>>({});
  const { cliente, atendido, observacoes }: Editado = { ...detalhe, atendido: detalhe.atendido ?? "", ...mudado };
  const mudar = (mudanca: Partial<Editado>) => setMudado({ ...mudado, ...mudanca });
  const [trocando, setTrocando] = useState(false);

  const { id, versao } = detalhe;
  const input = { id, versao, clienteId: cliente?.id ?? null, atendido, observacoes };
  const erros = new Map(editarAgendamentoSchema.safeParse(input).error?.issues.map((um) => [um.path[0], um.message]));

  const salvar = () =>
    atos.pedir({
      agir: ({ chave }) => editarAgendamentoAction(input, chave),
      feito: "Agendamento salvo.",
      desfaz: (salvo) => salvo,
    });

  return (
    <>
      {trocando ? (
        <ClienteBusca
          autoFocus
          onEscolher={(escolhido) => {
            mudar({ cliente: escolhido });
            setTrocando(false);
          }}
        />
      ) : (
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0">
            <span className="block text-sm text-muted">Cliente</span>
            <span className="block truncate font-medium">{cliente?.nome ?? "Sem nome"}</span>
          </p>
          {emAberto(detalhe.situacao) && (
            <Button variant="secondary" size="sm" onClick={() => setTrocando(true)}>
              Trocar cliente
            </Button>
          )}
        </div>
      )}
      <Field label="Quem será atendido" optional error={erros.get("atendido")}>
        <Input value={atendido} maxLength={120} onChange={({ target }) => mudar({ atendido: target.value })} />
      </Field>
      <Field label="Observações" optional hint="Só a equipe vê." error={erros.get("observacoes")}>
        <Textarea
          value={observacoes}
          maxLength={1_000}
          onChange={({ target }) => mudar({ observacoes: target.value })}
        />
      </Field>
      <Button pending={atos.pendente} disabled={erros.size > 0} onClick={() => void salvar()}>
        Salvar
      </Button>
    </>
  );
}
