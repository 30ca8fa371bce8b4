import { Acoes } from "@/components/relatorios/Acoes";
import { ResumoFolha } from "@/components/relatorios/ResumoFolha";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { primeiroDoMes, ultimoDoMes } from "@/lib/domain/periodos";
import { rotuloNoTempo } from "@/lib/domain/recortes";
import type { ChaveRelatorio } from "@/lib/domain/relatorios";
import { opcoesDoFiltro, verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema, filtroResumoSchema } from "@/lib/relatorios/schema";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Resumo do mês" };

export default screen("/relatorios/resumo", async ({ actor, search }) => {
  const now = new Date();
  const { hoje } = await opcoesDoFiltro(actor, now);
  const { mes } = filtroResumoSchema.parse(search);
  const de = mes ? `${mes}-01` : primeiroDoMes(hoje, -1);
  const filtro = filtroRelatorioSchema.parse({ periodo: "datas", de, ate: ultimoDoMes(de) });
  const ver = (relatorio: ChaveRelatorio, por: string) => verRelatorio(actor, relatorio, { ...filtro, por }, now);
  const [receita, situacao, ...lados] = await Promise.all([
    ver("financeiro", "dia"),
    ver("agendamentos", "situacao"),
    ver("financeiro", "profissional"),
    ver("financeiro", "servico"),
    ver("financeiro", "forma"),
    ver("faltas", "diaDaSemana"),
  ]);
  const outro = (meses: number) => `/relatorios/resumo?mes=${primeiroDoMes(de, meses).slice(0, 7)}`;
  return (
    <>
      <PageHeader
        title={`Resumo de ${rotuloNoTempo("mes", de.slice(0, 7))}`}
        hint="Ao lado do mês anterior"
        back={{ href: "/relatorios", label: "Relatórios" }}
      >
        <ButtonLink variant="secondary" href={outro(-1)}>
          Mês anterior
        </ButtonLink>
        <ButtonLink variant="secondary" href={outro(1)}>
          Mês seguinte
        </ButtonLink>
        <Acoes />
      </PageHeader>
      <ResumoFolha filtro={filtro} receita={receita} situacao={situacao} lados={lados} />
    </>
  );
});
