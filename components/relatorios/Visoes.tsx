import Link from "next/link";
import { relatorios, visaoDe, type ChaveRelatorio, type Visao } from "@/lib/domain/relatorios";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { enderecoDe } from "./enderecos";

/** The looks of a report: each has its own address and keeps the filter. */
export function Visoes({ relatorio, filtro }: { relatorio: ChaveRelatorio; filtro: FiltroRelatorio }) {
  const { chave: atual } = visaoDe(relatorio, filtro.por);
  const visoes: Record<string, Visao> = relatorios[relatorio].visoes;
  return (
    <nav aria-label="Como ver" className="-mx-4 flex gap-1 overflow-x-auto border-b px-4 md:mx-0 md:px-0 print:hidden">
      {Object.entries(visoes).map(([chave, { titulo }], i) => (
        <Link
          key={chave}
          href={enderecoDe(`/relatorios/${relatorio}`, filtro, { por: i === 0 ? undefined : chave })}
          prefetch={false}
          aria-current={chave === atual ? "page" : undefined}
          className="flex h-11 items-center border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-foreground aria-[current=page]:border-brand aria-[current=page]:text-foreground"
        >
          {titulo}
        </Link>
      ))}
    </nav>
  );
}
