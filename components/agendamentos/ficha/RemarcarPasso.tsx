"use client";

import { useHoje } from "@/components/agendamentos/use-hoje";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DurationInput } from "@/components/ui/parsed-input";
import { useRead } from "@/components/ui/use-read";
import { minutoDoInstante, relogio } from "@/lib/domain/relogio";
import type { Marcacao } from "@/lib/marcacoes/queries";
import { AvisarCampo } from "../AvisarCampo";
import { LivresChips } from "../LivresChips";
import { ProfissionalCampo } from "../marcar/ProfissionalCampo";
import { ServicosCampo } from "../marcar/ServicosCampo";
import { QuandoCampo } from "../QuandoCampo";
import type { PassoProps } from "./Ficha";

/** The next free times from its day on as chips: one tap moves. Professional, services, duration and any other time are below. */
export function RemarcarPasso({ detalhe, atos }: PassoProps) {
  const { fuso, id } = detalhe;
  const { data: marcacao } = useRead<Marcacao>("/api/agenda/marcacao");
  const antes = detalhe.servicos.map(({ servicoId }) => servicoId);
  const [funcionarioId, setFuncionario] = useState<number | null>(detalhe.funcionario.id);
  const [servicos, setServicos] = useState(antes);
  const [duracao, setDuracao] = useState<number | null>(detalhe.duracaoMinutos);
  const [inicio, setInicio] = useState(detalhe.inicio);
  const [avisar, setAvisar] = useState(true);
  const mudouServicos = String(servicos) !== String(antes);
  const mudouDuracao = duracao !== detalhe.duracaoMinutos && !Number.isNaN(duracao);
  const hoje = useHoje(fuso);
  const { dia: marcado } = relogio(minutoDoInstante(detalhe.inicio), fuso);
  const dia = marcado > hoje ? marcado : hoje;

  const mudancas = {
    avisar,
    ...(mudouServicos && { servicos }),
    ...(mudouDuracao && { duracaoMinutos: duracao }),
  };
  const quem = marcacao?.profissionais.find((um) => um.id === funcionarioId);
  return (
    <>
      {detalhe.partes.length > 0 && <p>As outras partes desta visita andam junto.</p>}
      {detalhe.cliente?.telefone && <AvisarCampo avisar={avisar} onMudar={setAvisar} />}
      <LivresChips
        servicos={servicos}
        funcionarioId={funcionarioId}
        profissionais={marcacao?.profissionais}
        duracaoMinutos={mudouServicos ? undefined : duracao}
        exceto={id}
        dia={dia}
        fuso={fuso}
        onEscolher={(livre) =>
          void atos.remarcar({ inicio: livre.inicio, funcionarioId: livre.funcionarioId, ...mudancas })
        }
      />
      {marcacao && (
        <ProfissionalCampo
          profissionais={marcacao.profissionais}
          servicos={servicos}
          escolhido={funcionarioId}
          onMudar={setFuncionario}
        />
      )}
      <details>
        <summary className="flex min-h-11 items-center rounded-md font-medium text-brand-text">
          Outro horário, serviços ou duração
        </summary>
        <div className="grid grid-cols-1 gap-5 pt-2">
          <QuandoCampo valor={inicio} dia={dia} fuso={fuso} onMudar={setInicio} />
          {marcacao && (
            <ServicosCampo
              marcacao={marcacao}
              quem={quem}
              escolhidos={servicos}
              antes={antes}
              onMudar={(novos) => {
                setServicos(novos);
                setDuracao(null);
              }}
            />
          )}
          <Field label="Duração" optional hint="Sem nada aqui, o tempo dos serviços.">
            <DurationInput value={duracao} onValueChange={setDuracao} />
          </Field>
          <Button
            disabled={!servicos.length || Number.isNaN(duracao)}
            onClick={() =>
              void atos.remarcar({
                ...mudancas,
                ...(inicio !== detalhe.inicio && { inicio }),
                ...(funcionarioId !== null && funcionarioId !== detalhe.funcionario.id && { funcionarioId }),
              })
            }
          >
            Salvar
          </Button>
        </div>
      </details>
    </>
  );
}
