import {
  BanknoteArrowUp,
  CalendarDays,
  CalendarX,
  ChartColumn,
  FileText,
  MessageCircle,
  Receipt,
  Users,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import { relatorios, type ChaveRelatorio } from "@/lib/domain/relatorios";

const icones: Record<ChaveRelatorio, LucideIcon> = {
  agendamentos: CalendarDays,
  desempenho: ChartColumn,
  clientes: Users,
  financeiro: BanknoteArrowUp,
  faltas: CalendarX,
  mensagens: MessageCircle,
};

const lugares = [
  ...Object.entries(relatorios).map(([chave, { titulo, resumo }]) => {
    return { href: `/relatorios/${chave}`, titulo, resumo, Icone: icones[chave as ChaveRelatorio] };
  }),
  {
    ...{ href: "/relatorios/resumo", titulo: "Resumo do mês", Icone: FileText },
    resumo: "Uma página com os números e gráficos do mês, pronta para imprimir.",
  },
  {
    ...{ href: "/relatorios/extrato", titulo: "Extrato do profissional", Icone: Receipt },
    resumo: "O que um profissional atendeu, item por item, para conferir e assinar.",
  },
];

/** All reports, each with what it answers. */
export function Indice() {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {lugares.map(({ href, titulo, resumo, Icone }) => (
        <li key={href} className="relative flex gap-4 rounded-lg border bg-surface p-4 hover:bg-sunken/60 md:p-5">
          <span className="grid size-10 shrink-0 place-items-center rounded-full bg-brand-soft text-brand-text">
            <Icone aria-hidden className="size-5" />
          </span>
          <span className="min-w-0">
            <Link href={href} className="font-semibold after:absolute after:inset-0 after:content-['']">
              {titulo}
            </Link>
            <span className="block text-muted">{resumo}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
