import { Badge } from "@/components/ui/badge";
import type { MensagemVista } from "@/lib/balcao/queries";
import { escreverInstante } from "@/lib/domain/instantes";
import { assuntos, situacoesDeMensagem, tiposDeMensagem, type SituacaoDeMensagem } from "@/lib/domain/whatsapp";

const tons: Record<SituacaoDeMensagem, "neutral" | "success" | "danger" | "info"> = {
  recebida: "neutral",
  fila: "neutral",
  enviando: "neutral",
  enviada: "info",
  entregue: "info",
  lida: "success",
  falhou: "danger",
};

/** Messages one under the other, each with how far it has come. @param fuso IANA zone */
export function ListaDeMensagens({ mensagens, fuso }: { mensagens: readonly MensagemVista[]; fuso: string }) {
  return (
    <ul className="divide-y">
      {mensagens.map(({ id, direcao, assunto, texto, tipo, situacao, motivo, em, lidaEm }) => (
        <li key={id} className="grid gap-1 py-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-sm text-muted">
              {direcao === "entrada" ? "Cliente" : assuntos[assunto ?? "resposta"]}, {escreverInstante(em, fuso)}
            </p>
            <Badge tone={tons[situacao]}>{situacoesDeMensagem[situacao]}</Badge>
          </div>
          <p className="line-clamp-3 break-words whitespace-pre-line">{texto || tiposDeMensagem[tipo]}</p>
          {lidaEm && <p className="text-sm text-muted">Lida em {escreverInstante(lidaEm, fuso)}</p>}
          {motivo && <p className="text-sm text-danger-text">{motivo}</p>}
        </li>
      ))}
    </ul>
  );
}
