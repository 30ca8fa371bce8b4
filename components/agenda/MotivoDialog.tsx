"use client";

import { Awaiting } from "@/components/ui/awaiting";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useRead } from "@/components/ui/use-read";
import { enderecoDoMotivo } from "@/components/agendamentos/enderecos";
import type { Impedimento } from "@/lib/domain/impedimentos";
import { escreverDiaRelativo, escreverHoraDe, minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { useAgenda } from "./use-agenda";

type MotivoDialogProps = {
  /** `inicio` is an ISO instant. */
  lugar: { funcionarioId: number; inicio: string };
  onClose: () => void;
};

/** Why nothing can be booked at a place, what mends it, and the way to book there all the same. */
export default function MotivoDialog({ lugar, onClose }: MotivoDialogProps) {
  const { janela, hoje, podeAgendar, abrir } = useAgenda();
  const { data, failure, again } = useRead<{ impedimentos: Impedimento[] }>(
    enderecoDoMotivo({ ...lugar, servicos: [] }),
  );
  const minuto = minutoDoInstante(lugar.inicio);
  const nome = janela.profissionais.find(({ id }) => id === lugar.funcionarioId)?.nome;
  const quando = `${escreverDiaRelativo(relogio(minuto, janela.fuso).dia, hoje)}, ${escreverHoraDe(minuto, janela.fuso)}`;
  const livre = data?.impedimentos.length === 0;
  return (
    <Dialog open onClose={onClose} title={livre ? "Este horário está livre" : "Por que não tem horário?"}>
      <DialogBody>
        <div className="grid gap-3" aria-live="polite">
          <p className="text-muted first-letter:uppercase">
            {quando}
            {nome && `, com ${nome}`}
          </p>
          {!data && (
            <Awaiting failure={failure} again={again}>
              Procurando o motivo…
            </Awaiting>
          )}
          {data?.impedimentos.map(({ chave, frase, conserto }) => (
            <Notice
              key={`${chave} ${frase}`}
              tone="warning"
              actions={conserto && <Conserto {...conserto} onClose={onClose} />}
            >
              {frase}
            </Notice>
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Fechar
        </Button>
        {podeAgendar && data && (
          <Button variant={livre ? "primary" : "secondary"} onClick={() => abrir({ tipo: "marcar", inicial: lugar })}>
            {livre ? "Agendar" : "Agendar mesmo assim"}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

type ConsertoProps = NonNullable<Impedimento["conserto"]> & { onClose: () => void };

function Conserto({ rotulo, href, onClose }: ConsertoProps) {
  const { ir } = useAgenda();
  const [pagina, busca] = href.split("?");
  const bloqueio = pagina === "/agenda" && Number(new URLSearchParams(busca).get("bloqueio"));
  if (!bloqueio) {
    return (
      <ButtonLink variant="secondary" size="sm" href={href} prefetch={false} onClick={onClose}>
        {rotulo}
      </ButtonLink>
    );
  }
  // The block is on this screen: it opens here, whatever else the address says.
  const abrir = () => {
    onClose();
    ir({ bloqueio });
  };
  return (
    <Button variant="secondary" size="sm" onClick={abrir}>
      {rotulo}
    </Button>
  );
}
