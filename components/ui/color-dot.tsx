import type { Cor } from "@/lib/domain/cores";

/** The dot that stands for a colour in lists. Decoration: the name of the thing is beside it. */
export function ColorDot({ cor }: { cor: Cor }) {
  return <span aria-hidden data-cor={cor} className="inline-block size-3 shrink-0 rounded-full bg-cor" />;
}
