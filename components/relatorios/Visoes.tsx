import { LinkTabs } from "@/components/ui/tabs";
import { relatorios, visaoDe, type ChaveRelatorio, type Visao } from "@/lib/domain/relatorios";
import type { FiltroRelatorio } from "@/lib/relatorios/schema";
import { enderecoDe } from "./enderecos";

/** The looks of a report: each has its own address and keeps the filter. */
export function Visoes({ relatorio, filtro }: { relatorio: ChaveRelatorio; filtro: FiltroRelatorio }) {
  const visoes: Record<string, Visao> = relatorios[relatorio].visoes;
  const [primeira] = Object.keys(visoes);
  const endereco = (chave: string) =>
    enderecoDe(`/relatorios/${relatorio}`, filtro, { por: chave === primeira ? undefined : chave });
  return (
    <LinkTabs
      label="Como ver"
      tabs={Object.entries(visoes).map(([chave, { titulo }]) => ({ href: endereco(chave), label: titulo }))}
      current={endereco(visaoDe(relatorio, filtro.por).chave)}
      prefetch={false}
    />
  );
}
