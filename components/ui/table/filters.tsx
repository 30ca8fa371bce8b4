"use client";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Filter } from "./types";
import type { ListUrl } from "./use-list-url";

/** One control per filter; a change asks the server at once. */
export function Filters({ url, filters }: { url: ListUrl; filters: readonly Filter[] }) {
  return filters.map((filter) => <FilterControl key={filter.key} url={url} filter={filter} />);
}

function FilterControl({ url, filter }: { url: ListUrl; filter: Filter }) {
  const { key, label } = filter;
  const value = url.params.get(key) ?? "";
  switch (filter.type) {
    case "select":
      return (
        <Select
          aria-label={label}
          value={value}
          onChange={(event) => url.set({ [key]: event.target.value })}
          options={filter.options}
          empty={filter.all}
          className="@max-2xl:grow @2xl:max-w-56"
        />
      );
    case "date":
      return <Day url={url} param={key} label={label} />;
    case "period":
      return (
        <div
          role="group"
          aria-label={label}
          className="flex flex-wrap items-center gap-2 text-sm font-medium text-muted @max-2xl:w-full"
        >
          <span aria-hidden>{label}</span>
          <Day url={url} param={key} label="de" />
          <Day url={url} param={filter.until} label="até" />
        </div>
      );
    case "chips":
      return <Chips url={url} filter={filter} />;
  }
}

function Day({ url, param, label }: { url: ListUrl; param: string; label: string }) {
  return (
    <label className="flex items-center gap-2 text-sm font-medium text-muted @max-2xl:grow">
      {label}
      <Input
        type="date"
        value={url.params.get(param) ?? ""}
        onChange={(event) => url.set({ [param]: event.target.value })}
        className="text-foreground @max-2xl:grow"
      />
    </label>
  );
}

function Chips({ url, filter }: { url: ListUrl; filter: Extract<Filter, { type: "chips" }> }) {
  const chosen = url.params.getAll(filter.key);
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return (
    <div role="group" aria-label={filter.label} className="flex flex-wrap gap-1.5">
      {filter.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen.includes(value)}
          onClick={() => url.set({ [filter.key]: toggled(value) })}
          className="h-9 rounded-full border border-control/45 bg-surface px-3.5 text-sm font-medium text-muted hover:bg-sunken aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand-text pointer-coarse:h-11"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
