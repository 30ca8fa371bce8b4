import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/layout/frame";
import { SIDEBAR_COOKIE, sidebarState } from "@/components/layout/sidebar-cookie";
import { BackupNotice } from "@/components/saude/BackupNotice";
import { registrarImpressaoAction, sairAction } from "@/lib/acesso/actions";
import { empresaDaTela } from "@/lib/configuracoes/queries";
import { menuDe, pode } from "@/lib/domain/permissoes";
import { verFaltaDeBackup } from "@/lib/saude/queries";
import { currentUsuario } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  // The build asks for titles, too, and has no database.
  await connection();
  const { nome } = await empresaDaTela();
  return { title: { default: nome, template: `%s · ${nome}` } };
}

export default async function PainelLayout({ children }: { children: ReactNode }) {
  const usuario = await currentUsuario();
  if (!usuario) redirect("/entrar");
  const [empresa, jar, semBackup] = await Promise.all([
    empresaDaTela(),
    cookies(),
    pode(usuario, "master") && verFaltaDeBackup(usuario),
  ]);
  return (
    <Frame
      company={empresa}
      person={usuario}
      menu={menuDe(usuario)}
      sidebar={sidebarState(jar.get(SIDEBAR_COOKIE)?.value)}
      signOut={sairAction}
      recordPrint={registrarImpressaoAction}
    >
      {semBackup && <BackupNotice />}
      {children}
    </Frame>
  );
}
