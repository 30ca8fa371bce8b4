"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { DialogBody, DialogFooter, Sheet } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { chavesMotivoDeBloqueio, motivosDeBloqueio } from "@/lib/domain/agenda";
import { contar } from "@/lib/domain/texto";
import { AtingidosLista } from "./AtingidosLista";
import { PeriodoCampo } from "./PeriodoCampo";
import { RepetirCampo } from "./RepetirCampo";
import { useBloqueio, type Inicial } from "./use-bloqueio";

type BloqueioSheetProps = {
  inicial: Inicial;
  profissionais: readonly { id: number; nome: string }[];
  /** IANA zone of the company. */
  fuso: string;
  onClose: () => void;
  /** After saving, whatever it hit. */
  onDone: () => void;
};

type Salvo = { afetados: number; quem: number | null };

/** Takes time out of somebody's agenda, or out of everybody's. */
export default function BloqueioSheet({ onClose, ...rest }: BloqueioSheetProps) {
  const [salvo, setSalvo] = useState<Salvo | null>(null);
  return (
    <Sheet open onClose={onClose} title={salvo ? "Horário bloqueado" : "Bloquear horário"}>
      {salvo ? (
        <Depois {...salvo} onClose={onClose} />
      ) : (
        <Formulario
          {...rest}
          onSalvo={(afetados, quem) => {
            rest.onDone();
            if (afetados) setSalvo({ afetados, quem });
            else onClose();
          }}
        />
      )}
    </Sheet>
  );
}

type FormularioProps = Pick<BloqueioSheetProps, "inicial" | "profissionais" | "fuso"> & {
  onSalvo: (afetados: number, quem: number | null) => void;
};

function Formulario({ inicial, profissionais, fuso, onSalvo }: FormularioProps) {
  const { relogio, escolha, setEscolha, valores, mudar, primeiroDia, afetados, falha, pending, salvar } = useBloqueio(
    inicial,
    fuso,
    onSalvo,
  );
  const erros = falha?.fields ?? {};
  const atingidos = afetados.data;
  return (
    <>
      <DialogBody>
        <div className="grid grid-cols-1 gap-5">
          {falha?.message && <Notice tone="danger">{falha.message}</Notice>}
          <Field label="Quem" error={erros.funcionarioId}>
            <Select
              options={profissionais.map(({ id, nome }) => ({ value: String(id), label: nome }))}
              empty="Todos"
              value={valores.funcionarioId === null ? "" : String(valores.funcionarioId)}
              onChange={({ target }) => mudar({ funcionarioId: target.value ? Number(target.value) : null })}
            />
          </Field>
          <PeriodoCampo escolha={escolha} relogio={relogio} erro={erros.fim ?? erros.inicio} onMudar={setEscolha} />
          <Field group label="Motivo" error={erros.motivo}>
            <Chips label="Motivo">
              {chavesMotivoDeBloqueio.map((motivo) => (
                <Chip key={motivo} chosen={valores.motivo === motivo} onClick={() => mudar({ motivo })}>
                  {motivosDeBloqueio[motivo]}
                </Chip>
              ))}
            </Chips>
          </Field>
          <Field label="Descrição" optional error={erros.descricao}>
            <Input
              maxLength={200}
              value={valores.descricao}
              onChange={({ target }) => mudar({ descricao: target.value })}
            />
          </Field>
          <RepetirCampo
            repetir={valores.repetir}
            dia={primeiroDia}
            erro={erros["repetir.ate"] ?? afetados.failure?.fields?.["repetir.ate"]}
            onMudar={(repetir) => mudar({ repetir })}
          />
          {atingidos && atingidos.total > 0 && (
            <Notice
              tone="warning"
              title={`Atinge ${contar(atingidos.total, "agendamento", "agendamentos")}. Eles ficam onde estão até você decidir.`}
            >
              <AtingidosLista {...atingidos} fuso={fuso} />
            </Notice>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button pending={pending} onClick={salvar}>
          Bloquear
          {atingidos && atingidos.vezes > 1 && ` (${atingidos.vezes} vezes)`}
        </Button>
      </DialogFooter>
    </>
  );
}

function Depois({ afetados, quem, onClose }: Salvo & { onClose: () => void }) {
  return (
    <>
      <DialogBody>
        <p>
          {contar(afetados, "agendamento ficou", "agendamentos ficaram")} dentro do bloqueio. Passe para um colega, mude
          de horário, mantenha ou cancele cada um.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          Depois
        </Button>
        <ButtonLink data-autofocus href={`/agenda/pendencias${quem === null ? "" : `?profissional=${quem}`}`}>
          Resolver agora
        </ButtonLink>
      </DialogFooter>
    </>
  );
}
