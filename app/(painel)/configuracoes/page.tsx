import { ConfiguracoesTabs } from "@/components/configuracoes/ConfiguracoesTabs";
import { EmpresaForm } from "@/components/configuracoes/EmpresaForm";
import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { PageHeader } from "@/components/ui/page-header";
import { verConfiguracaoDaEmpresa, verEmpresa } from "@/lib/configuracoes/queries";
import { screen } from "@/lib/server/screen";
import { ingestOrigin } from "@/lib/server/uploadthing";

export const metadata = { title: "Configurações" };

export default screen("/configuracoes", async ({ actor }) => {
  const [dados, cartao] = await Promise.all([verConfiguracaoDaEmpresa(actor), verEmpresa(actor)]);
  return (
    <>
      <PageHeader title="Configurações">
        <HistoryLink actor={actor} entidade="configuracao_empresa" id={1} />
      </PageHeader>
      <ConfiguracoesTabs />
      <EmpresaForm empresa={dados} logo={cartao?.logo ?? null} remote={ingestOrigin() !== undefined} />
    </>
  );
});
