"use client";

import { Search, UserPlus, UserRoundX } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useRead } from "@/components/ui/use-read";
import { escreverTelefone } from "@/lib/domain/telefone";
import { semAcento } from "@/lib/domain/texto";
import type { ClienteParaAgendar } from "@/lib/marcacoes/queries";
import { enderecoDosClientes } from "../enderecos";

const MOSTRA = 6;
const PAUSA_MS = 150;

const combina = ({ nome, telefone }: ClienteParaAgendar, texto: string) => {
  const digitos = texto.replace(/\D/g, "");
  return semAcento(nome).includes(semAcento(texto)) || (digitos !== "" && telefone?.includes(digitos));
};

type ClienteBuscaProps = {
  autoFocus: boolean;
  onEscolher: (cliente: ClienteParaAgendar) => void;
  /** Nobody is called like that, or the person says so: what was typed is the new client. */
  onNovo?: (texto: string) => void;
  onSemNome?: () => void;
};

/** Finds a client by name or phone as somebody types; before that, those who came last. */
export function ClienteBusca({ autoFocus, onEscolher, onNovo, onSemNome }: ClienteBuscaProps) {
  const [digitado, setDigitado] = useState("");
  const texto = digitado.trim();
  const { data, last, failure, waiting } = useRead<{ clientes: ClienteParaAgendar[] }>(
    enderecoDosClientes(texto),
    texto ? PAUSA_MS : 0,
  );
  // Until the answer is there, of those who are known only whom the words already fit: nobody else under the finger.
  const conhecidos = last?.clientes.filter((um) => combina(um, texto));
  const clientes = (data?.clientes ?? conhecidos ?? []).slice(0, MOSTRA);
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field label="Nome ou telefone">
        <Input
          type="search"
          data-autofocus={autoFocus || undefined}
          before={<Search aria-hidden className="size-4.5" />}
          value={digitado}
          autoCapitalize="words"
          maxLength={120}
          onChange={({ target }) => setDigitado(target.value)}
        />
      </Field>
      {failure && <Notice tone="danger">{failure.message}</Notice>}
      <ul
        aria-label={texto ? "Clientes encontrados" : "Clientes recentes"}
        aria-busy={waiting}
        className="-mx-2 grid grid-cols-1"
      >
        {clientes.map((cliente) => (
          <Linha key={cliente.id} figura={<Avatar nome={cliente.nome} />} onClick={() => onEscolher(cliente)}>
            <span className="block truncate font-medium">{cliente.nome}</span>
            <span className="block text-sm text-muted">{escreverTelefone(cliente.telefone) || "sem telefone"}</span>
          </Linha>
        ))}
        {texto && onNovo && (
          <Linha figura={<Figura icone={UserPlus} />} onClick={() => onNovo(texto)}>
            Cadastrar <strong className="font-semibold">{texto}</strong>
          </Linha>
        )}
        {!texto && onSemNome && (
          <Linha figura={<Figura icone={UserRoundX} />} onClick={onSemNome}>
            Marcar sem nome
          </Linha>
        )}
      </ul>
    </div>
  );
}

function Figura({ icone: Icone }: { icone: typeof Search }) {
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-full bg-sunken text-muted">
      <Icone aria-hidden className="size-4.5" />
    </span>
  );
}

function Linha({ figura, onClick, children }: { figura: ReactNode; onClick: () => void; children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        onClick={onClick}
        className="flex min-h-13 w-full items-center gap-3 rounded-md px-2 py-1.5 text-left -outline-offset-2 hover:bg-sunken"
      >
        {figura}
        <span className="min-w-0 grow">{children}</span>
      </button>
    </li>
  );
}
