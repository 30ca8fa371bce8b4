"use client";

import { FlaskConical, RotateCcw, UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { ClienteBusca } from "@/components/agendamentos/marcar/ClienteBusca";
import { lerNovo } from "@/components/agendamentos/marcar/formulario";
import { enderecoDaConversa } from "@/components/conversas/endereco";
import { Mensagens } from "@/components/conversas/Mensagens";
import { Redator } from "@/components/conversas/Redator";
import { useVivo } from "@/components/conversas/use-vivo";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { call, newKey } from "@/components/ui/call";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { recomecarSimulacaoAction, simularAction } from "@/lib/assistente/actions";
import type { SimularInput } from "@/lib/assistente/schema";
import type { ConversaVista } from "@/lib/balcao/queries";

const SIMULADOR = "/configuracoes/whatsapp/simulador";
const PERGUNTAS = ["Oi", "Quais são os preços?", "Quero marcar um horário amanhã à tarde", "Quais são meus horários?"];

type Quem = { clienteId: number | null; nome: string | null };

async function dizer(input: SimularInput): Promise<number | null> {
  const chave = newKey();
  const answer = await call(() => simularAction(input, chave));
  if (answer.ok) return answer.data.conversaId;
  toast.error(answer.error.message);
  return null;
}

/** A talk with the assistant as a client has it. What is booked here is booked. */
export function Simulador({ conversa }: { conversa: ConversaVista | null }) {
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-4">
      {!conversa && (
        <Notice tone="warning" title="Conversa de teste">
          Nada sai pelo WhatsApp. Mas o assistente é o mesmo: o que ele marcar aqui ocupa a agenda de verdade até ser
          cancelado, com a observação “Marcado na conversa de teste do simulador.”
        </Notice>
      )}
      {conversa ? <Conversando key={conversa.id} lida={conversa} /> : <Comecar />}
    </div>
  );
}

function Comecar() {
  const router = useRouter();
  const [quem, setQuem] = useState<(Quem & { rotulo: string }) | null>(null);

  async function enviar(texto: string) {
    if (!quem) return false;
    const { clienteId, nome } = quem;
    const id = await dizer({ conversaId: null, clienteId, nome, texto, escolha: null });
    if (id) router.push(`${SIMULADOR}?conversa=${id}`);
    return id !== null;
  }

  if (!quem)
    return (
      <Card
        title="Conversar como quem?"
        hint="Um cliente seu, com o histórico dele, ou alguém que escreve pela primeira vez."
      >
        <ClienteBusca
          autoFocus={false}
          onEscolher={({ id, nome }) => setQuem({ clienteId: id, nome: null, rotulo: nome })}
          onNovo={(texto) => {
            const nome = lerNovo(texto).nome || texto;
            setQuem({ clienteId: null, nome, rotulo: nome });
          }}
        />
        <Button
          variant="secondary"
          className="mt-3"
          onClick={() => setQuem({ clienteId: null, nome: "Cliente de teste", rotulo: "Cliente de teste" })}
        >
          <UserRoundPlus aria-hidden />
          Cliente novo
        </Button>
      </Card>
    );
  return (
    <Janela nome={quem.rotulo} onTrocar={() => setQuem(null)}>
      <div className="grid min-h-0 grow content-center gap-3 bg-background p-5 text-center">
        <p className="text-muted">Escreva como cliente, ou comece com um destes:</p>
        <div className="flex flex-wrap justify-center gap-2">
          {PERGUNTAS.map((texto) => (
            <Button
              key={texto}
              variant="secondary"
              size="sm"
              className="h-auto min-h-9 whitespace-normal"
              onClick={() => void enviar(texto)}
            >
              {texto}
            </Button>
          ))}
        </div>
      </div>
      <Redator rotulo="Mensagem do cliente" onEnviar={enviar} />
    </Janela>
  );
}

function Conversando({ lida }: { lida: ConversaVista }) {
  const address = enderecoDaConversa(lida.id);
  const { data, again } = useVivo(address, lida);
  const ultima = data.mensagens.at(-1);
  const pensando = data.modo === "assistente" && ultima?.direcao === "entrada";

  async function falar(texto: string, escolha: string | null) {
    const id = await dizer({ conversaId: data.id, clienteId: null, nome: null, texto, escolha });
    await again();
    return id !== null;
  }

  async function recomecar() {
    const chave = newKey();
    const answer = await call(() => recomecarSimulacaoAction({ conversaId: data.id }, chave));
    if (!answer.ok) toast.error(answer.error.message);
    else await again();
  }

  return (
    <Janela nome={data.nome} trocar={SIMULADOR} onRecomecar={() => void recomecar()}>
      <Mensagens
        doCliente
        mensagens={data.mensagens}
        fuso={data.fuso}
        rotulo="Conversa de teste"
        onEscolher={({ id, titulo }) => void falar(titulo, id)}
        depois={
          pensando ? (
            <p role="status" className="pt-3 text-sm text-muted">
              {data.nomeAssistente} está respondendo…
            </p>
          ) : (
            data.modo !== "assistente" && (
              <p className="pt-3 text-sm text-muted">
                O assistente chamou uma pessoa e agora espera. Em uma conversa de verdade ela apareceria em Conversas.
              </p>
            )
          )
        }
      />
      <Redator rotulo="Mensagem do cliente" onEnviar={(texto) => falar(texto, null)} />
    </Janela>
  );
}

type JanelaProps = {
  nome: string;
  trocar?: string;
  onTrocar?: () => void;
  onRecomecar?: () => void;
  children: ReactNode;
};

function Janela({ nome, trocar, onTrocar, onRecomecar, children }: JanelaProps) {
  return (
    <section
      aria-label={`Conversa de teste como ${nome}`}
      className="flex h-[min(70dvh,44rem)] min-h-96 flex-col overflow-hidden rounded-lg border"
    >
      <header className="flex items-center gap-2 border-b bg-surface px-4 py-2">
        <FlaskConical aria-hidden className="size-5 shrink-0 text-warning-text" />
        <p className="min-w-0 grow truncate">
          Você é <strong className="font-semibold">{nome}</strong>
        </p>
        <Badge tone="warning">Teste</Badge>
        {onRecomecar && (
          <Button variant="ghost" size="sm" aria-label="Recomeçar conversa" onClick={onRecomecar}>
            <RotateCcw aria-hidden />
            <span className="max-sm:sr-only">Recomeçar</span>
          </Button>
        )}
        {trocar ? (
          <ButtonLink variant="ghost" size="sm" href={trocar}>
            Trocar
          </ButtonLink>
        ) : (
          <Button variant="ghost" size="sm" onClick={onTrocar}>
            Trocar
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}
