"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Checkbox } from "@/components/ui/switch";
import { apagarCredenciaisAction } from "@/lib/assistente/actions";
import type { AssistenteVisto } from "@/lib/assistente/queries";

const enumerar = new Intl.ListFormat("pt-BR");

type ApagarCredenciaisProps = { versao: number; ligacao: AssistenteVisto["ligacao"] };

const credenciais = {
  token: { rotulo: "Token de acesso", falta: "nada é enviado" },
  segredo: { rotulo: "Chave secreta do app", falta: "nada é recebido" },
  verificacao: { rotulo: "Código de verificação", falta: "a Meta não confirma o webhook" },
} as const;

/** Forgets what the company entrusted to us: one of the secrets, or all. */
export function ApagarCredenciais({ versao, ligacao }: ApagarCredenciaisProps) {
  const { guardados, doAmbiente } = ligacao;
  const [aberto, setAberto] = useState(false);
  const [ficam, setFicam] = useState<readonly string[]>([]);
  const quais = guardados.filter((nome) => !ficam.includes(nome));
  const cobertos = quais.filter((nome) => doAmbiente.includes(nome));
  const faltas = quais.filter((nome) => !doAmbiente.includes(nome)).map((nome) => credenciais[nome].falta);

  function abrir() {
    setFicam([]);
    setAberto(true);
  }

  return (
    <div>
      <Button variant="secondary" size="sm" onClick={abrir}>
        Apagar credenciais
      </Button>
      <Confirm
        open={aberto}
        onClose={() => setAberto(false)}
        title="Apagar credenciais do WhatsApp?"
        verb={quais.length === 1 ? "Apagar credencial" : "Apagar credenciais"}
        danger
        run={(chave) => apagarCredenciaisAction({ versao, quais }, chave)}
        done={quais.length === 1 ? "Credencial apagada." : "Credenciais apagadas."}
      >
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-foreground">O que apagar</legend>
          {guardados.map((nome) => (
            <Checkbox
              key={nome}
              label={credenciais[nome].rotulo}
              checked={quais.includes(nome)}
              onChange={() => setFicam(ficam.includes(nome) ? ficam.filter((um) => um !== nome) : [...ficam, nome])}
            />
          ))}
        </fieldset>
        <p>
          {faltas.length > 0 && `Sem isso ${enumerar.format(faltas)} até alguém informar de novo. `}
          Não dá para desfazer.
        </p>
        {cobertos.length > 0 && (
          <p>O ambiente do servidor vem primeiro: o que ele diz continua valendo, e só muda lá.</p>
        )}
      </Confirm>
    </div>
  );
}
