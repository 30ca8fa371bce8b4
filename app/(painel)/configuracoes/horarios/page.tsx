import { ConfiguracoesTabs } from "@/components/configuracoes/ConfiguracoesTabs";
import { DatasCard } from "@/components/horarios/DatasCard";
import { PendenciasNotice } from "@/components/bloqueios/PendenciasNotice";
import { ExpedienteEmpresaCard } from "@/components/horarios/ExpedienteEmpresaCard";
import { ExpedientesCard } from "@/components/horarios/ExpedientesCard";
import { RegrasCard } from "@/components/horarios/RegrasCard";
import { PageHeader } from "@/components/ui/page-header";
import { contarPendencias } from "@/lib/bloqueios/queries";
import { verHorarios } from "@/lib/configuracoes/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Horários" };

export default screen("/configuracoes/horarios", async ({ actor, search }) => {
  const now = new Date();
  const [{ hoje, regras, empresa, profissionais, datas }, pendencias] = await Promise.all([
    verHorarios(actor, now),
    contarPendencias(actor, now),
  ]);
  const aberto = Number(search.expediente) || undefined;
  return (
    <>
      <PageHeader title="Configurações" />
      <ConfiguracoesTabs />
      <PendenciasNotice quantas={pendencias} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-5">
          <ExpedienteEmpresaCard expediente={empresa} aberto={aberto === empresa.id} />
          <ExpedientesCard profissionais={profissionais} empresa={empresa} hoje={hoje} aberto={aberto} />
        </div>
        <div className="grid grid-cols-1 gap-5">
          <div id="regras" className="scroll-mt-20">
            <RegrasCard regras={regras} />
          </div>
          <DatasCard datas={datas} semana={empresa.semana} hoje={hoje} />
        </div>
      </div>
    </>
  );
});
