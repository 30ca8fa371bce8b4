import { ButtonLink } from "@/components/ui/button";

type PaginasProps = {
  paginas: { before: string | null; after: string | null };
  /** The address of another page, from its cursor. */
  href: (cursor: { antes: string } | { depois: string }) => string;
};

/** The ways to the pages beside this one. */
export function Paginas({ paginas: { before, after }, href }: PaginasProps) {
  if (!before && !after) return null;
  return (
    <nav aria-label="Páginas" className="flex gap-2 print:hidden">
      {before && (
        <ButtonLink variant="secondary" href={href({ antes: before })} prefetch={false}>
          Anteriores
        </ButtonLink>
      )}
      {after && (
        <ButtonLink variant="secondary" href={href({ depois: after })} prefetch={false}>
          Próximos
        </ButtonLink>
      )}
    </nav>
  );
}
