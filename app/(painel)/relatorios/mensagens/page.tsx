import { Relatorio } from "@/components/relatorios/Relatorio";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Relatório de mensagens" };

export default screen("/relatorios/mensagens", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  return (
    <Relatorio
      relatorio="mensagens"
      filtro={filtro}
      dados={Promise.all([verRelatorio(actor, "mensagens", filtro, now), opcoesDoFiltro(actor, now)])}
    />
  );
});
