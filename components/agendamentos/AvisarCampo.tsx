"use client";

import { useTellsClients } from "@/components/layout/waiting";
import { Switch } from "@/components/ui/switch";

type AvisarCampoProps = { avisar: boolean; onMudar: (avisar: boolean) => void };

/** Whether the client hears of it. Where nothing is sent at all it is not asked. */
export function AvisarCampo({ avisar, onMudar }: AvisarCampoProps) {
  if (!useTellsClients()) return null;
  return (
    <Switch
      label="Avisar o cliente"
      hint="Por mensagem do WhatsApp, se ele não pediu para não receber."
      checked={avisar}
      onChange={({ target }) => onMudar(target.checked)}
    />
  );
}
