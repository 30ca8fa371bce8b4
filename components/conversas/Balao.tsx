import clsx from "clsx";
import { Check, CheckCheck, Clock, List, TriangleAlert } from "lucide-react";
import type { MensagemVista } from "@/lib/balcao/queries";
import { escreverHoraDe, minutoDoInstante } from "@/lib/domain/relogio";
import { assuntos, situacoesDeMensagem, tiposDeMensagem, type SituacaoDeMensagem } from "@/lib/domain/whatsapp";
import { Midia } from "./Midia";

const icones: Record<SituacaoDeMensagem, typeof Check | null> = {
  recebida: null,
  fila: Clock,
  enviando: Clock,
  enviada: Check,
  entregue: CheckCheck,
  lida: CheckCheck,
  falhou: TriangleAlert,
};

type BalaoProps = {
  mensagem: MensagemVista;
  fuso: string;
  /** Seen by the client, who writes at the right. */
  doCliente?: boolean;
  /** What was offered may be tapped. */
  onEscolher?: (escolha: { id: string; titulo: string }) => void;
};

function quemDisse({ autor, autorNome, assunto }: MensagemVista): string {
  if (autor === "pessoa") return autorNome ?? "Pessoa da equipe";
  if (autor === "assistente") return "Assistente";
  return assunto && assunto !== "resposta" ? assuntos[assunto] : "Automática";
}

/** One message, with what was offered in it and how far it has come. */
export function Balao({ mensagem, fuso, doCliente, onEscolher }: BalaoProps) {
  const { direcao, situacao, texto, tipo, carga, motivo, duvidosa } = mensagem;
  const minha = (direcao === "entrada") === Boolean(doCliente);
  const Icone = direcao === "saida" ? icones[situacao] : null;
  const opcoes = [...(carga.botoes ?? []), ...(carga.lista?.linhas ?? [])];
  return (
    <li className={clsx("flex flex-col", minha ? "items-end" : "items-start")}>
      <div
        className={clsx(
          "grid max-w-[85%] min-w-0 gap-1.5 rounded-lg px-3 py-2 md:max-w-[75%]",
          minha ? "rounded-br-sm bg-brand-soft" : "rounded-bl-sm border bg-surface",
          situacao === "falhou" && "outline-2 outline-danger",
        )}
      >
        {direcao === "saida" && !doCliente && (
          <p className="text-sm font-medium text-brand-text">{quemDisse(mensagem)}</p>
        )}
        {!["texto", "botao"].includes(tipo) && <Midia mensagem={mensagem} rotulo={tiposDeMensagem[tipo]} />}
        {texto && <p className="break-words whitespace-pre-line">{comNegrito(texto)}</p>}
        {opcoes.length > 0 && (
          <ul aria-label="Opções" className="grid gap-1.5 pt-1">
            {carga.lista && (
              <li className="flex items-center gap-1.5 text-sm text-muted">
                <List aria-hidden className="size-4" />
                {carga.lista.botao}
              </li>
            )}
            {opcoes.map((opcao) => (
              <li key={opcao.id}>
                <Opcao opcao={opcao} onEscolher={onEscolher} />
              </li>
            ))}
          </ul>
        )}
        <p className="flex items-center justify-end gap-1 text-xs text-muted">
          <time dateTime={mensagem.em}>{escreverHoraDe(minutoDoInstante(mensagem.em), fuso)}</time>
          {Icone && (
            <Icone
              role="img"
              aria-label={situacoesDeMensagem[situacao]}
              className={clsx(
                "size-4",
                situacao === "lida" && "text-info-text",
                situacao === "falhou" && "text-danger-text",
              )}
            />
          )}
        </p>
      </div>
      {motivo && (
        <p className={clsx("pt-1 text-sm", situacao === "falhou" ? "text-danger-text" : "text-muted")}>{motivo}</p>
      )}
      {duvidosa && <p className="pt-1 text-sm text-warning-text">Pode ter chegado duas vezes.</p>}
    </li>
  );
}

/** WhatsApp's one mark that we write: *bold*. */
const comNegrito = (texto: string) =>
  texto.split(/\*([^*\n]+)\*/).map((trecho, i) => (i % 2 ? <strong key={i}>{trecho}</strong> : trecho));

type OpcaoProps = { opcao: { id: string; titulo: string; descricao?: string }; onEscolher: BalaoProps["onEscolher"] };

function Opcao({ opcao: { id, titulo, descricao }, onEscolher }: OpcaoProps) {
  const dentro = (
    <>
      <span className="font-medium">{titulo}</span>
      {descricao && <span className="block text-sm text-muted">{descricao}</span>}
    </>
  );
  const look = "block w-full rounded-md border bg-background px-3 py-2 text-center text-brand-text";
  if (!onEscolher) return <span className={look}>{dentro}</span>;
  return (
    <button type="button" className={`${look} min-h-11 hover:bg-sunken`} onClick={() => onEscolher({ id, titulo })}>
      {dentro}
    </button>
  );
}
