"use client";

import { ImageUp, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { CompanyLogo } from "@/components/layout/company";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { sendFile, type Sending } from "@/components/ui/send-file";
import { toast } from "@/components/ui/toast";
import { removerLogoAction } from "@/lib/configuracoes/actions";
import { MAIOR_ARQUIVO } from "@/lib/domain/permissoes";

export type LogoFieldProps = {
  /** The logo's address. */
  logo: string | null;
  /** Files go to UploadThing instead of to us. */
  remote: boolean;
};

type Upload = { share: number; preview: string; abort: AbortController };

const tooLarge = "Este arquivo passa de 16 MB. Escolha uma imagem menor.";

async function send(file: File, remote: boolean, heard: (sending: Sending) => void, signal: AbortSignal) {
  if (!remote) return sendFile<{ versao: number }>("/api/logo", file, heard, signal);
  const way = await import("./remote-upload").catch(() => null);
  if (!way) return { ok: false, error: { code: "inesperado", message: "Sem conexão. Tente de novo." } } as const;
  return way.sendToUploadThing<{ versao: number }>(file, heard, signal);
}

/** The company's logo: it is changed at once and on its own, whatever else the form holds. */
export function LogoField({ logo, remote }: LogoFieldProps) {
  const { resetField } = useFormContext<{ versao: number }>();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Upload | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);

  const preview = sending?.preview;
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);

  // The logo is part of the same row: what the form saves next is over the version that this made.
  const adopt = ({ versao }: { versao: number }) => resetField("versao", { defaultValue: versao });

  async function choose(file: File | undefined) {
    if (!file) return;
    setFailure(null);
    if (file.size > MAIOR_ARQUIVO) return setFailure(tooLarge);
    const abort = new AbortController();
    setSending({ share: 0, preview: URL.createObjectURL(file), abort });
    const heard = ({ feitas, de }: Sending) => setSending((now) => now && { ...now, share: de ? feitas / de : 1 });
    const answer = await send(file, remote, heard, abort.signal);
    setSending(null);
    if (!answer.ok) return abort.signal.aborted ? undefined : setFailure(answer.error.message);
    adopt(answer.data);
    toast.success("Logotipo trocado.");
    router.refresh();
  }

  return (
    <div role="group" aria-label="Logotipo" className="grid gap-3">
      <span aria-hidden className="text-sm font-medium">
        Logotipo
      </span>
      <div className="flex flex-wrap items-center gap-4">
        <CompanyLogo logo={preview ?? logo} className="size-24 rounded-md border bg-surface p-1" />
        {sending ? (
          <div className="grid grow gap-2">
            <Progress share={sending.share} />
            <Button variant="secondary" size="sm" className="w-fit" onClick={() => sending.abort.abort()}>
              Cancelar envio
            </Button>
          </div>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" onClick={() => input.current?.click()}>
              <ImageUp aria-hidden />
              {logo ? "Trocar logotipo" : "Enviar logotipo"}
            </Button>
            {logo && (
              <Button variant="ghost" onClick={() => setRemoving(true)}>
                <Trash2 aria-hidden />
                Remover logotipo
              </Button>
            )}
          </div>
        )}
      </div>
      {failure && <Notice tone="danger">{failure}</Notice>}
      <p className="text-sm text-muted">
        PNG, JPEG ou WebP de até 16 MB. Aparece no menu, na entrada e no que se imprime.
      </p>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label="Arquivo do logotipo"
        className="hidden"
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          // The same file may be chosen again.
          target.value = "";
        }}
      />
      {removing && logo && (
        <Confirm
          open
          onClose={() => setRemoving(false)}
          title="Remover o logotipo?"
          verb="Remover logotipo"
          danger
          run={(chave) => removerLogoAction({ nome: logo.split("/").at(-1)! }, chave)}
          done="Logotipo removido."
          onDone={adopt}
        >
          <p>No lugar dele volta o símbolo do sistema. A imagem é apagada; para tê-la de novo, envie-a outra vez.</p>
        </Confirm>
      )}
    </div>
  );
}

function Progress({ share }: { share: number }) {
  const percent = Math.round(share * 100);
  return (
    <div className="grid gap-1.5">
      <p role="status" className="text-sm">
        {share < 1 ? "Enviando a imagem…" : "Preparando a imagem…"}
      </p>
      <div
        role="progressbar"
        aria-label="Envio do logotipo"
        aria-valuenow={percent}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full bg-brand transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
