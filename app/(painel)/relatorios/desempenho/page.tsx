import { Relatorio } from "@/components/relatorios/Relatorio";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Desempenho" };

export default screen("/relatorios/desempenho", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  return (
    <Relatorio
      relatorio="desempenho"
      filtro={filtro}
      dados={Promise.all([verRelatorio(actor, "desempenho", filtro, now), opcoesDoFiltro(actor, now)])}
    />
  );
});
