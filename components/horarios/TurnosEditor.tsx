"use client";

import { CircleAlert, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { escreverHora, type Turno } from "@/lib/domain/expediente";

const FIM_DO_DIA = 1_440;

/** What the schema says about one day; RHF mirrors the form of the value. */
export type ErroDoDia = { message?: string } & Partial<
  Record<number, { message?: string } & Partial<Record<number, { message?: string }>>>
>;

const lerHora = (texto: string) => {
  const [hora, minuto] = texto.split(":").map(Number);
  return hora === undefined || minuto === undefined ? Number.NaN : hora * 60 + minuto;
};

const escrever = (minutos: number) => (Number.isNaN(minutos) ? "" : escreverHora(minutos % FIM_DO_DIA));

/** What is proposed next: an hour after the last stretch, or a common day. */
export function proximoTurno(turnos: readonly Turno[]): Turno {
  const ultimo = turnos.at(-1);
  if (!ultimo || Number.isNaN(ultimo[1])) return [540, 1_080];
  const inicio = Math.min(ultimo[1] + 60, FIM_DO_DIA - 60);
  return [inicio, Math.min(inicio + 240, FIM_DO_DIA)];
}

type TurnosEditorProps = {
  /** Whose stretches these are, for those who do not see: `Segunda`. */
  dia: string;
  turnos: readonly Turno[];
  onChange: (turnos: Turno[]) => void;
  erro?: ErroDoDia;
};

/** The stretches of one day, each from an hour to another; midnight as an end is the end of the day. */
export function TurnosEditor({ dia, turnos, onChange, erro }: TurnosEditorProps) {
  const id = useId();
  const frase =
    erro?.message ??
    turnos.map((_, i) => erro?.[i]?.message ?? erro?.[i]?.[0]?.message ?? erro?.[i]?.[1]?.message).find(Boolean);
  const errado = (i: number) => Boolean(erro?.message ?? erro?.[i]);

  function mudar(i: number, lado: 0 | 1, texto: string) {
    const lido = lerHora(texto);
    const minutos = lado === 1 && lido === 0 ? FIM_DO_DIA : lido;
    onChange(
      turnos.map((turno, n): Turno => (n !== i ? turno : lado === 0 ? [minutos, turno[1]] : [turno[0], minutos])),
    );
  }

  const hora = (i: number, lado: 0 | 1) => (
    <Input
      type="time"
      aria-label={`${dia}, ${turnos.length > 1 ? `período ${i + 1}, ` : ""}${lado === 0 ? "das" : "até as"}`}
      aria-invalid={errado(i) || undefined}
      aria-describedby={frase ? `${id}-erro` : undefined}
      value={escrever(turnos[i]![lado])}
      onChange={(event) => mudar(i, lado, event.target.value)}
      className="min-w-0 grow"
    />
  );

  return (
    <div className="grid gap-2">
      {turnos.map((_, i) => (
        <div key={i} className="flex items-center gap-2">
          {hora(i, 0)}
          <span aria-hidden className="text-muted">
            às
          </span>
          {hora(i, 1)}
          <Button
            variant="ghost"
            size="icon"
            className="text-muted"
            aria-label={`${dia}: tirar o período ${i + 1}`}
            onClick={() => onChange(turnos.filter((__, n) => n !== i))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {frase && (
        <p id={`${id}-erro`} className="flex gap-1.5 text-sm text-danger-text">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {frase}
        </p>
      )}
    </div>
  );
}
