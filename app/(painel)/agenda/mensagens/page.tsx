import { CheckCheck } from "lucide-react";
import { FalhaItem } from "@/components/conversas/FalhaItem";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listarFalhas } from "@/lib/balcao/queries";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Mensagens que não saíram" };

export default screen("/agenda/mensagens", async ({ actor }) => {
  const [falhas, fuso] = await Promise.all([listarFalhas(actor), fusoDaEmpresa(actor)]);
  return (
    <>
      <PageHeader
        title="Mensagens que não saíram"
        hint="Da última semana. Mande à mão, do seu WhatsApp, ou tente de novo."
        back={{ href: "/agenda", label: "Agenda" }}
      />
      {falhas.length === 0 ? (
        <Card>
          <EmptyState icon={CheckCheck} title="Tudo saiu">
            As mensagens da última semana chegaram ao WhatsApp.
          </EmptyState>
        </Card>
      ) : (
        <Card className="max-w-3xl">
          <ul className="divide-y">
            {falhas.map((falha) => (
              <FalhaItem key={falha.id} falha={falha} fuso={fuso} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
});
