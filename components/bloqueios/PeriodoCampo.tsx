"use client";

import { QuandoCampo } from "@/components/agendamentos/QuandoCampo";
import { Chip, Chips } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { modosDePeriodo, type Escolha, type ModoDePeriodo, type Relogio } from "./periodo";

type PeriodoCampoProps = {
  escolha: Escolha;
  relogio: Relogio;
  erro?: string;
  onMudar: (escolha: Escolha) => void;
};

const modos = Object.entries(modosDePeriodo) as [ModoDePeriodo, string][];

/** From when to when, by the usual choices first. */
export function PeriodoCampo({ escolha, relogio: { hoje, fuso }, erro, onMudar }: PeriodoCampoProps) {
  const { modo, dia, inicio, fim } = escolha;
  const rotulo = (chave: ModoDePeriodo, texto: string) => (chave === "dia" && dia === hoje ? "Hoje o dia todo" : texto);
  return (
    <Field group label="Quando" error={erro}>
      <div className="grid gap-4">
        <Chips label="Período">
          {modos.map(([chave, texto]) => (
            <Chip key={chave} chosen={modo === chave} onClick={() => onMudar({ ...escolha, modo: chave })}>
              {rotulo(chave, texto)}
            </Chip>
          ))}
        </Chips>
        {(modo === "dia" || modo === "ate") && (
          <Field label={modo === "dia" ? "Dia" : "Até o fim do dia"}>
            <Input
              type="date"
              value={dia}
              onChange={({ target }) => target.value && onMudar({ ...escolha, dia: target.value })}
            />
          </Field>
        )}
        {modo === "agora" && <p className="text-sm text-muted">Até o fim de hoje.</p>}
        {modo === "livre" && (
          <>
            <Field group label="Começa">
              <QuandoCampo
                valor={inicio}
                dia={dia}
                fuso={fuso}
                onMudar={(novo) => onMudar({ ...escolha, inicio: novo })}
              />
            </Field>
            <Field group label="Termina">
              <QuandoCampo valor={fim} dia={dia} fuso={fuso} onMudar={(novo) => onMudar({ ...escolha, fim: novo })} />
            </Field>
          </>
        )}
      </div>
    </Field>
  );
}
