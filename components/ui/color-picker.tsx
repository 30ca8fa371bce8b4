"use client";

import { Check } from "lucide-react";
import { useId, type Ref } from "react";
import { cores, type Cor } from "@/lib/domain/cores";

type ColorPickerProps = {
  value: Cor | null;
  onValueChange: (cor: Cor) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  disabled?: boolean;
};

/** The ten tones of the agenda as radios: arrows move, the name is read aloud. Belongs inside `<Field group>`. */
export function ColorPicker({ value, onValueChange, onBlur, ref, disabled }: ColorPickerProps) {
  const name = useId();
  return (
    <div className="-ml-1.5 grid w-fit grid-cols-5 gap-1 sm:grid-cols-10" onBlur={onBlur}>
      {Object.entries(cores).map(([cor, rotulo], index) => (
        <label key={cor} data-cor={cor} title={rotulo} className="relative grid size-11 place-items-center">
          <input
            ref={index === 0 ? ref : undefined}
            type="radio"
            name={name}
            aria-label={rotulo}
            disabled={disabled}
            checked={value === cor}
            onChange={() => onValueChange(cor as Cor)}
            className="peer size-8 appearance-none rounded-full bg-cor ring-cor ring-offset-2 ring-offset-surface transition-shadow checked:ring-2"
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute size-4 text-surface opacity-0 peer-checked:opacity-100"
          />
        </label>
      ))}
    </div>
  );
}
