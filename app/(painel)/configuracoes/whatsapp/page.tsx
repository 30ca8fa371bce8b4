import { MessagesSquare } from "lucide-react";
import { AssistenteCard } from "@/components/assistente/AssistenteCard";
import { ComoConectarCard } from "@/components/assistente/ComoConectarCard";
import { LigacaoCard } from "@/components/assistente/LigacaoCard";
import { PausaNotice } from "@/components/assistente/PausaNotice";
import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { ConfiguracoesTabs } from "@/components/configuracoes/ConfiguracoesTabs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { verAssistente } from "@/lib/assistente/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "WhatsApp" };

export default screen("/configuracoes/whatsapp", async ({ actor }) => {
  const { versao, ligacao, assistente, pausa, callback } = await verAssistente(actor);
  return (
    <>
      <PageHeader title="Configurações">
        <HistoryLink actor={actor} entidade="configuracao_whatsapp" id={1} />
      </PageHeader>
      <ConfiguracoesTabs />
      {pausa && <PausaNotice pausa={pausa} />}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-5">
          <Card
            title="Simulador"
            hint="Converse com o assistente como se fosse um cliente. Não precisa de conta na Meta."
          >
            <ButtonLink href="/configuracoes/whatsapp/simulador">
              <MessagesSquare aria-hidden />
              Abrir o simulador
            </ButtonLink>
          </Card>
          <AssistenteCard versao={versao} assistente={assistente} />
        </div>
        <div className="grid grid-cols-1 gap-5">
          <LigacaoCard versao={versao} ligacao={ligacao} callback={callback} />
          <ComoConectarCard />
        </div>
      </div>
    </>
  );
});
