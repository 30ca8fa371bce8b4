import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { CompanySign } from "@/components/layout/company";
import { empresaAtual } from "@/lib/configuracoes/queries";

/** The build draws these screens, too, and has no database. */
async function empresaDaEntrada() {
  await connection();
  return empresaAtual();
}

export async function generateMetadata(): Promise<Metadata> {
  const nome = (await empresaDaEntrada())?.nome ?? "Hora Marcada";
  return { title: { default: nome, template: `%s · ${nome}` } };
}

export default async function AcessoLayout({ children }: { children: ReactNode }) {
  const empresa = await empresaDaEntrada();
  return (
    <main id="conteudo" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-8 px-5 py-10">
      {empresa ? <CompanySign company={empresa} /> : <Brand />}
      {children}
    </main>
  );
}
