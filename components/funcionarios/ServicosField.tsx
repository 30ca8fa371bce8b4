"use client";

import { useImperativeHandle, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { useFormField } from "@/components/ui/form/field-notes";
import { Input } from "@/components/ui/input";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverMinutos } from "@/lib/domain/duracao";
import { semAcento } from "@/lib/domain/texto";
import type { ServicoFeito } from "@/lib/funcionarios/schema";
import { ServicosDaCategoria, type Oferecido } from "./ServicosDaCategoria";

/** More services than this are searched, and folded by category. */
const MUITOS = 8;

/** The list in one sentence, to compare with somebody else's newer one. */
function emPalavras(feitos: ServicoFeito[], oferecidos: Oferecido[]): string {
  const nomes = new Map(oferecidos.map(({ id, nome }) => [id, nome]));
  const frases = feitos.map(({ servicoId, duracaoMinutos, precoCentavos }) => {
    const duracao = duracaoMinutos !== null && escreverMinutos(duracaoMinutos);
    const preco = precoCentavos !== null && escreverCentavos(precoCentavos);
    const proprios = [duracao, preco].filter(Boolean).join(", ");
    return (nomes.get(servicoId) ?? `nº ${servicoId}`) + (proprios && ` (${proprios})`);
  });
  return frases.sort((a, b) => a.localeCompare(b, "pt-BR")).join("; ") || "nenhum";
}

type Erros = { message?: string } & Record<number, Partial<Record<keyof ServicoFeito, { message?: string }>>>;

/** Marks the services that somebody performs, by category, with their own duration and price where they differ. */
export function ServicosField({ oferecidos }: { oferecidos: Oferecido[] }) {
  const { field } = useFormField("servicos", "Serviços que faz", (value) =>
    emPalavras(value as ServicoFeito[], oferecidos),
  );
  const erros = useFormState().errors.servicos as Erros | undefined;
  const [busca, setBusca] = useState("");
  const lista = useRef<HTMLDivElement>(null);
  const feitos = field.value as ServicoFeito[];

  useImperativeHandle(field.ref, () => ({
    focus() {
      // What is wrong may be in a row that the search hides.
      setBusca("");
      requestAnimationFrame(() => lista.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    },
  }));

  if (oferecidos.length === 0) return <p className="text-muted">A empresa ainda não tem serviços ativos.</p>;

  const procura = semAcento(busca.trim());
  const achados = oferecidos.filter(({ nome, categoria }) => semAcento(`${nome} ${categoria}`).includes(procura));
  const categorias = [...new Set(achados.map(({ categoria }) => categoria))];
  const erroDe = (servicoId: number) => erros?.[feitos.findIndex((feito) => feito.servicoId === servicoId)];

  function mudar(mudados: { servicoId: number; feito: ServicoFeito | null }[]) {
    const porId = new Map(feitos.map((feito) => [feito.servicoId, feito]));
    for (const { servicoId, feito } of mudados)
      if (feito) porId.set(servicoId, feito);
      else porId.delete(servicoId);
    field.onChange([...porId.values()]);
  }

  return (
    <div ref={lista} className="grid gap-3" onBlur={field.onBlur}>
      {oferecidos.length > MUITOS && (
        <Input
          aria-label="Buscar serviço nesta lista"
          placeholder="Buscar serviço"
          value={busca}
          onChange={(event) => setBusca(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          after={feitos.length === 1 ? "1 marcado" : `${feitos.length} marcados`}
        />
      )}
      {erros?.message && <p className="text-sm text-danger-text">{erros.message}</p>}
      {achados.length === 0 && <p className="text-muted">Nenhum serviço com este nome.</p>}
      {categorias.map((categoria) => (
        <ServicosDaCategoria
          key={categoria}
          nome={categoria || "Outros serviços"}
          servicos={achados.filter((servico) => servico.categoria === categoria)}
          feitos={feitos}
          erroDe={erroDe}
          aberta={procura !== "" || oferecidos.length <= MUITOS}
          onMudar={mudar}
        />
      ))}
    </div>
  );
}
