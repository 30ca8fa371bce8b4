"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileDrop } from "@/components/ui/file-drop";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sendFile, type Sending } from "@/components/ui/send-file";
import { contar } from "@/lib/domain/texto";
import type { Conferencia, ResultadoImportacao } from "@/lib/importacoes/queries";
import type { ModoImportacao } from "@/lib/importacoes/schema";
import { ConferenciaCard } from "./ConferenciaCard";
import { modelo } from "./modelo";

const ROTA = "/api/clientes/importar";
const MAXIMO_BYTES = 16 * 1024 * 1024;

const fases: Record<string, string> = {
  enviando: "Enviando o arquivo",
  lendo: "Lendo as linhas",
  gravando: "Gravando os clientes",
};

type Etapa =
  | { nome: "escolher"; erro?: string }
  | { nome: "andando"; andamento: Sending }
  | { nome: "conferir"; arquivo: File; conferencia: Conferencia; erro?: string }
  | { nome: "pronto"; resultado: ResultadoImportacao };

/** A file of clients: chosen, looked at, and written only after a yes. Only the browser keeps it: it is sent to be looked at, and again to be written. */
export function ImportacaoPainel() {
  const [etapa, setEtapa] = useState<Etapa>({ nome: "escolher" });

  const enviar = <R,>(url: string, file: File) => {
    setEtapa({ nome: "andando", andamento: { fase: "enviando", feitas: 0, de: file.size } });
    return sendFile<R>(url, file, (andamento) => setEtapa({ nome: "andando", andamento }));
  };

  async function conferir(arquivo: File) {
    if (arquivo.size > MAXIMO_BYTES)
      return setEtapa({ nome: "escolher", erro: "Este arquivo é grande demais: o limite é de 16 MB." });
    const answer = await enviar<Conferencia>(ROTA, arquivo);
    setEtapa(
      answer.ok
        ? { nome: "conferir", arquivo, conferencia: answer.data }
        : { nome: "escolher", erro: answer.error.message },
    );
  }

  async function gravar(arquivo: File, conferencia: Conferencia, modo: ModoImportacao) {
    const query = new URLSearchParams({ gravar: modo, sha256: conferencia.sha256 });
    const answer = await enviar<ResultadoImportacao>(`${ROTA}?${query}`, arquivo);
    setEtapa(
      answer.ok
        ? { nome: "pronto", resultado: answer.data }
        : { nome: "conferir", arquivo, conferencia, erro: answer.error.message },
    );
  }

  const recomecar = () => setEtapa({ nome: "escolher" });

  switch (etapa.nome) {
    case "escolher":
      return (
        <Card className="grid max-w-3xl gap-5">
          {etapa.erro && <Notice tone="danger">{etapa.erro}</Notice>}
          <FileDrop
            label="Escolher arquivo CSV"
            hint="Até 16 MB e 20.000 linhas. Nada é gravado antes de você conferir."
            accept=".csv,.txt,text/csv"
            onFile={conferir}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 grow basis-60 text-sm text-muted">
              A primeira linha diz o que há em cada coluna: Nome, Telefone, E-mail, Nascimento, CPF, Etiquetas… Só o
              nome é obrigatório, e a ordem é livre.
            </p>
            <a
              href={modelo}
              download="modelo-clientes.csv"
              className="inline-flex min-h-11 items-center gap-2 font-medium text-brand-text underline-offset-4 hover:underline"
            >
              <Download aria-hidden className="size-4.5" />
              Baixar modelo
            </a>
          </div>
        </Card>
      );
    case "andando":
      return (
        <Card className="max-w-3xl">
          <ProgressBar
            label={fases[etapa.andamento.fase] ?? "Trabalhando"}
            done={etapa.andamento.feitas}
            total={etapa.andamento.de}
          />
        </Card>
      );
    case "conferir":
      return (
        <ConferenciaCard
          arquivo={etapa.arquivo.name}
          conferencia={etapa.conferencia}
          erro={etapa.erro}
          gravar={(modo) => gravar(etapa.arquivo, etapa.conferencia, modo)}
          cancelar={recomecar}
        />
      );
    case "pronto": {
      const { novos, existentes, erradas } = etapa.resultado;
      return (
        <Card className="grid max-w-3xl gap-5">
          <Notice
            tone="success"
            title={
              novos
                ? `${contar(novos, "cliente novo gravado", "clientes novos gravados")}.`
                : "Nada de novo para gravar."
            }
          >
            {existentes > 0 && (
              <p>{contar(existentes, "linha é de quem já existia", "linhas são de quem já existia")}.</p>
            )}
            {erradas > 0 && (
              <p>{contar(erradas, "linha com erro ficou de fora", "linhas com erro ficaram de fora")}.</p>
            )}
          </Notice>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href="/clientes">Ver clientes</ButtonLink>
            <Button variant="secondary" onClick={recomecar}>
              Importar outro arquivo
            </Button>
          </div>
        </Card>
      );
    }
  }
}
