"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DurationInput } from "@/components/ui/parsed-input";
import { Textarea } from "@/components/ui/textarea";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { escreverMinutos } from "@/lib/domain/duracao";
import { somar } from "@/lib/domain/oferta";
import type { Erros, Formulario, Mudar, Parte } from "./formulario";

type MaisCamposProps = {
  formulario: Formulario;
  mudar: Mudar;
  mudarParte: (i: number, mudanca: Partial<Parte>) => void;
  marcacao: Marcacao;
  erros: Erros;
};

/** What most bookings do not need: own durations, who sits in the chair, notes. */
export function MaisCampos({ formulario, mudar, mudarParte, marcacao, erros }: MaisCamposProps) {
  const { partes, atendido, observacoes } = formulario;
  const erroAqui = Object.keys(erros).some((campo) => /duracaoMinutos$|^atendido$|^observacoes$/.test(campo));
  return (
    <details className="group" open={erroAqui || undefined}>
      <summary className="flex min-h-11 items-center rounded-md font-medium text-brand-text">
        Duração, observações e quem será atendido
      </summary>
      <div className="grid grid-cols-1 gap-4 pt-2">
        {partes.map(({ funcionarioId, servicos, duracaoMinutos }, i) => {
          const quem = marcacao.profissionais.find(({ id }) => id === funcionarioId);
          const soma = somar(marcacao.servicos, quem, servicos).duracaoMinutos;
          return (
            <Field
              key={i}
              label={partes.length > 1 && quem ? `Duração com ${quem.nome}` : "Duração"}
              optional
              hint={soma ? `Sem nada aqui, ${escreverMinutos(soma)}, o tempo dos serviços.` : undefined}
              error={erros[`partes.${i}.duracaoMinutos`]}
            >
              <DurationInput
                value={duracaoMinutos}
                placeholder={escreverMinutos(soma || 30)}
                onValueChange={(minutos) => mudarParte(i, { duracaoMinutos: minutos })}
              />
            </Field>
          );
        })}
        <Field
          label="Quem será atendido"
          optional
          hint="Quando não é o cliente: a filha, o marido."
          error={erros.atendido}
        >
          <Input value={atendido} maxLength={120} onChange={({ target }) => mudar({ atendido: target.value })} />
        </Field>
        <Field label="Observações" optional hint="Só a equipe vê." error={erros.observacoes}>
          <Textarea
            value={observacoes}
            maxLength={1_000}
            onChange={({ target }) => mudar({ observacoes: target.value })}
          />
        </Field>
      </div>
    </details>
  );
}
