"use client";

import {
  Ban,
  CalendarClock,
  CalendarPlus,
  Check,
  CircleCheckBig,
  DoorOpen,
  Hourglass,
  Pencil,
  ReceiptText,
  Repeat,
  UserX,
  Undo2,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { emAberto } from "@/lib/domain/agenda";
import type { Detalhe } from "@/lib/fichas/queries";
import type { Passo } from "./Ficha";
import type { FichaAtos } from "./use-ficha-atos";

type FichaAcoesProps = { detalhe: Detalhe; atos: FichaAtos; onPasso: (passo: Passo) => void };

type Acao = { rotulo: string; icone: LucideIcon; fazer: () => void; forte?: boolean; perigo?: boolean };

/** The next situations as big buttons, then what else can be done. */
export function FichaAcoes({ detalhe, atos, onPasso }: FichaAcoesProps) {
  const { situacao, chegouEm } = detalhe;
  const deNovo: Acao = { rotulo: "Agendar de novo", icone: CalendarPlus, fazer: () => onPasso("deNovo") };
  if (!emAberto(situacao)) {
    return (
      <>
        <Grade acoes={[deNovo, { rotulo: "Desfazer", icone: Undo2, fazer: () => void atos.desfazer() }]} />
        {situacao === "concluido" && (
          <ButtonLink variant="secondary" className="min-h-12" href={`/agenda/recibo/${detalhe.id}`}>
            <ReceiptText aria-hidden />
            Recibo
          </ButtonLink>
        )}
      </>
    );
  }
  const situacoes: Acao[] = [
    ...(situacao === "agendado" ? [{ rotulo: "Confirmar", icone: Check, fazer: () => void atos.confirmar() }] : []),
    {
      rotulo: chegouEm ? "Não chegou" : "Chegou",
      icone: DoorOpen,
      fazer: () => void atos.chegou(!chegouEm),
    },
    { rotulo: "Concluir", icone: CircleCheckBig, fazer: () => onPasso("concluir"), forte: true },
    { rotulo: "Remarcar", icone: CalendarClock, fazer: () => onPasso("remarcar") },
    { rotulo: "Faltou", icone: UserX, fazer: () => void atos.faltou() },
    { rotulo: "Cancelar", icone: Ban, fazer: () => onPasso("cancelar"), perigo: true },
  ];
  const outras: Acao[] = [
    { rotulo: "Editar", icone: Pencil, fazer: () => onPasso("editar") },
    deNovo,
    { rotulo: "Trocar", icone: Repeat, fazer: () => onPasso("trocar") },
    { rotulo: "Atrasar o dia", icone: Hourglass, fazer: () => onPasso("atrasar") },
  ];
  return (
    <>
      <Grade acoes={situacoes} />
      <Grade acoes={outras} />
    </>
  );
}

function Grade({ acoes }: { acoes: readonly Acao[] }) {
  return (
    <div className="grid grid-cols-2 gap-2">
      {acoes.map(({ rotulo, icone: Icone, fazer, forte, perigo }) => (
        <Button
          key={rotulo}
          variant={forte ? "primary" : "secondary"}
          className={perigo ? "min-h-12 text-danger-text" : "min-h-12"}
          onClick={fazer}
        >
          <Icone aria-hidden />
          {rotulo}
        </Button>
      ))}
    </div>
  );
}
