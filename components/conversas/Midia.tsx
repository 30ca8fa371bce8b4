import { Paperclip } from "lucide-react";
import Image from "next/image";
import type { MensagemVista } from "@/lib/balcao/queries";
import { faltas } from "@/lib/domain/midia";

/** What a client attached, heard or seen here once it was fetched. */
export function Midia({ mensagem, rotulo }: { mensagem: MensagemVista; rotulo: string }) {
  const { id, tipo, temArquivo, carga } = mensagem;
  const nome = carga.midia?.nome ?? rotulo;
  if (!temArquivo)
    return (
      <p className="flex items-center gap-2 text-sm text-muted">
        <Paperclip aria-hidden className="size-4 shrink-0" />
        {carga.midia ? `${nome}. ${carga.falta ? faltas[carga.falta] : "Ainda está sendo buscado."}` : nome}
      </p>
    );
  const endereco = `/api/whatsapp/midia/${id}`;
  if (tipo === "audio")
    return <audio controls preload="none" src={endereco} aria-label={nome} className="max-w-full" />;
  if (tipo === "imagem" || tipo === "figurinha")
    return (
      <Image
        src={endereco}
        alt={nome}
        width={480}
        height={480}
        unoptimized
        className="h-auto max-h-72 w-auto max-w-full rounded-md"
      />
    );
  return (
    <a
      href={endereco}
      target="_blank"
      rel="noreferrer"
      className="flex min-h-11 items-center gap-2 break-all text-brand-text underline underline-offset-4"
    >
      <Paperclip aria-hidden className="size-4 shrink-0" />
      {nome}
    </a>
  );
}
