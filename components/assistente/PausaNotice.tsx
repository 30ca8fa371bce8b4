"use client";

import { Button } from "@/components/ui/button";
import { useCall } from "@/components/ui/call";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { retomarEnviosAction } from "@/lib/assistente/actions";
import type { AssistenteVisto } from "@/lib/assistente/queries";
import { motivosDePausa } from "@/lib/domain/whatsapp";

/** Nothing leaves until somebody mends what Meta complains of. */
export function PausaNotice({ pausa }: { pausa: NonNullable<AssistenteVisto["pausa"]> }) {
  const { run, pending } = useCall();

  async function retomar() {
    const answer = await run((chave) => retomarEnviosAction({}, chave));
    if (answer.ok) toast.success("Envios retomados. O que esperava vai sair agora.");
    else toast.error(answer.error.message);
  }

  return (
    <div className="mb-5">
      <Notice
        tone="danger"
        title={`${motivosDePausa[pausa.motivo]}. Nenhuma mensagem está saindo.`}
        actions={
          <Button variant="secondary" pending={pending} onClick={() => void retomar()}>
            Já resolvi, retomar
          </Button>
        }
      >
        {pausa.detalhe || "Nada se perde: o que está na fila sai quando isto for resolvido."}
      </Notice>
    </div>
  );
}
