import { Card } from "@/components/ui/card";
import { escreverMinutos } from "@/lib/domain/duracao";
import { escreverPreco } from "@/lib/domain/preco";
import type { ServicoDoFormulario } from "@/lib/servicos/queries";

/** A service for those who may read and not change it. */
export function ServicoResumo({ servico }: { servico: ServicoDoFormulario }) {
  const dados = [
    ["Preço", escreverPreco(servico)],
    ["Duração", escreverMinutos(servico.duracaoMinutos)],
    ["Preparo depois", servico.preparoMinutos ? escreverMinutos(servico.preparoMinutos) : "não precisa"],
    ["Categoria", servico.categoria || "sem categoria"],
    ["Situação", servico.ativo ? "ativo" : "inativo"],
  ] as const;
  return (
    <Card className="max-w-2xl">
      {servico.descricao && <p className="mb-5 whitespace-pre-line">{servico.descricao}</p>}
      <dl className="grid gap-4 sm:grid-cols-2">
        {dados.map(([rotulo, valor]) => (
          <div key={rotulo}>
            <dt className="text-sm text-muted">{rotulo}</dt>
            <dd className="font-medium">{valor}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
