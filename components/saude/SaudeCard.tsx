"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { Estado } from "@/lib/domain/saude";
import type { Saude } from "@/lib/saude/queries";
import { pedirBackupAction } from "@/lib/sistema/actions";

const sinais: Record<Estado, { Icon: typeof CircleCheck; look: string; nome: string }> = {
  certo: { Icon: CircleCheck, look: "text-success-text", nome: "Certo" },
  atencao: { Icon: TriangleAlert, look: "text-warning-text", nome: "Atenção" },
  errado: { Icon: CircleAlert, look: "text-danger-text", nome: "Precisa de conserto" },
};

/** How the installation is, one subject a line, and a backup for whoever wants one now. */
export function SaudeCard({ saude: { achados, arquivo } }: { saude: Saude }) {
  const { run, pending } = useCall();

  async function pedir() {
    const answer = await run((chave) => pedirBackupAction({}, chave));
    if (answer.ok) toast.success("Backup pedido. Em instantes ele aparece aqui.");
    else toast.error(answer.error.message);
  }

  return (
    <Card
      title="Saúde"
      hint="Como está a instalação agora. Para conferir também os dados, use npm run verificar no servidor."
    >
      <ul className="grid divide-y">
        {achados.map(({ assunto, estado, frase }) => {
          const { Icon, look, nome } = sinais[estado];
          return (
            <li key={assunto} className="flex gap-3 py-3 first:pt-0 last:pb-0">
              <Icon role="img" aria-label={nome} className={`mt-0.5 size-5 shrink-0 ${look}`} />
              <div className="min-w-0">
                <h3 className="font-medium">{assunto}</h3>
                <p className="wrap-break-word text-muted">{frase}</p>
                {assunto === "Backup" && arquivo && <p className="mt-1 text-sm break-all text-muted">{arquivo}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <Button variant="secondary" className="mt-5" pending={pending} onClick={() => void pedir()}>
        Fazer backup agora
      </Button>
    </Card>
  );
}
