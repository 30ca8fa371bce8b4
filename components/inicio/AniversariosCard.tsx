import { Cake, MessageCircle } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { enderecoDoWhatsApp, textoDeAniversario } from "@/lib/domain/recados";
import { escreverDiaRelativo } from "@/lib/domain/relogio";
import type { Aniversariante } from "@/lib/inicio/queries";

type AniversariosCardProps = { aniversariantes: readonly Aniversariante[]; hoje: string; empresa: string };

/** Whose birthday is near, today's with a greeting ready to be sent. */
export function AniversariosCard({ aniversariantes, hoje, empresa }: AniversariosCardProps) {
  return (
    <Card title="Aniversários" hint="De hoje até daqui a seis dias">
      {aniversariantes.length === 0 ? (
        <p className="text-muted">Nenhum cliente faz anos nestes dias.</p>
      ) : (
        <ul className="grid grid-cols-1 divide-y">
          {aniversariantes.map(({ id, nome, telefone, dia }) => (
            <li key={id} className="flex min-h-12 items-center gap-3 py-1">
              <Cake aria-hidden className="size-4.5 shrink-0 text-muted" />
              <span className="min-w-0 grow">
                <Link
                  href={`/clientes/${id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 max-w-full items-center font-medium hover:underline pointer-coarse:min-h-11"
                >
                  <span className="truncate">{nome}</span>
                </Link>
              </span>
              {dia === hoje && telefone ? (
                <ButtonLink
                  variant="secondary"
                  size="sm"
                  href={enderecoDoWhatsApp(telefone, textoDeAniversario({ nome, empresa }))}
                  target="_blank"
                  rel="noreferrer"
                >
                  <MessageCircle aria-hidden />
                  Dar parabéns<span className="sr-only"> a {nome} pelo WhatsApp</span>
                </ButtonLink>
              ) : (
                <span className="shrink-0 text-sm text-muted">{escreverDiaRelativo(dia, hoje)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
