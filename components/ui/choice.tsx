"use client";

import { useId, type Ref } from "react";
import type { Option } from "./select";

type ChoiceProps = {
  options: readonly Option[];
  value: string;
  onValueChange: (value: string) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  disabled?: boolean;
};

/** Two to four ways, all in sight: radios that look like one control. Belongs inside `<Field group>`. */
export function Choice({ options, value, onValueChange, onBlur, ref, disabled }: ChoiceProps) {
  const name = useId();
  return (
    <div onBlur={onBlur} className="flex flex-wrap gap-1 rounded-md border border-control bg-surface p-1">
      {options.map((option, index) => (
        <label
          key={option.value}
          className="flex min-h-9 grow items-center justify-center rounded-sm px-3 text-center font-medium text-muted hover:bg-sunken has-checked:bg-brand-soft has-checked:text-brand-text has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:min-h-11"
        >
          <input
            ref={index === 0 ? ref : undefined}
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={disabled}
            onChange={() => onValueChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
