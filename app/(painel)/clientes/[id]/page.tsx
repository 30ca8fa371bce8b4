import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { ClienteAcoes } from "@/components/clientes/ClienteAcoes";
import { ClienteDados } from "@/components/clientes/ClienteDados";
import { ConsentimentosCard } from "@/components/clientes/ConsentimentosCard";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { verCliente } from "@/lib/clientes/queries";
import { verEmpresa } from "@/lib/configuracoes/queries";
import { pode, rotas } from "@/lib/domain/permissoes";
import { textoDeConsentimento } from "@/lib/domain/pessoas";
import { recordId, screen } from "@/lib/server/screen";

export const metadata = { title: "Cliente" };

export default screen<{ id: string }>("/clientes/[id]", async ({ actor, params }) => {
  const [cliente, empresa] = await Promise.all([verCliente(actor, recordId(params.id)), verEmpresa(actor)]);
  const { nome, fuso } = empresa ?? { nome: "", fuso: "America/Sao_Paulo" };
  const podeEditar = pode(actor, rotas["/clientes/[id]/editar"].exige);
  return (
    <>
      <p className="hidden print:mb-4 print:block">{nome}: ficha do cliente</p>
      <PageHeader
        title={cliente.nome}
        hint={
          <>
            {cliente.apelido && <span className="mr-2">“{cliente.apelido}”</span>}
            {!cliente.ativo && <Badge>Inativo</Badge>}
          </>
        }
        back={{ href: "/clientes", label: "Clientes" }}
      >
        <ClienteAcoes cliente={cliente} podeEditar={podeEditar}>
          <HistoryLink actor={actor} entidade="usuarios" id={cliente.id} />
        </ClienteAcoes>
      </PageHeader>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <ClienteDados cliente={cliente} fuso={fuso} />
        <ConsentimentosCard
          clienteId={cliente.id}
          consentimentos={cliente.consentimentos}
          texto={textoDeConsentimento(nome)}
          fuso={fuso}
          podeEditar={podeEditar}
        />
      </div>
    </>
  );
});
