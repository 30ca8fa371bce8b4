"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { instanteDoMinuto } from "@/lib/domain/relogio";
import type { Marcacao } from "@/lib/marcacoes/queries";
import type { MarcarSheetProps } from "../MarcarSheet";
import { ClienteCampo } from "./ClienteCampo";
import { AvisarCampo } from "../AvisarCampo";
import { EsperaNotice } from "./EsperaNotice";
import { Falha } from "./Falha";
import { temQuemAvisar } from "./formulario";
import { HorarioCampo } from "./HorarioCampo";
import { Impedimentos, ocupa } from "./Impedimentos";
import { MaisCampos } from "./MaisCampos";
import { PartesCampo } from "./PartesCampo";
import { Resumo } from "./Resumo";
import { useMarcar } from "./use-marcar";
import { useReserva } from "./use-reserva";
import { useQuemAgora } from "./use-quem-agora";
import { VisitaHorario } from "./VisitaHorario";

/** The booking form itself: on a phone the whole screen, with what will be booked and the button in reach of the thumb. */
export function MarcarForm({ inicial, marcacao, onClose }: MarcarSheetProps & { marcacao: Marcacao }) {
  const { fuso, profissionais } = marcacao;
  const kit = useMarcar({ inicial, fuso, onClose });
  const { formulario, agora, mudar, mudarParte, erros, falha, impedimentos } = kit;
  const { partes, encaixe } = formulario;
  const hoje = useHoje(fuso);
  const dia = inicial.dia ?? hoje;
  const procurando = useQuemAgora({
    agora,
    parte: partes[0]!,
    profissionais,
    dia,
    onAchar: (mudanca) => mudarParte(0, mudanca),
  });
  useReserva(partes);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (falha || Object.keys(erros).length)
      form.current?.querySelector("[aria-invalid], [role=alert]")?.scrollIntoView({ block: "center" });
  }, [erros, falha]);

  const ocupado = encaixe === null && impedimentos.some(ocupa);
  const cliente = (
    <ClienteCampo
      formulario={formulario}
      mudar={mudar}
      erros={erros}
      profissionais={profissionais}
      fuso={fuso}
      primeiro={!agora}
    />
  );
  return (
    <Dialog open place="screen" onClose={kit.fechar} title={agora ? "Chegou agora" : "Novo agendamento"}>
      <form
        ref={form}
        noValidate
        className="flex min-h-0 grow flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          void kit.confirmar();
        }}
      >
        <DialogBody>
          <fieldset disabled={kit.pendente} className="grid min-w-0 grid-cols-1 gap-6">
            {kit.resgatado && (
              <Notice
                actions={
                  <Button variant="secondary" size="sm" onClick={kit.recomecar}>
                    Começar do zero
                  </Button>
                }
              >
                Aqui está o que você estava marcando.
              </Notice>
            )}
            {!agora && cliente}
            <PartesCampo kit={kit} marcacao={marcacao} />
            {partes.length > 1 ? (
              <VisitaHorario
                partes={partes}
                marcacao={marcacao}
                dia={dia}
                erro={partes.map((_, i) => erros[`partes.${i}.inicio`]).find(Boolean)}
                onEscolher={(lugares) =>
                  mudar({
                    partes: partes.map((parte, i) => ({
                      ...parte,
                      funcionarioId: lugares[i]!.funcionarioId,
                      inicio: instanteDoMinuto(lugares[i]!.inicio),
                    })),
                  })
                }
              />
            ) : agora ? (
              <EsperaNotice parte={partes[0]!} profissionais={profissionais} fuso={fuso} />
            ) : (
              <HorarioCampo
                parte={partes[0]!}
                profissionais={profissionais}
                fuso={fuso}
                dia={dia}
                erro={erros["partes.0.inicio"]}
                onMudar={(mudanca) => mudarParte(0, mudanca)}
              />
            )}
            {!falha && partes.length === 1 && (
              <Impedimentos
                impedimentos={impedimentos}
                encaixe={encaixe}
                onEncaixe={(motivo) => mudar({ encaixe: motivo })}
                erro={erros["encaixe.motivo"]}
              />
            )}
            {agora && cliente}
            <MaisCampos
              formulario={formulario}
              mudar={mudar}
              mudarParte={mudarParte}
              marcacao={marcacao}
              erros={erros}
            />
            {temQuemAvisar(formulario, agora) && (
              <AvisarCampo avisar={formulario.avisar} onMudar={(avisar) => mudar({ avisar })} />
            )}
            {falha && (
              <Falha
                falha={falha}
                fuso={fuso}
                onSugestao={({ inicio, funcionarioId }) => mudarParte(0, { inicio, funcionarioId })}
              />
            )}
          </fieldset>
        </DialogBody>
        <Resumo
          formulario={formulario}
          marcacao={marcacao}
          pendente={kit.pendente || procurando}
          verbo={
            ocupado
              ? "Tentar mesmo assim"
              : impedimentos.length && encaixe === null
                ? "Confirmar mesmo assim"
                : "Confirmar"
          }
        />
      </form>
      {kit.dialogos}
    </Dialog>
  );
}
