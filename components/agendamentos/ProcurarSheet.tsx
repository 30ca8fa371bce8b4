"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { Suspense, useState } from "react";
import { Awaiting } from "@/components/ui/awaiting";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { onDemand } from "@/components/ui/on-demand";
import { useRead } from "@/components/ui/use-read";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { LivresChips } from "./LivresChips";
import type { Inicial } from "./marcar/formulario";
import { ProfissionalCampo } from "./marcar/ProfissionalCampo";
import { Secao } from "./marcar/Secao";
import { ServicosCampo } from "./marcar/ServicosCampo";

const MarcarSheet = onDemand(() => import("./MarcarSheet"));

/** "Qual o primeiro horário?": what first, then the next free times, of anyone or of one professional; the chosen one goes on to be booked. */
export default function ProcurarSheet({ onClose }: { onClose: () => void }) {
  const { data: marcacao, failure, again } = useRead<Marcacao>("/api/agenda/marcacao");
  const [servicos, setServicos] = useState<number[]>([]);
  const [funcionarioId, setFuncionario] = useState<number | null>(null);
  const [achado, setAchado] = useState<Inicial | null>(null);
  const hoje = useHoje(marcacao?.fuso ?? "UTC");
  const quem = marcacao?.profissionais.find(({ id }) => id === funcionarioId);

  if (achado)
    return (
      <Suspense>
        <MarcarSheet inicial={achado} onClose={onClose} />
      </Suspense>
    );
  return (
    <Dialog open place="screen" onClose={onClose} title="Procurar horário">
      <DialogBody>
        {!marcacao && <Awaiting failure={failure} again={again} />}
        {marcacao && (
          <div className="grid grid-cols-1 gap-6">
            <ServicosCampo marcacao={marcacao} quem={quem} escolhidos={servicos} antes={[]} onMudar={setServicos} />
            <Secao titulo="Horários livres">
              <LivresChips
                servicos={servicos}
                funcionarioId={funcionarioId}
                profissionais={marcacao.profissionais}
                dia={hoje}
                fuso={marcacao.fuso}
                onEscolher={({ inicio, funcionarioId: com }) => setAchado({ inicio, funcionarioId: com, servicos })}
              />
            </Secao>
            <ProfissionalCampo
              profissionais={marcacao.profissionais}
              servicos={servicos}
              escolhido={funcionarioId}
              onMudar={setFuncionario}
            />
          </div>
        )}
      </DialogBody>
    </Dialog>
  );
}
