import { BellRing } from "lucide-react";
import { NovidadesLista } from "@/components/agenda/NovidadesLista";
import { VistoButton } from "@/components/agenda/VistoButton";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { escreverInstante } from "@/lib/domain/instantes";
import { listarNovidades } from "@/lib/novidades/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Desde sua última visita" };

export default screen("/agenda/novidades", async ({ actor }) => {
  const { fuso, desde, ate, mais, novidades } = await listarNovidades(actor, new Date());
  return (
    <>
      <PageHeader
        title="Desde sua última visita"
        hint={`O que outras pessoas mudaram na agenda desde ${escreverInstante(desde, fuso)}.`}
        back={{ href: "/agenda", label: "Agenda" }}
      >
        {novidades.length > 0 && <VistoButton ate={ate} />}
      </PageHeader>
      {novidades.length === 0 ? (
        <Card>
          <EmptyState icon={BellRing} title="Nenhuma novidade">
            O que os outros marcarem, moverem ou cancelarem aparece aqui.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid max-w-3xl gap-4">
          {mais && <Notice>São muitas: aqui estão as mais recentes.</Notice>}
          <NovidadesLista novidades={novidades} fuso={fuso} />
        </div>
      )}
    </>
  );
});
