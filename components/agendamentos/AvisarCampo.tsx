"use client";

import { Switch } from "@/components/ui/switch";
import { useRead } from "@/components/ui/use-read";

type AvisarCampoProps = { avisar: boolean; onMudar: (avisar: boolean) => void };

/** Whether the client hears of it. Where there is nobody to tell, or nothing is sent at all, it is not asked. */
export function AvisarCampo({ avisar, onMudar }: AvisarCampoProps) {
  const { data } = useRead<{ ligado: boolean }>("/api/conversas/esperando");
  if (!data?.ligado) return null;
  return (
    <Switch
      label="Avisar o cliente"
      hint="Por mensagem do WhatsApp, se ele não pediu para não receber."
      checked={avisar}
      onChange={({ target }) => onMudar(target.checked)}
    />
  );
}
