"use client";

import { MessageCircle, Pencil, Phone } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { ImprimirButton } from "./ImprimirButton";
import { useClienteAtos } from "./use-cliente-atos";

type ClienteAcoesProps = {
  cliente: { id: number; nome: string; versao: number; ativo: boolean; telefone: string | null };
  podeEditar: boolean;
  children?: ReactNode;
};

/** The buttons of a client's page: to reach the client first, then what changes. */
export function ClienteAcoes({ cliente, podeEditar, children }: ClienteAcoesProps) {
  const router = useRouter();
  const { atosDe, dialogos } = useClienteAtos(() => router.push("/clientes"));
  const { id, telefone } = cliente;
  const [, ...outros] = atosDe(cliente);
  return (
    <>
      {telefone && (
        <>
          <ButtonLink variant="secondary" href={`tel:${telefone}`}>
            <Phone aria-hidden />
            Ligar
          </ButtonLink>
          <ButtonLink variant="secondary" href={`https://wa.me/${telefone.slice(1)}`} target="_blank" rel="noreferrer">
            <MessageCircle aria-hidden />
            WhatsApp
          </ButtonLink>
        </>
      )}
      <ImprimirButton id={id} />
      {children}
      {podeEditar && (
        <>
          <ButtonLink href={`/clientes/${id}/editar`}>
            <Pencil aria-hidden />
            Editar
          </ButtonLink>
          <Menu label="Mais ações" items={outros} />
        </>
      )}
      {dialogos}
    </>
  );
}
