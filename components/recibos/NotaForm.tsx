"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { anotarNotaAction } from "@/lib/recibos/actions";
import type { Recibo } from "@/lib/recibos/queries";

type NotaFormProps = { recibo: Recibo; onAnotada: (nota: string | null) => void };

/** The number of the invoice, which another system issued. */
export function NotaForm({ recibo: { id, versao: vista, notaFiscal }, onAnotada }: NotaFormProps) {
  const [versao, setVersao] = useState(vista);
  const [numero, setNumero] = useState(notaFiscal ?? "");
  const [falha, setFalha] = useState<string>();
  const { run, pending } = useCall();
  const hydrated = useHydrated();

  async function anotar(event: FormEvent) {
    event.preventDefault();
    const answer = await run((chave) => anotarNotaAction({ id, versao, notaFiscal: numero }, chave));
    setFalha(answer.ok ? undefined : answer.error.message);
    if (!answer.ok) return;
    setVersao(answer.data.versao);
    onAnotada(numero.trim() || null);
    toast.success("Nota anotada.");
  }

  return (
    <form onSubmit={(event) => void anotar(event)}>
      <fieldset disabled={!hydrated} className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Field label="Número da nota fiscal" optional error={falha}>
            <Input value={numero} maxLength={60} onChange={({ target }) => setNumero(target.value)} />
          </Field>
        </div>
        <Button type="submit" variant="secondary" pending={pending}>
          Anotar
        </Button>
      </fieldset>
    </form>
  );
}
