"use client";

import { Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { onDemand } from "@/components/ui/on-demand";
import type { Horarios } from "@/lib/configuracoes/queries";
import type { Semana } from "@/lib/domain/expediente";
import { escreverDia } from "@/lib/domain/instantes";
import { diaDaSemanaDe } from "@/lib/domain/semana";
import { excluirExcecaoAction } from "@/lib/horarios/actions";
import type { ExcecaoInput } from "@/lib/horarios/schema";
import { DataItem, excecaoDe, type DataEspecial } from "./DataItem";

const ExcecaoForm = onDemand(() => import("./ExcecaoForm"));

const nova: ExcecaoInput = {
  id: null,
  versao: null,
  data: "",
  anual: false,
  nome: "",
  origem: "empresa",
  aberto: false,
  turnos: null,
};

type DatasCardProps = Pick<Horarios, "datas" | "hoje"> & { semana: Semana };

/** Holidays and the company's own dates of this year and the next, each open or closed. */
export function DatasCard({ datas, semana, hoje }: DatasCardProps) {
  const [mudando, setMudando] = useState<ExcecaoInput | null>(null);
  const [excluindo, setExcluindo] = useState<DataEspecial["excecao"]>(null);
  const passadas = datas.filter(({ dia }) => dia < hoje);
  const proximas = datas.filter(({ dia }) => dia >= hoje);
  const anos = [...new Set(proximas.map(({ dia }) => dia.slice(0, 4)))];

  const lista = (itens: DataEspecial[]) => (
    <ul className="grid divide-y">
      {itens.map((data) => (
        <DataItem
          key={data.dia}
          data={data}
          folga={semana[diaDaSemanaDe(data.dia)]!.length === 0}
          onMudar={() => setMudando(excecaoDe(data))}
          onExcluir={() => setExcluindo(data.excecao)}
        />
      ))}
    </ul>
  );

  return (
    <Card
      title="Feriados e datas especiais"
      hint="Os nacionais já vêm na lista; acrescente os do estado, da cidade e os seus."
      actions={
        <Button variant="secondary" onClick={() => setMudando(nova)}>
          Nova data
        </Button>
      }
    >
      {anos.map((ano) => (
        <section key={ano} aria-labelledby={`datas-${ano}`} className="not-first:mt-4">
          <h3 id={`datas-${ano}`} className="text-sm font-semibold text-muted">
            {ano}
          </h3>
          {lista(proximas.filter(({ dia }) => dia.startsWith(ano)))}
        </section>
      ))}
      {passadas.length > 0 && (
        <details className="mt-4">
          <summary className="flex min-h-11 items-center text-sm font-medium text-muted">
            Já passaram neste ano ({passadas.length})
          </summary>
          {lista(passadas)}
        </details>
      )}
      <Dialog
        open={mudando !== null}
        onClose={() => setMudando(null)}
        title={mudando?.id ? "Mudar a data" : "Nova data"}
      >
        <DialogBody>
          <Suspense>{mudando && <ExcecaoForm excecao={mudando} onDone={() => setMudando(null)} />}</Suspense>
        </DialogBody>
      </Dialog>
      {excluindo && <Excluir excecao={excluindo} onClose={() => setExcluindo(null)} />}
    </Card>
  );
}

type ExcluirProps = { excecao: NonNullable<DataEspecial["excecao"]>; onClose: () => void };

function Excluir({ excecao: { id, versao, nome, data, anual, origem }, onClose }: ExcluirProps) {
  const nacional = origem === "nacional";
  return (
    <Confirm
      open
      onClose={onClose}
      title={nacional ? `Voltar à regra em ${nome}?` : `Excluir ${nome}?`}
      verb={nacional ? "Voltar à regra" : "Excluir data"}
      danger={!nacional}
      run={(chave) => excluirExcecaoAction({ id, versao }, chave)}
      done={nacional ? `${nome} segue a regra dos feriados.` : "Data excluída."}
    >
      <p>
        {nacional
          ? "O dia volta a ser como a regra dos feriados nacionais diz."
          : `${anual ? "Em todos os anos, o" : "O"} dia ${anual ? escreverDia(data).slice(0, 5) : escreverDia(data)} volta a ser como os outros do seu dia da semana.`}
      </p>
    </Confirm>
  );
}
