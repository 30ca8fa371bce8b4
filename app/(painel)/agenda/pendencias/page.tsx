import { CalendarCheck } from "lucide-react";
import { AoVivo } from "@/components/agenda/AoVivo";
import { PendenciaItem } from "@/components/bloqueios/PendenciaItem";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listarPendencias } from "@/lib/bloqueios/queries";
import { filtroPendenciasSchema } from "@/lib/bloqueios/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { diaDoInstante } from "@/lib/domain/tempo";
import { contar } from "@/lib/domain/texto";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Fora do horário" };

export default screen("/agenda/pendencias", async ({ actor, search }) => {
  const now = new Date();
  const { profissional } = filtroPendenciasSchema.parse(search);
  const [{ total, pendencias }, fuso] = await Promise.all([
    listarPendencias(actor, now, profissional),
    fusoDaEmpresa(actor),
  ]);
  return (
    <>
      <AoVivo />
      <PageHeader
        title="Fora do horário"
        hint="Agendamentos que os horários, um bloqueio ou uma saída deixaram sem lugar. Decida o que fazer com cada um."
        back={{ href: "/agenda", label: "Agenda" }}
      >
        {profissional !== undefined && (
          <ButtonLink variant="secondary" href="/agenda/pendencias">
            Ver de todos
          </ButtonLink>
        )}
      </PageHeader>
      {total === 0 ? (
        <Card>
          <EmptyState icon={CalendarCheck} title="Nada a resolver">
            Todos os agendamentos cabem nos horários de quem atende.
          </EmptyState>
        </Card>
      ) : (
        <Card className="max-w-3xl">
          <p className="text-muted">
            {contar(total, "agendamento", "agendamentos")}
            {total > pendencias.length && `; aqui estão os primeiros ${pendencias.length}`}
          </p>
          <ul className="divide-y">
            {pendencias.map((pendencia) => (
              <PendenciaItem
                key={`${pendencia.id} ${pendencia.versao}`}
                pendencia={pendencia}
                hoje={diaDoInstante(now, fuso)}
                fuso={fuso}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
});
