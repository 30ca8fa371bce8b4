"use client";

import { Bot, ChevronLeft, Hand, IdCard } from "lucide-react";
import Link from "next/link";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { call, newKey, useCall, type Answer } from "@/components/ui/call";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { read } from "@/components/ui/use-read";
import { assumirAction, devolverAction, enviarAction, lerAction } from "@/lib/balcao/actions";
import type { ConversaVista, MensagemVista } from "@/lib/balcao/queries";
import { escreverInstante } from "@/lib/domain/instantes";
import type { Result } from "@/lib/domain/result";
import { escreverTelefone } from "@/lib/domain/telefone";
import { enderecoDaConversa } from "./endereco";
import { Mensagens } from "./Mensagens";
import { Redator } from "./Redator";

type FioProps = {
  conversa: ConversaVista;
  /** Where the list is, for phones. */
  voltar: string;
  onMudou: () => void;
  onFicha: () => void;
};

/** Older messages before the newer ones, each once. */
const juntar = (antigas: readonly MensagemVista[], novas: readonly MensagemVista[]) => [
  ...antigas.filter(({ id }) => id < (novas[0]?.id ?? 0)),
  ...novas,
];

/** Whether nothing lies between them that was never read. */
const emSequencia = (antes: readonly MensagemVista[], depois: readonly MensagemVista[]) =>
  (depois[0]?.id ?? 0) <= (antes.at(-1)?.id ?? 0);

/** One conversation: what was said, who has it, and the answer of whoever is here. */
export function Fio({ conversa, voltar, onMudou, onFicha }: FioProps) {
  const { id, nome, telefone, modo, comQuem, fuso, aberta, naoLidas } = conversa;
  const [antigas, setAntigas] = useState<MensagemVista[]>([]);
  const [temAntes, setTemAntes] = useState(conversa.temAntes);
  const [ultimas, setUltimas] = useState(conversa.mensagens);
  const [agindo, setAgindo] = useState(false);
  const envio = useCall();
  const mensagens = juntar(antigas, conversa.mensagens);

  // Each new message pushes the first of the last ones out of what is read.
  if (ultimas !== conversa.mensagens) {
    const seguem = emSequencia(ultimas, conversa.mensagens);
    setUltimas(conversa.mensagens);
    setAntigas(seguem ? juntar(antigas, ultimas) : []);
    if (!seguem) setTemAntes(conversa.temAntes);
  }

  const marcarLida = useEffectEvent(() => {
    if (naoLidas > 0 && !document.hidden) void call(() => lerAction({ id }));
  });
  useEffect(() => marcarLida(), [naoLidas, modo]);

  function dizer(answer: Answer<unknown>, feito?: string): boolean {
    if (!answer.ok) toast.error(answer.error.message);
    else if (feito) toast.success(feito);
    onMudou();
    return answer.ok;
  }

  async function agir(acao: (chave: string) => Promise<Result<unknown>>, feito: string) {
    setAgindo(true);
    const chave = newKey();
    const answer = await call(() => acao(chave));
    setAgindo(false);
    dizer(answer, feito);
  }

  // The same text sent again after a lost answer goes out once.
  const enviar = async (texto: string) => dizer(await envio.run((chave) => enviarAction({ id, texto }, chave), texto));

  async function verAntes() {
    const lidas = await read<ConversaVista>(`${enderecoDaConversa(id)}?antes=${mensagens[0]!.id}`).catch(() => null);
    if (!lidas) return toast.error("Sem conexão. Tente de novo.");
    setAntigas([...lidas.mensagens, ...antigas]);
    setTemAntes(lidas.temAntes);
  }

  return (
    <section aria-label={`Conversa com ${nome}`} className="flex min-h-0 min-w-0 grow flex-col">
      <header className="flex items-center gap-1 border-b bg-surface px-2 py-2 md:gap-2 md:px-4">
        <Link
          href={voltar}
          aria-label="Voltar às conversas"
          className="grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken lg:hidden"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </Link>
        <div className="min-w-0 grow pr-1">
          <h2 className="truncate font-semibold">{nome}</h2>
          <p className="truncate text-sm text-muted">
            {modo === "esperando" && "Esperando uma pessoa"}
            {modo === "pessoa" && `Com ${comQuem ?? "uma pessoa"}`}
            {modo === "assistente" && "Com o assistente"}
            {telefone && nome !== telefone && ` · ${escreverTelefone(telefone)}`}
          </p>
        </div>
        <Button variant="ghost" size="icon" className="xl:hidden" aria-label="Ver o cliente e marcar" onClick={onFicha}>
          <IdCard aria-hidden />
        </Button>
        {modo !== "pessoa" && (
          <Button
            size="sm"
            pending={agindo}
            onClick={() => void agir((chave) => assumirAction({ id }, chave), "A conversa é sua.")}
          >
            <Hand aria-hidden />
            Assumir
          </Button>
        )}
        {modo !== "assistente" && (
          <Button
            size="sm"
            variant="secondary"
            pending={agindo}
            onClick={() =>
              void agir((chave) => devolverAction({ id }, chave), "O assistente responde daqui em diante.")
            }
          >
            <Bot aria-hidden />
            <span className="max-sm:sr-only">Devolver</span>
          </Button>
        )}
      </header>
      <Mensagens
        mensagens={mensagens}
        fuso={fuso}
        rotulo={`Mensagens com ${nome}`}
        antes={
          temAntes && (
            <p className="pb-3 text-center">
              <Button variant="secondary" size="sm" onClick={() => void verAntes()}>
                Ver mensagens anteriores
              </Button>
            </p>
          )
        }
        depois={
          conversa.inalcancavelEm && (
            <div className="pt-3">
              <Notice tone="warning">
                As mensagens não chegam a este número desde {escreverInstante(conversa.inalcancavelEm, fuso)}.
              </Notice>
            </div>
          )
        }
      />
      <Redator
        rotulo={`Mensagem para ${nome}`}
        respostasProntas={conversa.respostasProntas}
        onEnviar={enviar}
        impedido={
          !aberta && (
            <p className="text-sm text-muted">
              O WhatsApp só deixa responder até 24 horas depois da última mensagem de {nome}.
              {telefone && (
                <>
                  {" "}
                  <a
                    href={`https://wa.me/${telefone.slice(1)}`}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-flex min-h-11 items-center text-brand-text underline underline-offset-4 md:min-h-6"
                  >
                    Escrever do seu telefone
                  </a>
                </>
              )}
            </p>
          )
        }
      />
    </section>
  );
}
