import { Relatorio } from "@/components/relatorios/Relatorio";
import { pode, rotas } from "@/lib/domain/permissoes";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Relatório de clientes" };

export default screen("/relatorios/clientes", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  return (
    <Relatorio
      relatorio="clientes"
      filtro={filtro}
      dados={Promise.all([verRelatorio(actor, "clientes", filtro, now), opcoesDoFiltro(actor, now)])}
      abreClientes={pode(actor, rotas["/clientes/[id]"].exige)}
    />
  );
});
