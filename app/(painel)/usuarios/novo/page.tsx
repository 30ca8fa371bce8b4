import { PageHeader } from "@/components/ui/page-header";
import { UsuarioForm } from "@/components/usuarios/UsuarioForm";
import { screen } from "@/lib/server/screen";
import { listarModelos } from "@/lib/usuarios/queries";

export const metadata = { title: "Novo usuário" };

export default screen("/usuarios/novo", async ({ actor }) => (
  <>
    <PageHeader
      title="Novo usuário"
      hint="A pessoa entra com o e-mail e uma senha temporária, que aparece ao salvar."
      back={{ href: "/usuarios", label: "Usuários" }}
    />
    <UsuarioForm modelos={await listarModelos(actor)} />
  </>
));
