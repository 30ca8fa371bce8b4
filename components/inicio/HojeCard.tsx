import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Situacao } from "@/lib/domain/agenda";
import type { Hoje } from "@/lib/inicio/queries";

const ditas: [Situacao, string][] = [
  ["agendado", "Agendados"],
  ["confirmado", "Confirmados"],
  ["concluido", "Concluídos"],
  ["faltou", "Faltas"],
  ["cancelado", "Cancelados"],
];

/** How many appointments the day has, and what became of them. */
export function HojeCard({ situacoes }: Pick<Hoje, "situacoes">) {
  const contas: [chave: string, titulo: string, quantos: number][] = [
    ["todos", "Ao todo", Object.values(situacoes).reduce((soma, quantos) => soma + quantos, 0)],
    ...ditas.map(([chave, titulo]): [string, string, number] => [chave, titulo, situacoes[chave]]),
  ];
  return (
    <Card title="Agendamentos de hoje">
      <dl className="-m-2 grid grid-cols-3 lg:grid-cols-6">
        {contas.map(([chave, titulo, quantos]) => (
          <div key={chave} className="relative rounded-md p-2 hover:bg-sunken">
            <dt className="truncate text-sm text-muted">{titulo}</dt>
            <dd className="text-2xl font-semibold" data-hoje={chave}>
              <Link
                href={chave === "cancelado" ? "/agenda?canceladas=sim" : "/agenda"}
                prefetch={false}
                className="after:absolute after:inset-0 after:rounded-md after:content-['']"
              >
                {quantos}
                <span className="sr-only">, ver na agenda</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
