import { useId, type ReactNode } from "react";

/** One question of the form, under its name. */
export function Secao({ titulo, acao, children }: { titulo: string; acao?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <div className="flex min-h-9 items-center justify-between gap-2">
        <h3 id={id} className="font-semibold">
          {titulo}
        </h3>
        {acao}
      </div>
      {children}
    </section>
  );
}

/** What is wrong with the answer, announced. */
export function Erro({ children }: { children: string | undefined }) {
  return children ? (
    <p role="alert" className="text-sm text-danger-text">
      {children}
    </p>
  ) : null;
}
