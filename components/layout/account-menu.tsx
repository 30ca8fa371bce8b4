"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useActionState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { dropAllDrafts } from "@/components/ui/drafts";
import type { FormState } from "@/lib/domain/result";

export type SignOut = (state: FormState, form: FormData) => Promise<FormState>;

type AccountMenuProps = { person: { nome: string; email: string }; signOut: SignOut };

const itemClass = "flex min-h-11 w-full items-center gap-3 rounded-sm px-3 text-left hover:bg-sunken [&_svg]:size-4.5";

/** Who is signed in, and the way out. A native popover: it opens and signs out even before scripts have loaded. */
export function AccountMenu({ person, signOut }: AccountMenuProps) {
  const [, leave] = useActionState(signOut, {});
  return (
    <>
      <button
        type="button"
        popoverTarget="menu-conta"
        aria-label={`Conta de ${person.nome}`}
        className="grid size-10 place-items-center rounded-full pointer-coarse:size-11"
      >
        <Avatar nome={person.nome} />
      </button>
      <div
        id="menu-conta"
        popover="auto"
        className="inset-auto top-[calc(var(--top-bar)+0.25rem)] right-3 m-0 w-72 rounded-md bg-surface p-1 shadow-float ring-1 ring-line open:animate-in open:fade-in open:zoom-in-97"
      >
        <div className="mb-1 border-b px-3 pt-2 pb-3">
          <p className="truncate font-semibold">{person.nome}</p>
          <p className="truncate text-sm text-muted">{person.email}</p>
        </div>
        <Link
          href="/conta"
          onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
          className={itemClass}
        >
          <UserRound aria-hidden className="text-muted" />
          Minha conta
        </Link>
        <form action={leave} onSubmit={dropAllDrafts}>
          <button type="submit" className={itemClass}>
            <LogOut aria-hidden className="text-muted" />
            Sair
          </button>
        </form>
      </div>
    </>
  );
}
