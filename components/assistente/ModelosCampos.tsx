"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { FormText } from "@/components/ui/form/fields";
import type { AssistenteInput } from "@/lib/assistente/schema";
import { assuntosComModelo } from "@/lib/domain/whatsapp";
import { modelosParaCriar } from "./modelos";

/** The name of each template as Meta approved it, beside what to write there. */
export function ModelosCampos() {
  return (
    <>
      <p className="text-sm text-muted">
        Para quem não escreve há mais de 24 horas. Sem o modelo aprovado, esse aviso só sai dentro das 24 horas.
      </p>
      {assuntosComModelo.map((assunto) => {
        const { rotulo, texto, botoes } = modelosParaCriar[assunto];
        return (
          <div key={assunto} className="grid gap-2">
            <FormText<AssistenteInput>
              name={`modelos.${assunto}`}
              label={rotulo}
              optional
              autoCapitalize="off"
              spellCheck={false}
              hint={
                <>
                  Texto a criar na Meta: “{texto}”
                  {botoes.length > 0 && ` Botões de resposta rápida: ${botoes.join(", ")}.`}
                </>
              }
            />
            <CopyButton text={texto} label={`Copiar texto: ${rotulo.toLowerCase()}`} size="sm" />
          </div>
        );
      })}
    </>
  );
}
