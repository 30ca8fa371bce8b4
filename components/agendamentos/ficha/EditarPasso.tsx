"use client";

import { useState } from "react";
import { useAtos } from "@/components/agenda/use-atos";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { editarAgendamentoAction } from "@/lib/agendamentos/actions";
import { editarAgendamentoSchema } from "@/lib/agendamentos/schema";
import { emAberto } from "@/lib/domain/agenda";
import type { Failure } from "@/lib/domain/result";
import { ClienteBusca } from "../marcar/ClienteBusca";
import { Falha } from "../marcar/Falha";
import type { PassoProps } from "./Ficha";

/** Who it is for and what should be known. */
export function EditarPasso({ detalhe, onClose }: PassoProps) {
  const { pedir, pendente, dialogos } = useAtos(detalhe.fuso);
  const [cliente, setCliente] = useState<{ id: number; nome: string } | null>(detalhe.cliente);
  const [trocando, setTrocando] = useState(false);
  const [atendido, setAtendido] = useState(detalhe.atendido ?? "");
  const [observacoes, setObservacoes] = useState(detalhe.observacoes);
  const [falha, setFalha] = useState<Failure | null>(null);

  const { id, versao } = detalhe;
  const input = { id, versao, clienteId: cliente?.id ?? null, atendido, observacoes };
  const erros = new Map(editarAgendamentoSchema.safeParse(input).error?.issues.map((um) => [um.path[0], um.message]));

  async function salvar() {
    setFalha(null);
    const answer = await pedir({
      agir: ({ chave }) => editarAgendamentoAction(input, chave),
      feito: "Agendamento salvo.",
      desfaz: (salvo) => salvo,
      aoRecusar: setFalha,
    });
    if (answer.ok) onClose();
  }

  return (
    <>
      {falha && <Falha falha={falha} fuso={detalhe.fuso} />}
      {trocando ? (
        <ClienteBusca
          autoFocus
          onEscolher={(escolhido) => {
            setCliente(escolhido);
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
        <Input value={atendido} maxLength={120} onChange={({ target }) => setAtendido(target.value)} />
      </Field>
      <Field label="Observações" optional hint="Só a equipe vê." error={erros.get("observacoes")}>
        <Textarea value={observacoes} maxLength={1_000} onChange={({ target }) => setObservacoes(target.value)} />
      </Field>
      <Button pending={pendente} disabled={erros.size > 0} onClick={() => void salvar()}>
        Salvar
      </Button>
      {dialogos}
    </>
  );
}
