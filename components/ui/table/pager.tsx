"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Page } from "@/lib/domain/result";
import type { Noun } from "./types";
import type { ListUrl } from "./use-list-url";

const SIZES = ["25", "50", "100"].map((value) => ({ value, label: `${value} por página` }));

function countText({ total, totalExact }: Pick<Page<unknown>, "total" | "totalExact">, { one, many }: Noun): string {
  const written = new Intl.NumberFormat("pt-BR").format(total);
  return totalExact ? `${written} ${total === 1 ? one : many}` : `mais de ${written} ${many}`;
}

type PagerProps = { url: ListUrl; page: Omit<Page<unknown>, "rows">; noun: Noun };

/** How many there are, and the way to the others. */
export function Pager({ url, page, noun }: PagerProps) {
  const { before, after } = page;
  const several = before !== null || after !== null || url.params.has("por");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="mr-auto text-sm text-muted">
        {countText(page, noun)}
      </p>
      {several && (
        <div className="flex flex-wrap gap-2 print:hidden">
          <Select
            aria-label="Linhas por página"
            value={url.params.get("por") ?? "25"}
            onChange={(event) => url.set({ por: event.target.value === "25" ? null : event.target.value })}
            options={SIZES}
          />
          <Button variant="secondary" disabled={before === null} onClick={() => url.set({ antes: before })}>
            <ChevronLeft aria-hidden />
            Anterior
          </Button>
          <Button variant="secondary" disabled={after === null} onClick={() => url.set({ depois: after })}>
            Próxima
            <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}
