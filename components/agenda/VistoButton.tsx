"use client";

import { CheckCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { verNovidadesAction } from "@/lib/agenda/actions";

/** All of it was read; what comes after is news again. @param ate ISO instant of the newest one shown */
export function VistoButton({ ate }: { ate: string }) {
  const { run, pending } = useCall();
  async function ver() {
    const answer = await run((chave) => verNovidadesAction({ ate }, chave));
    if (answer.ok) toast.success("Tudo visto.");
    else toast.error(answer.error.message);
  }
  return (
    <Button variant="secondary" pending={pending} onClick={ver}>
      <CheckCheck aria-hidden />
      Já vi tudo
    </Button>
  );
}
