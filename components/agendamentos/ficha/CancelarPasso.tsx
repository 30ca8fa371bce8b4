"use client";

import { useState } from "react";
import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { chavesMotivoDeCancelamento, motivosDeCancelamento } from "@/lib/domain/agenda";
import { AvisarCampo } from "../AvisarCampo";
import type { PassoProps } from "./Ficha";

/** Why: the tap on the reason cancels; it can be taken back. */
export function CancelarPasso({ detalhe, atos }: PassoProps) {
  const [detalheDito, setDetalhe] = useState("");
  const [avisar, setAvisar] = useState(true);
  return (
    <>
      {detalhe.partes.length > 0 && <p>As outras partes desta visita são canceladas junto.</p>}
      <Chips label="Motivo">
        {chavesMotivoDeCancelamento.map((motivo) => (
          <Chip key={motivo} onClick={() => void atos.cancelar({ motivo, detalhe: detalheDito, avisar })}>
            {motivosDeCancelamento[motivo]}
          </Chip>
        ))}
      </Chips>
      <Field label="Detalhe" optional hint="Escreva antes de tocar no motivo.">
        <Input value={detalheDito} maxLength={200} onChange={({ target }) => setDetalhe(target.value)} />
      </Field>
      {detalhe.cliente?.telefone && <AvisarCampo avisar={avisar} onMudar={setAvisar} />}
    </>
  );
}
