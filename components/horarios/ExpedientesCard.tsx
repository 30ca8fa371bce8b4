"use client";

import { CalendarRange, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ColorDot } from "@/components/ui/color-dot";
import { Confirm } from "@/components/ui/confirm";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu } from "@/components/ui/menu";
import type { Horarios } from "@/lib/configuracoes/queries";
import { escreverSemana } from "@/lib/domain/expediente";
import { escreverDia } from "@/lib/domain/instantes";
import { excluirExpedienteAction } from "@/lib/horarios/actions";
import type { ExpedienteInput } from "@/lib/horarios/schema";
import { ExpedienteSheet } from "./ExpedienteSheet";

type Profissional = Horarios["profissionais"][number];
type Periodo = Profissional["periodos"][number];

/** "Sempre", "A partir de 01/12/2026", "De 01/12/2026 a 31/01/2027". */
function vigencia({ de, ate }: Pick<Periodo, "de" | "ate">): string {
  if (de && ate) return `De ${escreverDia(de)} a ${escreverDia(ate)}`;
  if (de) return `A partir de ${escreverDia(de)}`;
  return ate ? `Até ${escreverDia(ate)}` : "Sempre";
}

/** A new period starts as the person works now. */
function novoPeriodo({ id: funcionarioId, periodos }: Profissional, empresa: Horarios["empresa"], hoje: string) {
  const ultimo = periodos.at(-1);
  const semana = ultimo?.semana ?? empresa.semana;
  return { id: null, versao: null, funcionarioId, de: ultimo && !ultimo.ate ? hoje : null, ate: null, semana };
}

type Aberto = { nome: string; expediente: ExpedienteInput } | { nome: string; excluir: Periodo };

type ExpedientesCardProps = Pick<Horarios, "profissionais" | "empresa" | "hoje"> & {
  /** The period that is being changed at once. */
  aberto?: number;
};

/** The hours of those who do not work as the company does, each from one day to another. */
export function ExpedientesCard({ profissionais, empresa, hoje, aberto: pedido }: ExpedientesCardProps) {
  const [aberto, setAberto] = useState<Aberto | null>(() => {
    for (const { nome, periodos } of profissionais)
      for (const expediente of periodos) if (expediente.id === pedido) return { nome, expediente };
    return null;
  });
  const fechar = () => setAberto(null);

  return (
    <Card title="Horário de cada profissional" hint="Intervalos são o espaço entre dois períodos do dia.">
      {profissionais.length === 0 && (
        <EmptyState icon={CalendarRange} title="Ninguém na equipe ainda">
          Cadastre quem atende em Funcionários.
        </EmptyState>
      )}
      <ul className="grid divide-y">
        {profissionais.map((profissional) => (
          <li key={profissional.id} className="grid gap-1 py-3">
            <div className="flex items-center gap-2.5">
              <ColorDot cor={profissional.cor} />
              <h3 className="min-w-0 grow font-medium wrap-anywhere">
                {profissional.nome} {!profissional.ativo && <Badge>Inativo</Badge>}
              </h3>
              <Button
                variant="ghost"
                size="sm"
                aria-label={`Novo horário de ${profissional.nome}`}
                onClick={() =>
                  setAberto({ nome: profissional.nome, expediente: novoPeriodo(profissional, empresa, hoje) })
                }
              >
                <Plus aria-hidden />
                Novo horário
              </Button>
            </div>
            {profissional.periodos.length === 0 && (
              <p className="pl-5.5 text-sm text-muted">Segue o horário da empresa.</p>
            )}
            {profissional.periodos.map((periodo) => (
              <div key={periodo.id} className="flex items-start gap-2 pl-5.5">
                <div className="min-w-0 grow py-2">
                  <p id={`periodo-${periodo.id}`} className="flex flex-wrap items-center gap-2 text-sm font-medium">
                    {vigencia(periodo)}
                    {periodo.ate && periodo.ate < hoje && <Badge>Encerrado</Badge>}
                  </p>
                  <p className="text-sm text-muted">{escreverSemana(periodo.semana)}</p>
                </div>
                <Menu
                  label={`Ações do horário de ${profissional.nome}`}
                  describedBy={`periodo-${periodo.id}`}
                  items={[
                    {
                      label: "Mudar",
                      icon: Pencil,
                      onSelect: () => setAberto({ nome: profissional.nome, expediente: periodo }),
                    },
                    {
                      label: "Excluir",
                      icon: Trash2,
                      danger: true,
                      onSelect: () => setAberto({ nome: profissional.nome, excluir: periodo }),
                    },
                  ]}
                />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {aberto && "expediente" in aberto && (
        <ExpedienteSheet titulo={`Horário de ${aberto.nome}`} expediente={aberto.expediente} onClose={fechar} />
      )}
      {aberto && "excluir" in aberto && (
        <Confirm
          open
          onClose={fechar}
          title={`Excluir o horário de ${aberto.nome}?`}
          verb="Excluir horário"
          danger
          run={(chave) => excluirExpedienteAction({ id: aberto.excluir.id, versao: aberto.excluir.versao }, chave)}
          done="Horário excluído."
        >
          <p>
            {vigencia(aberto.excluir)}: {escreverSemana(aberto.excluir.semana)}.
          </p>
          <p>Nesses dias {aberto.nome} volta a seguir o horário da empresa.</p>
        </Confirm>
      )}
    </Card>
  );
}
