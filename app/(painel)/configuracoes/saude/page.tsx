import { ConfiguracoesTabs } from "@/components/configuracoes/ConfiguracoesTabs";
import { SaudeCard } from "@/components/saude/SaudeCard";
import { PageHeader } from "@/components/ui/page-header";
import { verSaude } from "@/lib/saude/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Saúde" };

export default screen("/configuracoes/saude", async ({ actor }) => (
  <>
    <PageHeader title="Configurações" />
    <ConfiguracoesTabs />
    <SaudeCard saude={await verSaude(actor)} />
  </>
));
