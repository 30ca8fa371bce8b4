import clsx from "clsx";

function iniciais(nome: string): string {
  const partes = nome.trim().split(/\s+/);
  const ultima = partes.length > 1 ? partes.at(-1) : undefined;
  return [partes[0], ultima]
    .map((parte) => parte?.at(0) ?? "")
    .join("")
    .toLocaleUpperCase("pt-BR");
}

/** Initials of a person. Decoration: their name stands beside it. */
export function Avatar({ nome, className }: { nome: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid size-9 shrink-0 place-items-center rounded-full bg-brand-soft text-sm font-semibold text-brand-text",
        className,
      )}
    >
      {iniciais(nome)}
    </span>
  );
}
