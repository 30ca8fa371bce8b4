"use client";

import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useState, type ReactNode } from "react";

type FileDropProps = {
  /** What is asked for: `Escolher arquivo CSV`. */
  label: string;
  hint: ReactNode;
  /** As `<input accept>` has it. */
  accept: string;
  onFile: (file: File) => void;
};

/** Takes one file, chosen or dropped. */
export function FileDrop({ label, hint, accept, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
      className={clsx(
        "grid cursor-pointer justify-items-center gap-2 rounded-lg border-2 border-dashed p-8 text-center hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-ring",
        over ? "border-brand bg-brand-soft" : "border-control/45",
      )}
    >
      <FileUp aria-hidden className="size-7 text-brand-text" />
      <span className="font-semibold">{label}</span>
      <span className="text-sm text-muted">{hint}</span>
      <input
        type="file"
        accept={accept}
        className="sr-only"
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file, mended, may be chosen again.
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
