"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";

const formatos = { csv: "Baixar CSV", xlsx: "Baixar planilha (XLSX)" } as const;

/** Downloads the clients of the list's filter, all pages of it. */
export function ExportarClientes() {
  const [open, setOpen] = useState(false);
  const params = new URLSearchParams(useSearchParams());
  for (const key of ["depois", "antes", "por"]) params.delete(key);
  const filtrada = [...params.keys()].some((key) => key !== "ordem");
  const close = () => setOpen(false);

  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <Download aria-hidden />
        Exportar
      </Button>
      <Dialog open={open} onClose={close} title="Exportar clientes">
        <DialogBody>
          <p className="text-muted">
            {filtrada
              ? "Vão para o arquivo só os clientes que o filtro mostra"
              : "Vão para o arquivo todos os clientes"}
            , com telefone, CPF e observações. A auditoria registra quem exportou.
          </p>
        </DialogBody>
        <DialogFooter>
          {Object.entries(formatos).map(([formato, rotulo]) => {
            const query = new URLSearchParams([...params, ["formato", formato]]);
            return (
              <ButtonLink
                key={formato}
                href={`/api/clientes/exportar?${query}`}
                prefetch={false}
                download
                variant={formato === "csv" ? "secondary" : "primary"}
                onClick={close}
              >
                {rotulo}
              </ButtonLink>
            );
          })}
        </DialogFooter>
      </Dialog>
    </>
  );
}
