"use client";

import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Choice } from "@/components/ui/choice";
import { Notice } from "@/components/ui/notice";
import { contar } from "@/lib/domain/texto";
import type { Conferencia } from "@/lib/importacoes/queries";
import type { ModoImportacao } from "@/lib/importacoes/schema";

type Parte = "novas" | "existentes" | "erradas";
type Linha = { linha: number; nome?: string; detalhe?: string; motivo?: string; id?: number | null };

const partes: Record<Parte, { rotulo: string; nada: string }> = {
  novas: { rotulo: "Novos", nada: "Ninguém novo neste arquivo." },
  existentes: { rotulo: "Já existem", nada: "Nenhuma linha é de quem já existe." },
  erradas: { rotulo: "Erros", nada: "Nenhuma linha com erro." },
};

type ConferenciaCardProps = {
  arquivo: string;
  conferencia: Conferencia;
  erro?: string;
  gravar: (modo: ModoImportacao) => void;
  cancelar: () => void;
};

/** What would become of each line of a file, before anything is written, and the yes. */
export function ConferenciaCard({ arquivo, conferencia, erro, gravar, cancelar }: ConferenciaCardProps) {
  const { novas, erradas, colunas } = conferencia;
  const [parte, setParte] = useState<Parte>(erradas.quantas ? "erradas" : "novas");
  const ignoradas = colunas.filter(({ campo, titulo }) => !campo && titulo);
  const boas = contar(novas.quantas, "cliente novo", "clientes novos");

  return (
    <Card className="max-w-3xl" title={arquivo}>
      <div className="grid gap-5">
        {erro && <Notice tone="danger">{erro}</Notice>}
        <div className="grid gap-2">
          <p className="text-sm text-muted">Colunas reconhecidas</p>
          <p className="flex flex-wrap gap-1.5">
            {colunas.map(({ campo, titulo }) => campo && <Badge key={campo}>{titulo}</Badge>)}
          </p>
          {ignoradas.length > 0 && (
            <p className="text-sm text-muted">Ficam de fora: {ignoradas.map(({ titulo }) => titulo).join(", ")}.</p>
          )}
        </div>
        {erradas.quantas > 0 && (
          <Notice tone="warning" title={contar(erradas.quantas, "linha com erro", "linhas com erro")}>
            {novas.quantas > 0
              ? "Importe só as linhas boas, ou corrija o arquivo e escolha-o de novo para importar todas."
              : "Corrija o arquivo e escolha-o de novo."}
          </Notice>
        )}
        <fieldset>
          <legend className="sr-only">Quais linhas mostrar</legend>
          <Choice
            value={parte}
            onValueChange={(value) => setParte(value as Parte)}
            options={(Object.keys(partes) as Parte[]).map((value) => ({
              value,
              label: `${partes[value].rotulo} (${contar(conferencia[value].quantas, "", "").trim()})`,
            }))}
          />
        </fieldset>
        <Linhas
          key={parte}
          linhas={conferencia[parte].linhas}
          quantas={conferencia[parte].quantas}
          nada={partes[parte].nada}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" className="grow sm:grow-0" onClick={cancelar}>
            Escolher outro arquivo
          </Button>
          {novas.quantas > 0 && (
            <Button className="grow sm:grow-0" onClick={() => gravar(erradas.quantas ? "boas" : "todas")}>
              {erradas.quantas ? `Importar só as boas (${boas})` : `Importar ${boas}`}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

const POR_VEZ = 100;

function Linhas({ linhas, quantas, nada }: { linhas: readonly Linha[]; quantas: number; nada: string }) {
  const [mostradas, setMostradas] = useState(POR_VEZ);
  if (!quantas) return <p className="rounded-md bg-sunken p-4 text-muted">{nada}</p>;
  const resto = quantas - Math.min(mostradas, linhas.length);
  return (
    <div className="grid gap-3">
      <ul className="divide-y rounded-md border">
        {linhas.slice(0, mostradas).map(({ linha, nome, detalhe, motivo, id }) => (
          <li key={linha} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5">
            <span className="w-24 shrink-0 text-sm text-muted">Linha {linha}</span>
            <span className="min-w-0 grow basis-48">
              {nome && <span className="font-medium">{nome}</span>}
              {(detalhe || motivo) && <span className="block text-sm text-muted">{detalhe || motivo}</span>}
            </span>
            {id && (
              <Link
                href={`/clientes/${id}`}
                className="text-sm font-medium text-brand-text hover:underline"
                target="_blank"
              >
                Abrir
              </Link>
            )}
          </li>
        ))}
      </ul>
      {resto > 0 && (
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {mostradas < linhas.length && (
            <Button variant="secondary" size="sm" onClick={() => setMostradas(mostradas + POR_VEZ)}>
              Mostrar mais
            </Button>
          )}
          <p>E mais {contar(resto, "linha", "linhas")}.</p>
        </div>
      )}
    </div>
  );
}
