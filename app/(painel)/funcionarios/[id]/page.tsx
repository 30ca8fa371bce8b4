import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { FuncionarioForm } from "@/components/funcionarios/FuncionarioForm";
import { SituacaoButton, UltimoDiaNotice } from "@/components/funcionarios/Situacao";
import { PageHeader } from "@/components/ui/page-header";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { pode, rotas } from "@/lib/domain/permissoes";
import { diaDoInstante } from "@/lib/domain/tempo";
import { opcoesDoFuncionario, verFuncionario } from "@/lib/funcionarios/queries";
import { recordId, screen } from "@/lib/server/screen";
import { listarModelos } from "@/lib/usuarios/queries";

export const metadata = { title: "Funcionário" };

export default screen<{ id: string }>("/funcionarios/[id]", async ({ actor, params, search }) => {
  const id = recordId(params.id);
  const funcionario = await verFuncionario(actor, id);
  const [opcoes, modelos, fuso] = await Promise.all([
    opcoesDoFuncionario(actor, id),
    actor.master ? listarModelos(actor) : [],
    fusoDaEmpresa(actor),
  ]);
  const poderes = { master: actor.master, podeAgendar: pode(actor, rotas["/agenda/pendencias"].exige) };
  const { desligamento, ativo } = funcionario;
  const saiu = ativo && desligamento !== null && desligamento <= diaDoInstante(new Date(), fuso);
  return (
    <>
      <PageHeader
        title={funcionario.nome}
        hint={ativo ? undefined : "Inativo"}
        back={{ href: "/funcionarios", label: "Funcionários" }}
      >
        <HistoryLink actor={actor} entidade="funcionarios" id={id} />
        {!saiu && <SituacaoButton funcionario={funcionario} {...poderes} />}
      </PageHeader>
      {saiu && (
        <UltimoDiaNotice
          key={funcionario.versao}
          funcionario={funcionario}
          {...poderes}
          perguntar={search.desativar !== undefined}
        />
      )}
      <FuncionarioForm funcionario={funcionario} opcoes={opcoes} modelos={modelos} podeAgendar={poderes.podeAgendar} />
    </>
  );
});
