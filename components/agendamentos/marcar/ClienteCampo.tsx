"use client";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { escreverDiaDoInstante } from "@/lib/domain/instantes";
import type { QuemFaz } from "@/lib/domain/oferta";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { ClienteParaAgendar } from "@/lib/marcacoes/queries";
import { ClienteBusca } from "./ClienteBusca";
import { comCliente, lerNovo, type Erros, type Formulario, type Mudar } from "./formulario";
import { NovoCliente } from "./NovoCliente";
import { Erro, Secao } from "./Secao";

type ClienteCampoProps = {
  formulario: Formulario;
  mudar: Mudar;
  erros: Erros;
  profissionais: readonly QuemFaz[];
  fuso: string;
  /** The search is where the person begins. */
  primeiro: boolean;
};

/** Who it is for: somebody known, somebody new, or nobody by name. */
export function ClienteCampo({ formulario, mudar, erros, profissionais, fuso, primeiro }: ClienteCampoProps) {
  const { cliente, novo, semNome } = formulario;
  const outro = () => mudar({ cliente: null, novo: null, semNome: false });
  return (
    <Secao
      titulo="Cliente"
      acao={
        (cliente || novo || semNome) && (
          <Button variant="ghost" size="sm" onClick={outro}>
            Trocar<span className="sr-only"> de cliente</span>
          </Button>
        )
      }
    >
      {cliente ? (
        <Pessoa cliente={cliente} fuso={fuso} />
      ) : novo ? (
        <NovoCliente novo={novo} erros={erros} onMudar={(mudanca) => mudar({ novo: { ...novo, ...mudanca } })} />
      ) : semNome ? (
        <p className="text-muted">Sem nome: o horário fica marcado sem cliente.</p>
      ) : (
        <ClienteBusca
          autoFocus={primeiro}
          onEscolher={(escolhido) => mudar(comCliente(formulario, escolhido, profissionais))}
          onNovo={(texto) => mudar({ novo: lerNovo(texto) })}
          onSemNome={() => mudar({ semNome: true })}
        />
      )}
      <Erro>{erros.cliente ?? erros.clienteId}</Erro>
    </Secao>
  );
}

function Pessoa({ cliente: { nome, telefone, ultimaVisitaEm }, fuso }: { cliente: ClienteParaAgendar; fuso: string }) {
  const visita = ultimaVisitaEm ? `última visita em ${escreverDiaDoInstante(ultimaVisitaEm, fuso)}` : "primeira visita";
  return (
    <div className="flex items-center gap-3">
      <Avatar nome={nome} />
      <div className="min-w-0">
        <p className="truncate font-medium">{nome}</p>
        <p className="text-sm text-muted">{[escreverTelefone(telefone), visita].filter(Boolean).join(", ")}</p>
      </div>
    </div>
  );
}
