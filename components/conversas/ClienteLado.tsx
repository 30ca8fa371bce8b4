"use client";

import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { Suspense, useState } from "react";
import { useLive } from "@/components/layout/live";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { onDemand } from "@/components/ui/on-demand";
import type { ConversaVista } from "@/lib/balcao/queries";
import { escreverDiaCurto, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { escreverTelefone } from "@/lib/domain/telefone";

const MarcarSheet = onDemand(() => import("@/components/agendamentos/MarcarSheet"));

const link = "text-brand-text underline underline-offset-4";

/** Who the client is, what comes next, and the booking form with what the assistant understood already in it. */
export function ClienteLado({ conversa, onMudou }: { conversa: ConversaVista; onMudou: () => void }) {
  const { cliente, entendido, fuso, nome, telefone, avisosParadosEm } = conversa;
  const [marcando, setMarcando] = useState(false);
  useLive("agenda", onMudou);
  const inicial = {
    servicos: entendido?.servicos.length ? entendido.servicos : undefined,
    funcionarioId: entendido?.profissionalId ?? undefined,
    inicio: entendido?.inicio ?? undefined,
    dia: entendido?.dia ?? undefined,
    cliente: cliente ?? undefined,
    novo: cliente ? undefined : { nome: nome === telefone ? "" : nome, telefone: telefone ?? "" },
    atendido: entendido?.atendido ?? undefined,
  };
  return (
    <div className="grid content-start gap-4">
      <div>
        <h2 className="text-lg font-semibold">
          {cliente ? (
            <Link href={`/clientes/${cliente.id}`} className={`inline-flex min-h-11 items-center md:min-h-6 ${link}`}>
              {cliente.nome}
            </Link>
          ) : (
            nome
          )}
        </h2>
        <p className="text-muted">
          {[escreverTelefone(cliente?.telefone ?? telefone), !cliente && "ainda sem cadastro"]
            .filter(Boolean)
            .join(", ")}
        </p>
      </div>
      <Button onClick={() => setMarcando(true)}>
        <CalendarPlus aria-hidden />
        Marcar horário
      </Button>
      {entendido && <p className="text-sm text-muted">O formulário abre com o que o assistente já entendeu.</p>}
      {cliente?.observacoes && <Notice title="Sobre o cliente">{cliente.observacoes}</Notice>}
      {avisosParadosEm && <Notice>Este cliente pediu para não receber avisos.</Notice>}
      {cliente && (
        <section>
          <h3 className="font-medium">Próximos horários</h3>
          {cliente.proximos.length === 0 ? (
            <p className="text-muted">Nada marcado.</p>
          ) : (
            <ul className="divide-y">
              {cliente.proximos.map(({ id, inicio, servicos, funcionario }) => {
                const minuto = minutoDoInstante(inicio);
                const { dia } = relogio(minuto, fuso);
                return (
                  <li key={id}>
                    <Link href={`/agenda?dia=${dia}&abrir=${id}`} className="block min-h-11 py-2 hover:bg-sunken">
                      <span className="block font-medium">
                        {escreverDiaCurto(dia)} às {escreverHoraDe(minuto, fuso)}
                      </span>
                      <span className="block text-sm text-muted">
                        {servicos} com {funcionario}
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      )}
      {marcando && (
        <Suspense>
          <MarcarSheet inicial={inicial} onClose={() => setMarcando(false)} />
        </Suspense>
      )}
    </div>
  );
}
