import clsx from "clsx";
import type { ReactNode } from "react";

type FactsProps = { facts: readonly (readonly [name: string, value: ReactNode])[]; wrap?: boolean };

/** What is so, a line each. `wrap`: values are long, and go below their name where there is no room. */
export function Facts({ facts, wrap }: FactsProps) {
  return (
    <dl className="grid divide-y">
      {facts.map(([name, value]) => (
        <div key={name} className={clsx("flex justify-between gap-x-4 py-2", wrap && "flex-wrap")}>
          <dt className={clsx("font-medium", !wrap && "shrink-0")}>{name}</dt>
          <dd className={clsx("min-w-0 break-words", !wrap && "text-right")}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
