import Link from "next/link";
import { Suspense, type ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";
import type { ItemMenu } from "@/lib/domain/permissoes";
import { AccountMenu, type SignOut } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { CompanyLogo, CompanySign, type CompanyCard } from "./company";
import { PersonProvider } from "./person";
import { PrintRecord, type RecordPrint } from "./print-record";
import { NavigationProgress } from "./progress";
import { SearchButton } from "./search-button";
import { Sidebar } from "./sidebar";
import type { SidebarState } from "./sidebar-cookie";
import { ThemeToggle } from "./theme";
import { WaitingProvider } from "./waiting";

type FrameProps = {
  company: CompanyCard;
  person: { id: number; nome: string; email: string };
  /** Only what this person may open, the most used first. */
  menu: readonly ItemMenu[];
  sidebar: SidebarState;
  signOut: SignOut;
  recordPrint: RecordPrint;
  children: ReactNode;
};

/** The house around every signed-in screen. On paper only the screen itself remains, under the company's name. */
export function Frame({ company, person, menu, sidebar, signOut, recordPrint, children }: FrameProps) {
  return (
    <WaitingProvider menu={menu}>
      <div className="flex min-h-dvh [--bottom-bar:calc(3.75rem+env(safe-area-inset-bottom))] [--top-bar:3.75rem] md:[--bottom-bar:0px]">
        <a
          href="#conteudo"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-brand px-4 py-2 font-medium text-on-brand focus:translate-y-0"
        >
          Pular para o conteúdo
        </a>
        <Suspense>
          <NavigationProgress />
        </Suspense>
        <PrintRecord record={recordPrint} />
        <Sidebar company={company} menu={menu} state={sidebar} />
        <div className="flex min-w-0 grow flex-col">
          <header className="sticky top-0 z-20 flex h-(--top-bar) items-center gap-1 border-b bg-surface px-3 md:px-6 print:hidden">
            <Link
              href="/"
              className="mr-auto flex min-h-11 min-w-0 items-center gap-3 rounded-md font-semibold md:hidden"
            >
              <CompanyLogo logo={company.logo} />
              <span className="truncate">{company.nome}</span>
            </Link>
            <div className="md:mr-auto">
              <SearchButton menu={menu} />
            </div>
            <ThemeToggle />
            <AccountMenu person={person} signOut={signOut} />
          </header>
          <main
            id="conteudo"
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl grow px-4 pt-5 pb-[calc(var(--bottom-bar)+2rem)] outline-none has-data-wide:max-w-none md:px-8 md:pt-8 print:max-w-none print:p-0"
          >
            <CompanySign company={company} className="mb-6 hidden print:flex" />
            <PersonProvider id={person.id}>{children}</PersonProvider>
          </main>
        </div>
        <BottomBar menu={menu} />
        <Toaster />
      </div>
    </WaitingProvider>
  );
}
