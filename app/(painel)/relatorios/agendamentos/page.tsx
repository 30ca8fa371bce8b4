import { Relatorio } from "@/components/relatorios/Relatorio";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Agendamentos por período" };

export default screen("/relatorios/agendamentos", async ({ actor, search }) => {
  const filtro = filtroRelatorioSchema.parse(search);
  const now = new Date();
  return (
    <Relatorio
      relatorio="agendamentos"
      filtro={filtro}
      dados={Promise.all([verRelatorio(actor, "agendamentos", filtro, now), opcoesDoFiltro(actor, now)])}
    />
  );
});
