"use client";

import { CalendarClock, CalendarX, Check, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useAtos, type Registro } from "@/components/agenda/use-atos";
import { LivresChips } from "@/components/agendamentos/LivresChips";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { manterForaDoHorarioAction, remarcarAction } from "@/lib/agendamentos/actions";
import { cancelarAction } from "@/lib/atendimentos/actions";
import type { Pendencia } from "@/lib/bloqueios/queries";
import { chavesMotivoDeCancelamento, motivosDeCancelamento } from "@/lib/domain/agenda";
import { minutoDoInstante, relogio } from "@/lib/domain/relogio";
import { escreverQuando, escreverQuem } from "./AtingidosLista";
import { ColegasChips } from "./ColegasChips";

type Passo = "colega" | "horario" | "cancelar";

type Lugar = { funcionarioId: number; inicio?: string };

/** One appointment that has no place any more: why, and the four ways on. @param fuso IANA zone */
export function PendenciaItem({ pendencia, hoje, fuso }: { pendencia: Pendencia; hoje: string; fuso: string }) {
  const { id, versao, inicio, profissional, visita, servicos, duracaoMinutos, motivos } = pendencia;
  const [passo, setPasso] = useState<Passo | null>(null);
  const { pedir, pendente, dialogos } = useAtos(fuso);
  const procura = { servicos: servicos.map((um) => um.id), duracaoMinutos, exceto: id, fuso };
  const desfaz = (salvo: Registro) => salvo;

  const mover = (lugar: Lugar, feito: string) =>
    pedir({
      agir: ({ chave, cientes, lugar: outro }) =>
        remarcarAction({ id, versao, ...lugar, ...outroLugar(outro), cientes }, chave),
      feito,
      desfaz,
      outroLugar: true,
    });

  const botao = (chave: Passo, rotulo: string, Icone: typeof Check) => (
    <Button
      variant="secondary"
      aria-expanded={passo === chave}
      disabled={pendente}
      onClick={() => setPasso(passo === chave ? null : chave)}
    >
      <Icone aria-hidden />
      {rotulo}
    </Button>
  );

  return (
    <li className="grid gap-3 py-5" aria-label={`${escreverQuem(pendencia)}, ${escreverQuando(inicio, fuso)}`}>
      <div>
        <h2 className="font-semibold">
          <Link
            href={`/agenda?dia=${relogio(minutoDoInstante(inicio), fuso).dia}&abrir=${id}`}
            className="underline-offset-4 hover:underline"
          >
            {escreverQuando(inicio, fuso)}: {escreverQuem(pendencia)}
          </Link>
        </h2>
        <p className="text-muted">
          Com {profissional}
          {visita && ". As outras partes da visita mudam de horário e se cancelam junto."}
        </p>
        {motivos.map((motivo) => (
          <p key={motivo} className="text-warning-text">
            {motivo}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {botao("colega", "Outra pessoa", UserRound)}
        {botao("horario", "Outro horário", CalendarClock)}
        <Button
          variant="secondary"
          disabled={pendente}
          onClick={() =>
            pedir({
              agir: ({ chave }) => manterForaDoHorarioAction({ id, versao }, chave),
              feito: "Mantido fora do horário.",
              desfaz,
            })
          }
        >
          <Check aria-hidden />
          Manter assim
        </Button>
        {botao("cancelar", "Cancelar", CalendarX)}
      </div>
      {passo === "colega" && (
        <ColegasChips
          {...procura}
          pendencia={pendencia}
          onEscolher={({ id: funcionarioId, nome }) => void mover({ funcionarioId }, `Agora é com ${nome}.`)}
        />
      )}
      {passo === "horario" && (
        <LivresChips
          {...procura}
          funcionarioId={null}
          dia={hoje}
          onEscolher={(livre) =>
            void mover(
              { funcionarioId: livre.funcionarioId, inicio: livre.inicio },
              `Remarcado para ${escreverQuando(livre.inicio, fuso)}, com ${livre.nome}.`,
            )
          }
        />
      )}
      {passo === "cancelar" && (
        <Chips label="Motivo do cancelamento">
          {chavesMotivoDeCancelamento.map((motivo) => (
            <Chip
              key={motivo}
              disabled={pendente}
              onClick={() =>
                void pedir({
                  agir: ({ chave }) => cancelarAction({ id, versao, motivo, detalhe: "" }, chave),
                  feito: "Cancelado.",
                  desfaz,
                })
              }
            >
              {motivosDeCancelamento[motivo]}
            </Chip>
          ))}
        </Chips>
      )}
      {dialogos}
    </li>
  );
}

const outroLugar = (lugar?: Lugar) => lugar && { funcionarioId: lugar.funcionarioId, inicio: lugar.inicio };
