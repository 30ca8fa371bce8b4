import { AcessoButton } from "@/components/acesso/AcessoButton";
import { TrocarSenhaForm } from "@/components/acesso/TrocarSenhaForm";
import { ContaForm } from "@/components/conta/ContaForm";
import { SessoesLista } from "@/components/conta/SessoesLista";
import { TemaEscolha } from "@/components/conta/TemaEscolha";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { encerrarSessoesAction } from "@/lib/acesso/actions";
import { listarSessoes } from "@/lib/acesso/queries";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { permissoes } from "@/lib/domain/permissoes";
import { screen } from "@/lib/server/screen";
import { verConta } from "@/lib/usuarios/queries";

export const metadata = { title: "Minha conta" };

export default screen("/conta", async ({ actor, search }) => {
  const [conta, sessoes, fuso] = await Promise.all([verConta(actor), listarSessoes(actor), fusoDaEmpresa(actor)]);
  return (
    <>
      <PageHeader title="Minha conta" hint={`${actor.nome}, ${actor.email}`} />
      <div className="grid max-w-2xl gap-5">
        <ContaForm conta={conta} />
        <Card title="O que eu posso fazer">
          {actor.master ? (
            <p>Você é master: pode tudo.</p>
          ) : (
            <ul className="list-disc pl-5">
              <li>Pode ver serviços e preços</li>
              {actor.permissoes.map((chave) => (
                <li key={chave}>{permissoes[chave].rotulo}</li>
              ))}
            </ul>
          )}
        </Card>
        <Card title="Aparência" hint="Vale só neste aparelho.">
          <TemaEscolha />
        </Card>
        <Card title="Senha" hint="Ao trocar, os seus outros aparelhos precisam entrar de novo.">
          <div className="grid gap-5">
            {search.senha === "trocada" && <Notice tone="success">Senha trocada.</Notice>}
            <TrocarSenhaForm voltar="/conta?senha=trocada" />
          </div>
        </Card>
        <Card title="Sessões abertas" hint="Onde você entrou e ainda não saiu.">
          <SessoesLista sessoes={sessoes} fuso={fuso} />
          <div className="mt-4 border-t pt-4">
            <AcessoButton action={encerrarSessoesAction} variant="secondary" className="justify-self-start">
              Sair de todos os aparelhos
            </AcessoButton>
          </div>
        </Card>
      </div>
    </>
  );
});
