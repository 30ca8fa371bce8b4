"use client";

import { Pencil, Trash2 } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { useCall } from "@/components/ui/call";
import { Choice } from "@/components/ui/choice";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Horarios } from "@/lib/configuracoes/queries";
import { origensDeExcecao } from "@/lib/domain/agenda";
import { escreverTurnos } from "@/lib/domain/expediente";
import { escreverDiaCurto } from "@/lib/domain/relogio";
import { salvarExcecaoAction } from "@/lib/horarios/actions";
import type { ExcecaoInput } from "@/lib/horarios/schema";

export type DataEspecial = Horarios["datas"][number];

const modos = [
  { value: "fechado", label: "Fechado" },
  { value: "aberto", label: "Aberto" },
];

/** What is saved for a day: the row that says so already, or a new one for a holiday that goes by the rule. */
export function excecaoDe({ dia, nome, origem, aberto, turnos, excecao }: DataEspecial): ExcecaoInput {
  return excecao ?? { id: null, versao: null, data: dia, anual: false, nome, origem, aberto, turnos };
}

type DataItemProps = {
  data: DataEspecial;
  /** The company does not open on this weekday. */
  folga: boolean;
  onMudar: () => void;
  onExcluir: () => void;
};

/** One holiday or date: what it is, and with one tap whether it is open. */
export function DataItem({ data, folga, onMudar, onExcluir }: DataItemProps) {
  const { run, pending } = useCall();
  const { dia, nome, origem, aberto, turnos, excecao, facultativo } = data;
  const rotulo = `${nome}, ${escreverDiaCurto(dia)}`;

  async function escolher(modo: string) {
    const nova = { ...excecaoDe(data), aberto: modo === "aberto", turnos: null };
    const answer = await run((chave) => salvarExcecaoAction(nova, chave));
    if (answer.ok) toast.success(`${nome}: ${modo}.`);
    else toast.error(answer.error.message);
  }

  const items: MenuItem[] = [{ label: "Mudar", icon: Pencil, onSelect: onMudar }];
  if (excecao)
    items.push({
      label: origem === "nacional" ? "Voltar à regra" : "Excluir",
      icon: Trash2,
      danger: true,
      onSelect: onExcluir,
    });

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 grow basis-44">
        <p className="font-medium">{nome}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {escreverDiaCurto(dia)}
          {facultativo ? (
            <Badge>Ponto facultativo</Badge>
          ) : (
            origem !== "nacional" && <Badge>{origensDeExcecao[origem]}</Badge>
          )}
          {excecao?.anual && <Badge>Todo ano</Badge>}
          {aberto && turnos && escreverTurnos(turnos)}
          {aberto && !turnos && folga && "A empresa não abre neste dia da semana"}
        </p>
      </div>
      <div className="flex items-center gap-1">
        <div role="group" aria-label={rotulo}>
          <Choice options={modos} value={aberto ? "aberto" : "fechado"} onValueChange={escolher} disabled={pending} />
        </div>
        <Menu label={`Ações de ${rotulo}`} items={items} />
      </div>
    </li>
  );
}
