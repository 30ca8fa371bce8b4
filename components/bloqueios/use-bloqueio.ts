"use client";

import { useState } from "react";
import { useCall } from "@/components/ui/call";
import { toast } from "@/components/ui/toast";
import { useRead } from "@/components/ui/use-read";
import { criarBloqueioAction } from "@/lib/bloqueios/actions";
import type { Afetados } from "@/lib/bloqueios/queries";
import type { BloqueioInput } from "@/lib/bloqueios/schema";
import { instanteDoMinuto, minutoDoInstante, relogio as lerRelogio } from "@/lib/domain/relogio";
import type { Failure } from "@/lib/domain/result";
import { contar } from "@/lib/domain/texto";
import { periodoDe, type Escolha } from "./periodo";
import type { Repetir } from "./RepetirCampo";

export type Inicial = { funcionarioId?: number; inicio?: string; fim?: string };

type Valores = {
  funcionarioId: number | null;
  motivo: BloqueioInput["motivo"] | null;
  descricao: string;
  repetir: Repetir;
};

function endereco(
  { funcionarioId, repetir }: Valores,
  { inicio, fim }: { inicio: string; fim: string },
): string | null {
  if (fim <= inicio) return null;
  const pedido = new URLSearchParams({ inicio, fim });
  if (funcionarioId !== null) pedido.set("funcionario", String(funcionarioId));
  if (repetir) {
    pedido.set("cada", repetir.cada);
    pedido.set("dias", repetir.dias.join(","));
    pedido.set("repetirAte", repetir.ate);
  }
  return `/api/agenda/afetados?${pedido}`;
}

/** What is typed about a new block, which appointments it would hit, and the saving of it. @param fuso IANA zone */
export function useBloqueio(inicial: Inicial, fuso: string, onSalvo: (afetados: number, quem: number | null) => void) {
  const [relogio] = useState(() => {
    const agora = Math.floor(Date.now() / 60_000);
    return { agora, hoje: lerRelogio(agora, fuso).dia, fuso };
  });
  const [escolha, setEscolha] = useState<Escolha>(() => {
    const { agora, hoje } = relogio;
    const inicio = inicial.inicio ?? instanteDoMinuto(agora - (agora % 15) + 15);
    const dia = inicial.inicio ? lerRelogio(minutoDoInstante(inicio), fuso).dia : hoje;
    const fim = inicial.fim ?? instanteDoMinuto(minutoDoInstante(inicio) + 60);
    return { modo: inicial.inicio ? "livre" : "dia", dia, inicio, fim };
  });
  const [valores, setValores] = useState<Valores>({
    funcionarioId: inicial.funcionarioId ?? null,
    motivo: null,
    descricao: "",
    repetir: null,
  });
  const [falha, setFalha] = useState<Failure | null>(null);
  const { run, pending } = useCall();
  const periodo = periodoDe(escolha, relogio);
  const afetados = useRead<Afetados>(endereco(valores, periodo), 250);

  async function salvar() {
    const { motivo } = valores;
    if (!motivo) return setFalha({ code: "invalido", message: "", fields: { motivo: "Escolha o motivo." } });
    setFalha(null);
    const answer = await run((chave) => criarBloqueioAction({ ...valores, motivo, ...periodo }, chave));
    if (!answer.ok) return setFalha(answer.error);
    const { vezes, afetados: atingidos } = answer.data;
    toast.success(vezes === 1 ? "Horário bloqueado." : `${contar(vezes, "bloqueio criado", "bloqueios criados")}.`);
    onSalvo(atingidos, valores.funcionarioId);
  }

  const mudar = (mudanca: Partial<Valores>) => setValores((antes) => ({ ...antes, ...mudanca }));
  const primeiroDia = lerRelogio(minutoDoInstante(periodo.inicio), fuso).dia;
  return { relogio, escolha, setEscolha, valores, mudar, primeiroDia, afetados, falha, pending, salvar };
}
