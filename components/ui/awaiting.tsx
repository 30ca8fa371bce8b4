"use client";

import type { Failure } from "@/lib/domain/result";
import { Button } from "./button";
import { Notice } from "./notice";

type AwaitingProps = {
  /** Why there is no answer. */
  failure?: Failure | null;
  again: () => void;
  /** What is being waited for. */
  children?: string;
};

/** In the place of what is read until it is there: that it is on its way, or why it did not come and another try. */
export function Awaiting({ failure, again, children = "Carregando…" }: AwaitingProps) {
  if (!failure)
    return (
      <p role="status" className="text-muted">
        {children}
      </p>
    );
  return (
    <Notice
      tone="danger"
      actions={
        <Button variant="secondary" onClick={again}>
          Tentar de novo
        </Button>
      }
    >
      {failure.message}
    </Notice>
  );
}
