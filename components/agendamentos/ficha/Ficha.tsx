"use client";

import { ArrowLeft } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAgenda } from "@/components/agenda/use-agenda";
import { useLive } from "@/components/layout/live";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { emAberto } from "@/lib/domain/agenda";
import type { Detalhe } from "@/lib/fichas/queries";
import { Falha } from "../marcar/Falha";
import { AtrasarPasso } from "./AtrasarPasso";
import { CancelarPasso } from "./CancelarPasso";
import { ConcluirPasso } from "./ConcluirPasso";
import { DeNovoPasso } from "./DeNovoPasso";
import { EditarPasso } from "./EditarPasso";
import { FichaAcoes } from "./FichaAcoes";
import { FichaDados, FichaTopo } from "./FichaDados";
import { Historia } from "./Historia";
import { RemarcarPasso } from "./RemarcarPasso";
import { TrocarPasso } from "./TrocarPasso";
import { useFichaAtos, type FichaAtos } from "./use-ficha-atos";

const titulos = {
  ficha: "Agendamento",
  concluir: "Concluir",
  cancelar: "Por que cancelar?",
  remarcar: "Remarcar",
  editar: "Editar",
  deNovo: "Agendar de novo",
  trocar: "Trocar com outro",
  atrasar: "Atrasar o resto do dia",
} as const;

export type Passo = keyof typeof titulos;

export type PassoProps = { detalhe: Detalhe; atos: FichaAtos; onClose: () => void };

const passos: Record<Exclude<Passo, "ficha">, (props: PassoProps) => ReactNode> = {
  concluir: ConcluirPasso,
  cancelar: CancelarPasso,
  // It is all about where the appointment stands: moved by somebody else, it is another question.
  remarcar: (props) => <RemarcarPasso key={props.detalhe.versao} {...props} />,
  editar: EditarPasso,
  deNovo: DeNovoPasso,
  trocar: TrocarPasso,
  atrasar: AtrasarPasso,
};

export type FichaProps = {
  /** The question it opens with, if it may still be asked. */
  passo?: "remarcar";
  onClose: () => void;
};

/** An appointment as it is now, or one question about it in its place, which stands still while it is answered. */
export function Ficha({
  detalhe,
  reler,
  passo: primeiro,
  onClose,
}: FichaProps & { detalhe: Detalhe; reler: () => void }) {
  const { podeAgendar } = useAgenda();
  const [pedido, setPasso] = useState<Passo>((podeAgendar && primeiro) || "ficha");
  const passo = emAberto(detalhe.situacao) || pedido === "deNovo" ? pedido : "ficha";
  useLive("agenda", () => passo === "ficha" && reler());
  const quem = detalhe.cliente?.nome ?? detalhe.atendido ?? "Sem nome";
  const atos = useFichaAtos(detalhe, quem, detalhe.fuso, onClose, reler);
  const Passo = passo === "ficha" ? null : passos[passo];

  function voltar() {
    setPasso("ficha");
    reler();
  }

  return (
    <Dialog open place="screen" onClose={onClose} title={passo === "ficha" ? quem : `${titulos[passo]} · ${quem}`}>
      <DialogBody>
        <fieldset disabled={atos.pendente} className="grid min-w-0 grid-cols-1 gap-6">
          {atos.falha && <Falha falha={atos.falha} fuso={detalhe.fuso} />}
          {Passo ? (
            <>
              <Button variant="ghost" size="sm" className="-ml-3 justify-self-start" onClick={voltar}>
                <ArrowLeft aria-hidden />
                Voltar
              </Button>
              <Passo detalhe={detalhe} atos={atos} onClose={onClose} />
            </>
          ) : (
            <>
              <FichaTopo detalhe={detalhe} />
              {podeAgendar && <FichaAcoes detalhe={detalhe} atos={atos} onPasso={setPasso} />}
              <FichaDados detalhe={detalhe} />
              <Historia
                passos={detalhe.historia}
                fuso={detalhe.fuso}
                onDesfazer={podeAgendar ? () => void atos.desfazer() : undefined}
              />
            </>
          )}
        </fieldset>
      </DialogBody>
      {atos.dialogos}
    </Dialog>
  );
}
