"use client";

import { Copy, Plus } from "lucide-react";
import { useImperativeHandle, useRef } from "react";
import { useFormState } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { useFormField } from "@/components/ui/form/field-notes";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { escreverSemana, escreverTurnos, type Semana, type Turno } from "@/lib/domain/expediente";
import { diasDaSemana, semanaDeTrabalho } from "@/lib/domain/semana";
import { proximoTurno, TurnosEditor, type ErroDoDia } from "./TurnosEditor";

/** Seven days, each with its stretches; one day can be copied to others. */
export function SemanaField({ rotulo, name = "semana" }: { rotulo: string; name?: string }) {
  const { field } = useFormField(name, rotulo, (value) => escreverSemana(value as Semana));
  const erros = useFormState().errors[name] as Partial<Record<number, ErroDoDia>> | undefined;
  const lista = useRef<HTMLDivElement>(null);
  const semana = field.value as Semana;

  useImperativeHandle(field.ref, () => ({
    focus: () => lista.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus(),
  }));

  const porDia = (dias: readonly number[], turnos: readonly Turno[]) =>
    field.onChange(semana.map((antes, dia) => (dias.includes(dia) ? [...turnos] : antes)));

  function copias(de: number): MenuItem[] {
    const turnos = semana[de]!;
    const outros = semanaDeTrabalho.filter((dia) => dia !== de);
    return [
      { label: "Copiar para segunda a sexta", icon: Copy, onSelect: () => porDia([1, 2, 3, 4, 5], turnos) },
      { label: "Copiar para todos os dias", icon: Copy, onSelect: () => porDia(outros, turnos) },
      ...outros.map((dia) => ({
        label: `Copiar para ${diasDaSemana[dia].toLowerCase()}`,
        icon: Copy,
        onSelect: () => porDia([dia], turnos),
      })),
    ];
  }

  return (
    <div ref={lista} role="group" aria-label={rotulo} onBlur={field.onBlur} className="grid divide-y">
      {semanaDeTrabalho.map((dia) => (
        <div key={dia} role="group" aria-label={diasDaSemana[dia]} className="grid gap-1 py-2">
          <div className="flex items-center gap-1">
            <p className="grow font-medium">
              {diasDaSemana[dia]}
              {semana[dia]!.length === 0 && <span className="ml-2 font-normal text-muted">{escreverTurnos([])}</span>}
            </p>
            <Button
              variant="ghost"
              size="icon"
              className="text-muted"
              aria-label={`${diasDaSemana[dia]}: mais um período`}
              disabled={semana[dia]!.length >= 8}
              onClick={() => porDia([dia], [...semana[dia]!, proximoTurno(semana[dia]!)])}
            >
              <Plus aria-hidden />
            </Button>
            <Menu label={`Copiar ${diasDaSemana[dia].toLowerCase()}`} items={copias(dia)} />
          </div>
          <TurnosEditor
            dia={diasDaSemana[dia]}
            turnos={semana[dia]!}
            onChange={(turnos) => porDia([dia], turnos)}
            erro={erros?.[dia]}
          />
        </div>
      ))}
    </div>
  );
}
