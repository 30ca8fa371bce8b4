"use client";

import type { ComponentProps } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

/** Grows with what is written, where the browser can (`field-sizing`). */
export function Textarea(props: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={3}
      {...useFieldWiring()}
      {...props}
      className={`${controlClass} field-sizing-content max-h-80 min-h-24 px-3 py-2.5 read-only:bg-sunken`}
    />
  );
}
