"use client";

import Link from "next/link";
import { useAgora } from "@/components/agenda/use-agora";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ColorDot } from "@/components/ui/color-dot";
import { EmptyState } from "@/components/ui/empty-state";
import { presencaDe, type Presenca } from "@/lib/domain/presenca";
import { escreverHoraDe } from "@/lib/domain/relogio";
import { contar } from "@/lib/domain/texto";
import type { Hoje } from "@/lib/inicio/queries";

const frases: Record<Presenca["estado"], (hora: string, com: string) => string> = {
  livre: (hora) => `até ${hora}`,
  depois: (hora) => `Começa às ${hora}`,
  acabou: (hora) => `Terminou às ${hora}`,
  atendendo: (hora, com) => `Com ${com} até ${hora}`,
  bloqueado: (hora, com) => `${com} até ${hora}`,
};

type EquipeCardProps = Pick<Hoje, "equipe" | "fuso" | "agora">;

/** Who works today and where they are now; each leads to their day on the agenda. */
export function EquipeCard({ equipe, fuso, agora: doServidor }: EquipeCardProps) {
  const agora = useAgora(doServidor);
  const presentes = equipe.flatMap((pessoa) => {
    const presenca = presencaDe(pessoa, agora);
    return presenca ? [{ ...pessoa, presenca }] : [];
  });
  const livres = presentes.filter(({ presenca }) => presenca.estado === "livre").length;
  return (
    <Card title="Quem trabalha hoje" hint={presentes.length > 0 && `${contar(livres, "livre", "livres")} agora`}>
      {presentes.length === 0 ? (
        <EmptyState title="Ninguém trabalha hoje">
          Aparece aqui quem faz algum serviço e tem horário neste dia.
        </EmptyState>
      ) : (
        <ul className="-m-2 grid grid-cols-1 lg:max-h-152 lg:overflow-y-auto">
          {presentes.map(({ id, nome, cor, presenca }) => (
            <li key={id}>
              <Link
                href={`/agenda?profissional=${id}`}
                prefetch={false}
                className="flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5 hover:bg-sunken"
              >
                <ColorDot cor={cor} />
                <span className="min-w-0 grow">
                  <span className="block truncate font-medium">{nome}</span>
                  <span className="block truncate text-sm text-muted">
                    {frases[presenca.estado](escreverHoraDe(presenca.ate, fuso), "com" in presenca ? presenca.com : "")}
                  </span>
                </span>
                {presenca.estado === "livre" && <Badge tone="success">Livre</Badge>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
