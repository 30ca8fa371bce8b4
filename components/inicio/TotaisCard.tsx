import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Totais } from "@/lib/inicio/queries";

const ditos: [Exclude<keyof Totais, "maisClientes">, titulo: string, href: string][] = [
  ["agendamentos", "Agendamentos", "/agenda"],
  ["clientes", "Clientes", "/clientes"],
  ["funcionarios", "Funcionários", "/funcionarios"],
  ["servicos", "Serviços", "/servicos"],
  ["usuarios", "Usuários que entram", "/usuarios"],
];

const inteiro = new Intl.NumberFormat("pt-BR");

/** How many of everything the company has, as far as this person may see them. */
export function TotaisCard({ totais }: { totais: Totais }) {
  return (
    <Card title="Totais">
      <dl className="grid divide-y">
        {ditos.map(([chave, titulo, href]) => {
          const quantos = totais[chave];
          if (quantos === undefined) return null;
          return (
            <div key={chave} className="relative flex min-h-11 items-center justify-between gap-4">
              <dt>
                <Link href={href} prefetch={false} className="after:absolute after:inset-0 hover:underline">
                  {titulo}
                </Link>
              </dt>
              <dd className="font-semibold tabular-nums" data-total={chave}>
                {chave === "clientes" && totais.maisClientes && "mais de "}
                {inteiro.format(quantos)}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
