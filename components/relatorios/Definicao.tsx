import { Info } from "lucide-react";

type DefinicaoProps = { id: string; titulo: string; texto: string };

/** What a number means, behind an "i". The browser's own popover, so it opens before any script has come. */
export function Definicao({ id, titulo, texto }: DefinicaoProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`O que é: ${titulo}`}
        className="inline-grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken hover:text-foreground print:hidden pointer-coarse:size-11"
      >
        <Info aria-hidden className="size-4" />
      </button>
      <span
        id={id}
        popover="auto"
        className="m-auto max-w-xs rounded-lg border bg-surface p-4 text-left text-base font-normal whitespace-normal shadow-float print:hidden"
      >
        <strong className="block font-semibold">{titulo}</strong>
        {texto}
      </span>
    </>
  );
}
