"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { escreverInstante } from "@/lib/domain/instantes";
import type { UsuarioVisto } from "@/lib/usuarios/queries";
import { useUsuarioAtos } from "./use-usuario-atos";

/** Whether, when and on what somebody enters, and what can be done about it. */
export function UsuarioAcesso({ usuario, fuso }: { usuario: UsuarioVisto; fuso: string }) {
  const { atosDe, dialogos } = useUsuarioAtos();
  const { ativo, voce, ultimaEntrada, sessoes, funcionario } = usuario;
  const atos = atosDe(usuario).filter((ato) => "onSelect" in ato);
  return (
    <Card className="mb-5 max-w-2xl" title="Acesso">
      <dl className="grid gap-4 sm:grid-cols-2">
        <Dado rotulo="Situação">
          {ativo ? <Badge tone="brand">Ativo</Badge> : <Badge>Inativo</Badge>} {voce && <Badge>Você</Badge>}
        </Dado>
        <Dado rotulo="Última entrada">{ultimaEntrada ? escreverInstante(ultimaEntrada, fuso) : "nunca entrou"}</Dado>
        <Dado rotulo="Funcionário ligado">
          {funcionario ? (
            <Link href={`/funcionarios/${funcionario.id}`} className="text-brand-text underline underline-offset-4">
              {funcionario.nome}
            </Link>
          ) : (
            "nenhum"
          )}
        </Dado>
        <Dado rotulo="Sessões abertas">
          {sessoes.length === 0 && "nenhuma"}
          {sessoes.slice(0, MOSTRADAS).map((sessao) => (
            <span key={sessao.id} className="block">
              {sessao.descricao}
              <span className="block text-sm font-normal text-muted">
                usada em {escreverInstante(sessao.usadaEm, fuso)}
              </span>
            </span>
          ))}
          {sessoes.length > MOSTRADAS && `e mais ${sessoes.length - MOSTRADAS}`}
        </Dado>
      </dl>
      {atos.length > 0 && (
        <div className="mt-5 flex flex-wrap gap-2 border-t pt-4">
          {atos.map((ato) => (
            <Button key={ato.label} variant="secondary" onClick={ato.onSelect}>
              {ato.icon && <ato.icon aria-hidden />}
              {ato.label}
            </Button>
          ))}
        </div>
      )}
      {dialogos}
    </Card>
  );
}

const MOSTRADAS = 3;

function Dado({ rotulo, children }: { rotulo: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{rotulo}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
