import { AcessoButton } from "@/components/acesso/AcessoButton";
import { TrocarSenhaForm } from "@/components/acesso/TrocarSenhaForm";
import { sairAction } from "@/lib/acesso/actions";
import { screen } from "@/lib/server/screen";

export default screen("/trocar-senha", async ({ actor }) => (
  <>
    <div>
      <h1 className="text-2xl font-semibold tracking-tight">Escolha a sua senha</h1>
      <p className="mt-1 text-muted">
        {actor.deveTrocarSenha
          ? "A senha que você recebeu é temporária. Troque por uma que só você conheça."
          : "Os seus outros aparelhos vão precisar entrar de novo."}
      </p>
    </div>
    <TrocarSenhaForm voltar="/" />
    <AcessoButton action={sairAction} variant="ghost">
      Sair
    </AcessoButton>
  </>
));
