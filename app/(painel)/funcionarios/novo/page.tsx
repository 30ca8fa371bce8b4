import { FuncionarioForm } from "@/components/funcionarios/FuncionarioForm";
import { PageHeader } from "@/components/ui/page-header";
import { opcoesDoFuncionario } from "@/lib/funcionarios/queries";
import { screen } from "@/lib/server/screen";
import { listarModelos } from "@/lib/usuarios/queries";

export const metadata = { title: "Novo funcionário" };

export default screen("/funcionarios/novo", async ({ actor }) => {
  const [opcoes, modelos] = await Promise.all([
    opcoesDoFuncionario(actor, null),
    actor.master ? listarModelos(actor) : [],
  ]);
  return (
    <>
      <PageHeader title="Novo funcionário" back={{ href: "/funcionarios", label: "Funcionários" }} />
      <FuncionarioForm opcoes={opcoes} modelos={modelos} />
    </>
  );
});
