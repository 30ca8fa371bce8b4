import { HistoryLink } from "@/components/auditoria/HistoryLink";
import { PageHeader } from "@/components/ui/page-header";
import { UsuarioAcesso } from "@/components/usuarios/UsuarioAcesso";
import { UsuarioForm } from "@/components/usuarios/UsuarioForm";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { recordId, screen } from "@/lib/server/screen";
import { listarModelos, verUsuario } from "@/lib/usuarios/queries";

export const metadata = { title: "Usuário" };

export default screen<{ id: string }>("/usuarios/[id]", async ({ actor, params }) => {
  const usuario = await verUsuario(actor, recordId(params.id));
  const [modelos, fuso] = await Promise.all([listarModelos(actor), fusoDaEmpresa(actor)]);
  return (
    <>
      <PageHeader title={usuario.nome} back={{ href: "/usuarios", label: "Usuários" }}>
        <HistoryLink actor={actor} entidade="usuarios" id={usuario.id} />
      </PageHeader>
      <UsuarioAcesso usuario={usuario} fuso={fuso} />
      <UsuarioForm usuario={usuario} modelos={modelos} />
    </>
  );
});
