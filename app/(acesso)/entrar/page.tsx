import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AcessoForm } from "@/components/acesso/AcessoForm";
import { DemonstracaoEntradas } from "@/components/acesso/DemonstracaoEntradas";
import { entrarAction } from "@/lib/acesso/actions";
import { faltaPrimeiroAcesso } from "@/lib/acesso/queries";
import { anonimo } from "@/lib/server/actor";
import { env } from "@/lib/server/env";
import { currentUsuario } from "@/lib/server/session";

export const metadata: Metadata = { title: "Entrar" };

const campos = [
  { name: "email", label: "E-mail", type: "email", autoComplete: "username" },
  { name: "senha", label: "Senha", type: "password", autoComplete: "current-password" },
] as const;

export default async function EntrarPage({ searchParams }: { searchParams: Promise<{ voltar?: string | string[] }> }) {
  if (await currentUsuario()) redirect("/");
  if (await faltaPrimeiroAcesso(anonimo)) redirect("/primeiro-acesso");
  const { voltar } = await searchParams;
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">Entrar</h1>
      <AcessoForm
        action={entrarAction}
        campos={campos}
        verb="Entrar"
        hidden={typeof voltar === "string" ? { voltar } : undefined}
      />
      {env().DEMONSTRACAO && <DemonstracaoEntradas />}
    </>
  );
}
