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
import { contarEsperando, contarFalhas } from "@/lib/balcao/queries";
import { verEmpresa } from "@/lib/configuracoes/queries";
import { pode, rotas, type Exigencia } from "@/lib/domain/permissoes";
import { escreverDiaLongo } from "@/lib/domain/relogio";
import { diaDoInstante, minutoDe } from "@/lib/domain/tempo";
import { contarTudo, listarAniversariantes, verHoje, verPrimeirosPassos, verSemana } from "@/lib/inicio/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Início" };

export default screen("/inicio", async ({ actor }) => {
  const now = new Date();
  const aQuem = <T,>(exige: Exigencia, ler: () => Promise<T>) => (pode(actor, exige) ? ler() : null);
  const [empresa, passos, esperando, falhas, dia, semana, aniversariantes, totais] = await Promise.all([
    verEmpresa(actor),
    aQuem("master", () => verPrimeirosPassos(actor)),
    aQuem(rotas["/conversas"].exige, () => contarEsperando(actor)),
    aQuem(rotas["/agenda/mensagens"].exige, () => contarFalhas(actor)),
    aQuem(rotas["/agenda"].exige, () => verHoje(actor, now)),
    aQuem(rotas["/relatorios"].exige, () => verSemana(actor, now)),
    aQuem(rotas["/clientes"].exige, () => listarAniversariantes(actor, now)),
    contarTudo(actor),
  ]);
  const { nome, fuso } = empresa ?? { nome: "Hora Marcada", fuso: "America/Sao_Paulo" };
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
        {dia && <ButtonLink href="/agenda">Abrir a agenda</ButtonLink>}
      </PageHeader>
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
          {aniversariantes && <AniversariosCard aniversariantes={aniversariantes} hoje={hoje} empresa={nome} />}
          <TotaisCard totais={totais} />
        </div>
      </div>
    </>
  );
});
