"use client";

import { CalendarX, ChevronLeft, ChevronRight, DoorOpen, Plus, Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { controlClass } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Checkbox } from "@/components/ui/switch";
import { visoes, type Visao } from "@/lib/domain/agenda";
import { meses } from "@/lib/domain/instantes";
import { escreverDiaLongo } from "@/lib/domain/relogio";
import { outroPeriodo, periodoDe, type Endereco } from "../endereco";
import { useAgenda } from "../use-agenda";
import { MaisMenu } from "./MaisMenu";

/** The period in words: "terça-feira, 24 de novembro", "22 a 28 de novembro", "novembro de 2026". */
function titulo(endereco: Endereco): string {
  const { dia, visao } = endereco;
  if (visao === "dia") return escreverDiaLongo(dia);
  const mesDe = (qual: string) => meses[Number(qual.slice(5, 7)) - 1]!;
  if (visao === "mes") return `${mesDe(dia)} de ${dia.slice(0, 4)}`;
  const { de, ate } = periodoDe(endereco);
  const mes = mesDe(de) === mesDe(ate) ? "" : ` de ${mesDe(de)}`;
  return `${Number(de.slice(8))}${mes} a ${Number(ate.slice(8))} de ${mesDe(ate)}`;
}

/** What is looked at, how, and what can be done with it. */
export function Ferramentas() {
  const { endereco, hoje, podeAgendar, ir, abrir } = useAgenda();
  const funcionarioId = endereco.profissional ?? undefined;
  return (
    <div className="grid gap-3 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto min-w-0 text-2xl font-semibold tracking-tight first-letter:uppercase">
          <span className="sr-only">Agenda, </span>
          <span className="inline-block first-letter:uppercase">{titulo(endereco)}</span>
        </h1>
        <div className="flex flex-wrap items-center gap-2">
          {podeAgendar && (
            <>
              <Button variant="secondary" onClick={() => abrir({ tipo: "bloquear", inicial: {} })}>
                <CalendarX aria-hidden />
                Bloquear
              </Button>
              <Button variant="secondary" aria-label="Procurar horário" onClick={() => abrir({ tipo: "procurar" })}>
                <Search aria-hidden />
                Procurar
              </Button>
              <Button
                variant="secondary"
                onClick={() => abrir({ tipo: "marcar", inicial: { funcionarioId, agora: true } })}
              >
                <DoorOpen aria-hidden />
                Chegou agora
              </Button>
              <Button onClick={() => abrir({ tipo: "marcar", inicial: { dia: endereco.dia, funcionarioId } })}>
                <Plus aria-hidden />
                Agendar
              </Button>
            </>
          )}
          <MaisMenu />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="secondary" disabled={endereco.dia === hoje} onClick={() => ir({ dia: hoje })}>
          Hoje
        </Button>
        <Passo sentido={-1} />
        <Passo sentido={1} />
        <input
          type="date"
          aria-label="Ir para o dia"
          value={endereco.dia}
          onChange={({ target }) => target.value && ir({ dia: target.value })}
          className={`${controlClass} h-10 w-40! px-3 pointer-coarse:h-11`}
        />
        <fieldset className="mr-auto">
          <legend className="sr-only">Ver por</legend>
          <Choice
            options={Object.entries(visoes).map(([value, label]) => ({ value, label }))}
            value={endereco.visao}
            onValueChange={(visao) => ir({ visao: visao as Visao })}
          />
        </fieldset>
        <Filtros />
      </div>
    </div>
  );
}

function Passo({ sentido }: { sentido: 1 | -1 }) {
  const { endereco, ir } = useAgenda();
  const nome = { dia: "Dia", semana: "Semana", mes: "Mês", lista: "Semana" }[endereco.visao];
  const genero = nome === "Semana" ? "a" : "o";
  const Icon = sentido < 0 ? ChevronLeft : ChevronRight;
  return (
    <Button
      variant="secondary"
      size="icon"
      aria-label={sentido < 0 ? `${nome} anterior` : `Próxim${genero} ${nome.toLowerCase()}`}
      onClick={() => ir({ dia: outroPeriodo(endereco, sentido) })}
    >
      <Icon aria-hidden />
    </Button>
  );
}

function Filtros() {
  const { janela, endereco, ausente, ir } = useAgenda();
  const { visao, profissional, cor, canceladas } = endereco;
  const opcoes = janela.profissionais.map(({ id, nome }) => ({ value: String(id), label: nome }));
  if (ausente) opcoes.push({ value: String(profissional), label: "Fora destes dias" });
  // A week is always somebody's.
  const primeiro = visao === "semana" ? (opcoes[0]?.value ?? "") : "";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Profissional"
        className="w-48"
        options={opcoes}
        empty={visao === "semana" ? undefined : "Toda a equipe"}
        value={profissional ? String(profissional) : primeiro}
        onChange={({ target }) => ir({ profissional: Number(target.value) || null })}
      />
      {visao !== "mes" && (
        <>
          <Select
            aria-label="Cores"
            className="w-44"
            options={[
              { value: "profissional", label: "Cor: profissional" },
              { value: "situacao", label: "Cor: situação" },
            ]}
            value={cor}
            onChange={({ target }) => ir({ cor: target.value as Endereco["cor"] })}
          />
          <Checkbox
            label="Canceladas"
            checked={canceladas}
            onChange={({ target }) => ir({ canceladas: target.checked })}
          />
        </>
      )}
    </div>
  );
}
