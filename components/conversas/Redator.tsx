"use client";

import { MessageSquareQuote, SendHorizontal } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { controlClass } from "@/components/ui/input";

type RedatorProps = {
  rotulo: string;
  /** @returns whether it was accepted; else what was typed stays */
  onEnviar: (texto: string) => Promise<boolean>;
  respostasProntas?: readonly string[];
  /** Why nothing can be written now. */
  impedido?: ReactNode;
};

/** Where a message is written: Enter sends, Shift and Enter breaks the line. */
export function Redator({ rotulo, onEnviar, respostasProntas = [], impedido }: RedatorProps) {
  const [texto, setTexto] = useState("");
  const [enviando, setEnviando] = useState(false);

  async function enviar() {
    if (!texto.trim() || enviando) return;
    setEnviando(true);
    if (await onEnviar(texto)) setTexto("");
    setEnviando(false);
  }

  function aoTeclar(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void enviar();
  }

  if (impedido) return <div className="border-t bg-surface p-3">{impedido}</div>;
  return (
    <form
      className="flex items-end gap-2 border-t bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void enviar();
      }}
    >
      {respostasProntas.length > 0 && (
        <Menu
          label="Respostas prontas"
          items={respostasProntas.map((pronta) => ({
            label: pronta.length > 60 ? `${pronta.slice(0, 59)}…` : pronta,
            icon: MessageSquareQuote,
            onSelect: () => setTexto((antes) => (antes.trim() ? `${antes.trimEnd()}\n${pronta}` : pronta)),
          }))}
        />
      )}
      <textarea
        aria-label={rotulo}
        placeholder="Mensagem"
        rows={1}
        maxLength={4_096}
        value={texto}
        onChange={({ target }) => setTexto(target.value)}
        onKeyDown={aoTeclar}
        className={`${controlClass} field-sizing-content max-h-40 min-h-11 min-w-0 grow resize-none px-3 py-2.5`}
      />
      <Button type="submit" size="icon" pending={enviando} disabled={!texto.trim()} aria-label="Enviar">
        {!enviando && <SendHorizontal aria-hidden />}
      </Button>
    </form>
  );
}
