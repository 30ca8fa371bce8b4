import { Relatorio } from "@/components/relatorios/Relatorio";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Financeiro" };

export default screen("/relatorios/financeiro", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  return (
    <Relatorio
      relatorio="financeiro"
      filtro={filtro}
      dados={Promise.all([verRelatorio(actor, "financeiro", filtro, now), opcoesDoFiltro(actor, now)])}
    />
  );
});
