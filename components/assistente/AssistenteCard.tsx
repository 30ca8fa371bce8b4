"use client";

import { Suspense, useState } from "react";
import { ChangeButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DialogBody, Sheet } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { onDemand } from "@/components/ui/on-demand";
import type { AssistenteVisto } from "@/lib/assistente/queries";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverHora, escreverSemana } from "@/lib/domain/expediente";

const AssistenteForm = onDemand(() => import("./AssistenteForm"));

type Assistente = AssistenteVisto["assistente"];

function ditos(a: Assistente) {
  const pode = [
    a.podeMarcar && "marcar",
    a.podeRemarcar && "remarcar",
    a.podeCancelar && "cancelar",
    a.podeInformarPrecos && "informar preços",
  ].filter(Boolean);
  return [
    ["Responde no WhatsApp", a.ativo ? "sim" : "não"],
    ["Nome", a.nomeAssistente],
    ["Pode", pode.join(", ") || "só conversar"],
    ["Lembretes", a.lembretesMinutos.map((um) => `${escreverMinutos(um)} antes`).join(", ") || "nenhum"],
    ["Agradece depois", a.agradecer ? "sim" : "não"],
    [
      "Silêncio",
      a.silencioDe === a.silencioAte ? "nunca" : `das ${escreverHora(a.silencioDe)} às ${escreverHora(a.silencioAte)}`,
    ],
    ["Pessoas atendem", escreverSemana(a.atendimentoHumano)],
    ["Volta ao assistente", `depois de ${a.devolverHoras} h de silêncio`],
    ["Respostas prontas", String(a.respostasProntas.length)],
  ] as const;
}

/** What the assistant is and may do, at a glance. */
export function AssistenteCard({ versao, assistente }: { versao: number; assistente: Assistente }) {
  const [mudando, setMudando] = useState(false);
  return (
    <Card
      title="Assistente"
      hint="Responde, marca e lembra sozinho, só com o que está cadastrado."
      actions={<ChangeButton what="o assistente" onClick={() => setMudando(true)} />}
    >
      <Facts facts={ditos(assistente)} />
      <Sheet open={mudando} onClose={() => setMudando(false)} title="Assistente">
        <DialogBody>
          <Suspense>
            <AssistenteForm versao={versao} assistente={assistente} onDone={() => setMudando(false)} />
          </Suspense>
        </DialogBody>
      </Sheet>
    </Card>
  );
}
