"use client";

import { Printer } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";

const formatos = { csv: "CSV", xlsx: "XLSX" } as const;

/** Takes what is shown out of the house: as a file or on paper. @param arquivos where each format is, by format */
export function Acoes({ arquivos }: { arquivos?: Record<keyof typeof formatos, string> }) {
  return (
    <>
      {arquivos &&
        Object.entries(formatos).map(([formato, rotulo]) => (
          <ButtonLink
            key={formato}
            variant="secondary"
            href={arquivos[formato as keyof typeof formatos]}
            prefetch={false}
            download
          >
            <span className="sr-only">Baixar </span>
            {rotulo}
          </ButtonLink>
        ))}
      <Button variant="secondary" onClick={() => window.print()}>
        <Printer aria-hidden />
        Imprimir
      </Button>
    </>
  );
}
