import { Suspense } from "react";
import { AoVivo } from "@/components/agenda/AoVivo";
import { EsperandoNotice } from "@/components/conversas/EsperandoNotice";
import { FalhasNotice } from "@/components/conversas/FalhasNotice";
import { AniversariosCard } from "@/components/inicio/AniversariosCard";
import { EquipeCard } from "@/components/inicio/EquipeCard";
import { HojeCard } from "@/components/inicio/HojeCard";
import { PassosCard } from "@/components/inicio/PassosCard";
import { ProximosCard } from "@/components/inicio/ProximosCard";
import { SemanaSecao } from "@/components/inicio/SemanaSecao";
import { TotaisCard } from "@/components/inicio/TotaisCard";
import { ViraDia } from "@/components/inicio/ViraDia";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { contarEsperando, contarFalhas } from "@/lib/balcao/queries";
import { empresaDaTela } from "@/lib/configuracoes/queries";
import { pode, rotas, type Exigencia } from "@/lib/domain/permissoes";
import { escreverDiaLongo } from "@/lib/domain/relogio";
import { diaDoInstante, minutoDe } from "@/lib/domain/tempo";
import {
  contarTudo,
  listarAniversariantes,
  verHoje,
  verPrimeirosPassos,
  verSemana,
  type Momento,
} from "@/lib/inicio/queries";
import type { Usuario } from "@/lib/server/actor";
import { screen } from "@/lib/server/screen";
import { afterShell } from "@/lib/server/shell";

export const metadata = { title: "Início" };

type CorpoProps = { actor: Usuario; momento: Momento; empresa: string };

async function Corpo({ actor, momento, empresa }: CorpoProps) {
  await afterShell();
  const aQuem = <T,>(exige: Exigencia, ler: () => Promise<T>) => (pode(actor, exige) ? ler() : null);
  const [passos, esperando, falhas, dia, semana, aniversariantes, totais] = await Promise.all([
    aQuem("master", () => verPrimeirosPassos(actor)),
    aQuem(rotas["/conversas"].exige, () => contarEsperando(actor)),
    aQuem(rotas["/agenda/mensagens"].exige, () => contarFalhas(actor)),
    aQuem(rotas["/agenda"].exige, () => verHoje(actor, momento)),
    aQuem(rotas["/relatorios"].exige, () => verSemana(actor, momento)),
    aQuem(rotas["/clientes"].exige, () => listarAniversariantes(actor, momento)),
    contarTudo(actor),
  ]);
  return (
    <div className="grid gap-5 *:min-w-0">
      {passos && <PassosCard feitos={passos} />}
      {esperando && <EsperandoNotice lidas={esperando} />}
      {falhas && <FalhasNotice lidas={falhas} />}
      {dia && (
        <>
          <HojeCard situacoes={dia.situacoes} />
          <div className="grid items-start gap-5 *:min-w-0 lg:grid-cols-[3fr_2fr]">
            <ProximosCard {...dia} />
            <EquipeCard {...dia} />
          </div>
        </>
      )}
      {semana && <SemanaSecao semana={semana} />}
      <div className="grid items-start gap-5 *:min-w-0 lg:grid-cols-2">
        {aniversariantes && (
          <AniversariosCard aniversariantes={aniversariantes} hoje={momento.hoje} empresa={empresa} />
        )}
        <TotaisCard totais={totais} />
      </div>
    </div>
  );
}

export default screen("/inicio", async ({ actor }) => {
  const now = new Date();
  const { nome, fuso } = await empresaDaTela();
  const hoje = diaDoInstante(now, fuso);
  return (
    <>
      {pode(actor, rotas["/api/eventos"].exige) && <AoVivo />}
      <ViraDia agora={minutoDe(now)} hoje={hoje} fuso={fuso} />
      <PageHeader title="Início" hint={escreverDiaLongo(hoje)}>
        {pode(actor, rotas["/agenda/caixa"].exige) && (
          <ButtonLink variant="secondary" href="/agenda/caixa">
            Fechar o dia
          </ButtonLink>
        )}
        {pode(actor, rotas["/agenda"].exige) && <ButtonLink href="/agenda">Abrir a agenda</ButtonLink>}
      </PageHeader>
      <Suspense fallback={<CardsSkeleton />}>
        <Corpo actor={actor} momento={{ now, fuso, hoje }} empresa={nome} />
      </Suspense>
    </>
  );
});
