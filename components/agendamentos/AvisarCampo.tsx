"use client";

import { Switch } from "@/components/ui/switch";

type AvisarCampoProps = { avisar: boolean; onMudar: (avisar: boolean) => void };

/** Whether the client hears of it. Where there is nobody to tell, it is not asked. */
export function AvisarCampo({ avisar, onMudar }: AvisarCampoProps) {
  return (
    <Switch
      label="Avisar o cliente"
      hint="Por mensagem do WhatsApp, se ele não pediu para não receber."
      checked={avisar}
      onChange={({ target }) => onMudar(target.checked)}
    />
  );
}
