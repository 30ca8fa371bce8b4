"use client";

import { Check, MessageCircle, X } from "lucide-react";
import Link from "next/link";
import { Button, ButtonLink } from "@/components/ui/button";
import { cancelarAction, confirmarAction } from "@/lib/atendimentos/actions";
import { enderecoDoWhatsApp, textoDeConfirmacao } from "@/lib/domain/recados";
import { escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";
import { escreverTelefone } from "@/lib/domain/telefone";
import type { ParaConfirmar } from "@/lib/marcacoes/queries";
import type { Pedido } from "../agenda/use-atos";

type Registro = { id: number; versao: number };

type ConfirmarItemProps = {
  /** All of one visit. */
  partes: readonly ParaConfirmar[];
  fuso: string;
  empresa: string;
  dia: string;
  hoje: string;
  pendente: boolean;
  pedir: (pedido: Pedido<Registro>) => Promise<boolean>;
};

/** One client to be asked, and their answer. */
export function ConfirmarItem({ partes, fuso, empresa, dia, hoje, pendente, pedir }: ConfirmarItemProps) {
  const { cliente, clienteId, telefone } = partes[0]!;
  const ditas = partes.map((parte) => ({ ...parte, hora: escreverHoraDe(minutoDoInstante(parte.inicio), fuso) }));
  const desfaz = ({ id, versao }: Registro) => ({ id, versao });

  async function vem() {
    for (const { id, versao } of partes) {
      const agir: Pedido<Registro>["agir"] = ({ chave }) => confirmarAction({ id, versao }, chave);
      if (!(await pedir({ agir, feito: `${cliente}: confirmado.`, desfaz }))) return;
    }
  }
  const naoVem = ({ id, versao }: Registro) =>
    pedir({
      agir: ({ chave }) => cancelarAction({ id, versao, motivo: "cliente_desistiu", detalhe: "" }, chave),
      feito: `${cliente}: cancelado.`,
      desfaz,
    });

  return (
    <li className="grid grid-cols-1 gap-3 rounded-lg border bg-surface p-4">
      <div className="min-w-0">
        <Link href={`/clientes/${clienteId}`} className="font-semibold hover:underline">
          {cliente}
        </Link>
        <p className="text-sm text-muted">{escreverTelefone(telefone) || "Sem telefone: avise de outro jeito."}</p>
        {ditas.map(({ id, hora, servicos, profissional }) => (
          <p key={id}>
            {hora}, {servicos} com {profissional}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {telefone && (
          <ButtonLink
            variant="secondary"
            className="grow"
            href={enderecoDoWhatsApp(
              telefone,
              textoDeConfirmacao({ nome: cliente, empresa, dia, hoje, partes: ditas }),
            )}
            target="_blank"
            rel="noreferrer"
          >
            <MessageCircle aria-hidden />
            Perguntar<span className="sr-only"> a {cliente} pelo WhatsApp</span>
          </ButtonLink>
        )}
        <Button className="grow" disabled={pendente} onClick={() => void vem()}>
          <Check aria-hidden />
          Vem<span className="sr-only">: {cliente}</span>
        </Button>
        <Button
          variant="secondary"
          className="grow text-danger-text"
          disabled={pendente}
          onClick={() => void naoVem(partes[0]!)}
        >
          <X aria-hidden />
          Não vem<span className="sr-only">: {cliente}</span>
        </Button>
      </div>
    </li>
  );
}
