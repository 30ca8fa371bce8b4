"use client";

import { Check, CircleCheckBig, DoorOpen, PanelTopOpen, UserX } from "lucide-react";
import { Falha } from "@/components/agendamentos/marcar/Falha";
import { useFichaAtos } from "@/components/agendamentos/ficha/use-ficha-atos";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { useRead } from "@/components/ui/use-read";
import type { Item } from "@/lib/agenda/queries";
import { chavesForma, emAberto, formasDePagamento } from "@/lib/domain/agenda";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverHoraDe } from "@/lib/domain/relogio";
import type { Detalhe } from "@/lib/fichas/queries";
import { quemE } from "../colunas";
import { useAgenda } from "../use-agenda";

/** The next situations of an appointment that a finger rests on, each one tap away. */
export default function AtalhosSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const { janela, ir } = useAgenda();
  const quem = quemE(item);
  const atos = useFichaAtos({ id: item.id, versao: item.v }, quem, janela.fuso, onClose);
  const { data } = useRead<Detalhe>(`/api/agenda/agendamentos/${item.id}`);
  const valor = data?.valorCentavos ?? 0;
  const botao = "min-h-12 w-full";
  return (
    <Dialog open onClose={onClose} title={`${escreverHoraDe(item.i, janela.fuso)} ${quem}`}>
      <DialogBody>
        <fieldset disabled={atos.pendente} className="grid min-w-0 grid-cols-2 gap-2">
          {atos.falha && (
            <div className="col-span-2">
              <Falha falha={atos.falha} fuso={janela.fuso} />
            </div>
          )}
          {emAberto(item.s) && (
            <>
              <Button className={botao} onClick={() => void atos.concluir({ valorCentavos: null, pagamentos: [] })}>
                <CircleCheckBig aria-hidden />
                Concluir
              </Button>
              <Button variant="secondary" className={botao} onClick={() => void atos.faltou()}>
                <UserX aria-hidden />
                Faltou
              </Button>
              <Button variant="secondary" className={botao} onClick={() => void atos.chegou(!item.g)}>
                <DoorOpen aria-hidden />
                {item.g ? "Não chegou" : "Chegou"}
              </Button>
              {item.s === "agendado" && (
                <Button variant="secondary" className={botao} onClick={() => void atos.confirmar()}>
                  <Check aria-hidden />
                  Confirmar
                </Button>
              )}
              {valor > 0 && (
                <div className="col-span-2 grid gap-2 py-2">
                  <p className="font-medium">Concluir e receber {escreverCentavos(valor)} em</p>
                  <Chips label="Concluir e receber em">
                    {chavesForma.map((forma) => (
                      <Chip
                        key={forma}
                        onClick={() =>
                          void atos.concluir({ valorCentavos: null, pagamentos: [{ forma, valorCentavos: valor }] })
                        }
                      >
                        {formasDePagamento[forma]}
                      </Chip>
                    ))}
                  </Chips>
                </div>
              )}
            </>
          )}
          <Button
            variant="secondary"
            className="col-span-2 min-h-12"
            onClick={() => {
              onClose();
              ir({ abrir: item.id });
            }}
          >
            <PanelTopOpen aria-hidden />
            Abrir
          </Button>
        </fieldset>
      </DialogBody>
      {atos.dialogos}
    </Dialog>
  );
}
