"use client";

import clsx from "clsx";
import { Plus, X } from "lucide-react";
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from "react";
import { semAcento } from "@/lib/domain/texto";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

type TagsInputProps = {
  value: readonly string[];
  onValueChange: (tags: string[]) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  disabled?: boolean;
  /** Tags that others already have. The ones that fit what is typed are offered. */
  suggestions: readonly string[];
  placeholder?: string;
};

const OFFERED = 8;
const same = (one: string, other: string) => semAcento(one) === semAcento(other);

/** Several short words. Enter, a comma or leaving the field takes what is typed; a word that is known keeps its spelling. */
export function TagsInput({
  value,
  onValueChange,
  onBlur,
  ref,
  disabled,
  suggestions,
  placeholder = "Escreva e aperte Enter",
}: TagsInputProps) {
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const wiring = useFieldWiring();
  const typed = text.trim();
  const offered = suggestions
    .filter((tag) => !value.some((one) => same(one, tag)) && semAcento(tag).includes(semAcento(typed)))
    .slice(0, OFFERED);

  function add(words: readonly string[]) {
    const tags = words.map((word) => word.replace(/\s+/g, " ").trim()).filter(Boolean);
    const known = tags.map((tag) => suggestions.find((one) => same(one, tag)) ?? tag);
    const all = [...value, ...known];
    setText("");
    if (known.length) onValueChange(all.filter((tag, at) => all.findIndex((one) => same(one, tag)) === at));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && typed) {
      event.preventDefault();
      add([typed]);
    }
    if (event.key === "Backspace" && text === "" && value.length) onValueChange(value.slice(0, -1));
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const words = event.clipboardData.getData("text").split(/[,;\n]/);
    if (words.length < 2) return;
    event.preventDefault();
    add([typed, ...words]);
  }

  function remove(tag: string) {
    onValueChange(value.filter((one) => one !== tag));
    box.current?.querySelector("input")?.focus();
  }

  return (
    <div ref={box} className="grid gap-2">
      <div
        className={clsx(
          controlClass,
          "flex min-h-11 flex-wrap items-center gap-1.5 px-2 py-1 has-[input:focus]:border-ring has-[input:focus]:outline-2 has-[input:focus]:outline-ring/60 md:min-h-10 pointer-coarse:min-h-13",
        )}
      >
        {value.map((tag) => (
          <span
            key={tag}
            className="inline-flex h-8 max-w-full items-center rounded-full bg-brand-soft pl-3 text-sm font-medium text-brand-text pointer-coarse:h-11"
          >
            <span className="truncate">{tag}</span>
            <button
              type="button"
              disabled={disabled}
              aria-label={`Remover ${tag}`}
              onClick={() => remove(tag)}
              className="grid size-8 shrink-0 place-items-center rounded-full pointer-coarse:size-11"
            >
              <X aria-hidden className="size-4" />
            </button>
          </span>
        ))}
        <input
          {...wiring}
          ref={ref}
          value={text}
          disabled={disabled}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={value.length ? "" : placeholder}
          onChange={({ target }) =>
            /[,;]/.test(target.value) ? add(target.value.split(/[,;]/)) : setText(target.value)
          }
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={(event) => {
            // A finger on its way to a suggestion has not finished the word.
            if (!box.current?.contains(event.relatedTarget)) add([typed]);
            onBlur?.();
          }}
          className="h-8 min-w-32 grow bg-transparent px-1 outline-none placeholder:text-muted"
        />
      </div>
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {offered.map((tag) => (
            <button
              key={tag}
              type="button"
              disabled={disabled}
              aria-label={`Adicionar ${tag}`}
              onClick={() => add([tag])}
              className="inline-flex h-8 max-w-full items-center gap-1 rounded-full border border-control/45 px-3 text-sm text-muted hover:bg-sunken pointer-coarse:h-11"
            >
              <Plus aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">{tag}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
