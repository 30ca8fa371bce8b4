"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Failure } from "@/lib/domain/result";

type Sugestao = NonNullable<Failure["sugestoes"]>[number];

/** What a person should know before going on. */
export function AvisoDialog({ falha, onResponder }: { falha: Failure; onResponder: (segue: boolean) => void }) {
  return (
    <Dialog open onClose={() => onResponder(false)} title="Continuar mesmo assim?">
      <DialogBody>
        <ul className="grid gap-2">
          {falha.avisos?.map(({ chave, frase }) => (
            <li key={chave}>{frase}</li>
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={() => onResponder(false)}>
          Voltar
        </Button>
        <Button data-autofocus onClick={() => onResponder(true)}>
          Continuar
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Somebody else has the place: who, and the nearest free times. @param fuso IANA zone */
export function ConflitoDialog({
  falha,
  fuso,
  onResponder,
}: {
  falha: Failure;
  fuso: string;
  onResponder: (lugar: Sugestao | null) => void;
}) {
  return (
    <Dialog open onClose={() => onResponder(null)} title="Este horário não está livre">
      <DialogBody>
        <p className="mb-4">{falha.message}</p>
        <SugestoesChips sugestoes={falha.sugestoes ?? []} fuso={fuso} onEscolher={onResponder} />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={() => onResponder(null)}>
          Voltar
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** The nearest free times as chips: "amanhã 14:00, Ana". @param fuso IANA zone */
export function SugestoesChips({
  sugestoes,
  fuso,
  onEscolher,
}: {
  sugestoes: readonly Sugestao[];
  fuso: string;
  onEscolher: (lugar: Sugestao) => void;
}) {
  const hoje = useHoje(fuso);
  const dizer = ({ inicio, funcionario }: Sugestao) => {
    const minuto = minutoDoInstante(inicio);
    return `${escreverDiaRelativo(relogio(minuto, fuso).dia, hoje)} ${escreverHoraDe(minuto, fuso)}, ${funcionario}`;
  };
  return (
    <Chips label="Horários livres mais próximos">
      {sugestoes.map((lugar) => (
        <Chip key={`${lugar.funcionarioId} ${lugar.inicio}`} onClick={() => onEscolher(lugar)}>
          {dizer(lugar)}
        </Chip>
      ))}
    </Chips>
  );
}
