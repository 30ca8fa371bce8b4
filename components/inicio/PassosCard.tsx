import { Circle } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Passos } from "@/lib/inicio/queries";

const passos: { chave: keyof Passos; titulo: string; porque: string; href: string }[] = [
  {
    ...{ chave: "logo", titulo: "Coloque o logotipo", href: "/configuracoes" },
    porque: "Ele aparece no painel, nos recibos e na tela de entrada.",
  },
  {
    ...{ chave: "horarios", titulo: "Confira os horários", href: "/configuracoes/horarios" },
    porque: "A agenda e o assistente só oferecem horários em que a empresa abre.",
  },
  {
    ...{ chave: "servicos", titulo: "Cadastre os serviços", href: "/servicos" },
    porque: "Com preço e duração, o valor e o fim de cada agendamento saem sozinhos.",
  },
  {
    ...{ chave: "equipe", titulo: "Cadastre a equipe", href: "/funcionarios" },
    porque: "Cada pessoa com os serviços que faz e o horário em que trabalha.",
  },
  {
    ...{ chave: "whatsapp", titulo: "Ligue o WhatsApp", href: "/configuracoes/whatsapp" },
    porque: "Os clientes marcam, mudam e confirmam conversando.",
  },
];

/** What a new company still has to do; nothing once all is done. */
export function PassosCard({ feitos }: { feitos: Passos }) {
  const faltam = passos.filter(({ chave }) => !feitos[chave]);
  if (!faltam.length) return null;
  const quantos = passos.length - faltam.length;
  return (
    <Card title="Primeiros passos">
      <ProgressBar label={`${quantos} de ${passos.length} feitos`} done={quantos} total={passos.length} />
      <ol className="-mx-2 mt-3 -mb-2 grid lg:grid-cols-2">
        {faltam.map(({ chave, titulo, porque, href }) => (
          <li key={chave} className="relative flex gap-3 rounded-md p-2 hover:bg-sunken">
            <Circle aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
            <div className="min-w-0">
              <Link href={href} prefetch={false} className="font-medium after:absolute after:inset-0 after:rounded-md">
                {titulo}
              </Link>
              <p className="text-sm text-muted">{porque}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
