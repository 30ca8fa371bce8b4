import { trocarSenhaAction } from "@/lib/acesso/actions";
import { AcessoForm } from "./AcessoForm";

const campos = [
  { name: "senhaAtual", label: "Senha atual", type: "password", autoComplete: "current-password" },
  {
    name: "senhaNova",
    label: "Senha nova",
    type: "password",
    autoComplete: "new-password",
    hint: "Pelo menos 10 caracteres. Uma frase curta é uma boa senha.",
  },
] as const;

/** @param voltar where to go once it is changed */
export function TrocarSenhaForm({ voltar }: { voltar: string }) {
  return <AcessoForm action={trocarSenhaAction} campos={campos} verb="Trocar senha" hidden={{ voltar }} />;
}
