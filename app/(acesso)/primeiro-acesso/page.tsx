import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { AcessoForm } from "@/components/acesso/AcessoForm";
import { fazerPrimeiroAcessoAction } from "@/lib/acesso/actions";
import { faltaPrimeiroAcesso } from "@/lib/acesso/queries";
import { anonimo } from "@/lib/server/actor";

export const metadata: Metadata = { title: "Primeiro acesso" };

const campos = [
  { name: "empresa", label: "Nome da empresa", autoComplete: "organization" },
  { name: "nome", label: "Seu nome", autoComplete: "name" },
  { name: "email", label: "E-mail", type: "email", autoComplete: "username" },
  {
    name: "senha",
    label: "Senha",
    type: "password",
    autoComplete: "new-password",
    hint: "Pelo menos 10 caracteres. Uma frase curta é uma boa senha.",
  },
] as const;

export default async function PrimeiroAcessoPage() {
  // Nothing else here tells the build that this page cannot be made in advance, without a database.
  await connection();
  if (!(await faltaPrimeiroAcesso(anonimo))) redirect("/entrar");
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Vamos começar</h1>
        <p className="mt-1 text-muted">Crie a sua empresa. Você será o master, que pode tudo.</p>
      </div>
      <AcessoForm action={fazerPrimeiroAcessoAction} campos={campos} verb="Criar empresa" />
    </>
  );
}
