import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { ClienteAcoes } from "@/components/clientes/ClienteAcoes";
import { ClienteDados } from "@/components/clientes/ClienteDados";
import { ConsentimentosCard } from "@/components/clientes/ConsentimentosCard";
import { MensagensCard } from "@/components/conversas/MensagensCard";
import { VisitasCard } from "@/components/clientes/VisitasCard";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { verMensagens } from "@/lib/balcao/queries";
import { verCliente } from "@/lib/clientes/queries";
import { verEmpresa } from "@/lib/configuracoes/queries";
import { atos, pode, rotas } from "@/lib/domain/permissoes";
import { textoDeConsentimento } from "@/lib/domain/pessoas";
import { diaDoInstante } from "@/lib/domain/tempo";
import { recordId, screen } from "@/lib/server/screen";
import { verVisitasDoCliente } from "@/lib/visitas/queries";

export const metadata = { title: "Cliente" };

export default screen<{ id: string }>("/clientes/[id]", async ({ actor, params }) => {
  const [id, agora] = [recordId(params.id), new Date()];
  const [cliente, empresa, visitas, mensagens] = await Promise.all([
    verCliente(actor, id),
    verEmpresa(actor),
    pode(actor, rotas["/agenda"].exige) ? verVisitasDoCliente(actor, id, agora) : null,
    pode(actor, rotas["/api/conversas/mensagens"].exige) ? verMensagens(actor, { cliente: id }) : null,
  ]);
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
        {visitas && (
          <VisitasCard
            clienteId={cliente.id}
            visitas={visitas}
            hoje={diaDoInstante(agora, fuso)}
            podeAgendar={pode(actor, atos["agendamento.agendar"].exige) && cliente.ativo}
          />
        )}
        <ClienteDados cliente={cliente} fuso={fuso} />
        {mensagens && <MensagensCard de={mensagens} podeResponder={pode(actor, rotas["/conversas"].exige)} />}
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
