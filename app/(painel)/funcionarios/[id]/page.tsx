import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { FuncionarioForm } from "@/components/funcionarios/FuncionarioForm";
import { SituacaoButton, UltimoDiaNotice } from "@/components/funcionarios/Situacao";
import { PageHeader } from "@/components/ui/page-header";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
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
        {!saiu && <SituacaoButton funcionario={funcionario} master={actor.master} />}
      </PageHeader>
      {saiu && (
        <UltimoDiaNotice
          key={funcionario.versao}
          funcionario={funcionario}
          master={actor.master}
          perguntar={search.desativar !== undefined}
        />
      )}
      <FuncionarioForm funcionario={funcionario} opcoes={opcoes} modelos={modelos} />
    </>
  );
});
