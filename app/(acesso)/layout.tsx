import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { CompanySign } from "@/components/layout/company";
import { empresaAtual } from "@/lib/configuracoes/queries";

export async function generateMetadata(): Promise<Metadata> {
  const nome = (await empresaAtual())?.nome ?? "Hora Marcada";
  return { title: { default: nome, template: `%s · ${nome}` } };
}

export default async function AcessoLayout({ children }: { children: ReactNode }) {
  const empresa = await empresaAtual();
  return (
    <main id="conteudo" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-8 px-5 py-10">
      {empresa ? <CompanySign company={empresa} /> : <Brand />}
      {children}
    </main>
  );
}
