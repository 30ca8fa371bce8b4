import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { SituacaoBadge } from "@/components/agenda/SituacaoBadge";
import { origens } from "@/lib/domain/agenda";
import { escreverInstante } from "@/lib/domain/instantes";
import { medidas } from "@/lib/domain/medidas";
import { escreverCelula } from "@/lib/domain/quadro";
import { diaDoInstante } from "@/lib/domain/tempo";
import { contar } from "@/lib/domain/texto";
import type { Detalhe, Detalhes } from "@/lib/detalhes/queries";
import type { FiltroDetalhe } from "@/lib/relatorios/schema";
import { enderecoDe } from "./enderecos";
import { Paginas } from "./Paginas";
import { Rolagem } from "./Rolagem";

type DetalhesListaProps = {
  detalhes: Detalhes;
  filtro: FiltroDetalhe;
  /** May open the agenda. */ abreAgenda: boolean;
};

const celula = "px-4 py-2 text-left print:px-1.5 print:py-1";
/** Names are not broken into a word a line: the table can be pushed aside, on paper it cannot. */
const texto = "min-w-44 wrap-anywhere print:min-w-0";

/** The appointments behind one number, with what each adds to it. */
export function DetalhesLista({ detalhes, filtro, abreAgenda }: DetalhesListaProps) {
  const { page, total, medida, fuso } = detalhes;
  const { titulo, tipo } = medidas[medida];
  // A count says how many by itself.
  const soma = tipo !== "inteiro" || total.valor !== total.quantos;
  if (!page.rows.length)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState title="Nenhum agendamento">Este número é zero.</EmptyState>
      </div>
    );
  const quando = ({ id, inicio }: Detalhe) => {
    const escrito = escreverInstante(inicio, fuso);
    if (!abreAgenda) return escrito;
    const href = `/agenda?dia=${diaDoInstante(new Date(inicio), fuso)}&abrir=${id}`;
    return (
      <Link
        href={href}
        prefetch={false}
        className="inline-flex min-h-6 items-center underline-offset-4 hover:underline pointer-coarse:min-h-11"
      >
        {escrito}
      </Link>
    );
  };
  return (
    <div className="grid gap-3 *:min-w-0">
      <p>
        <span data-quantos>{contar(total.quantos, "agendamento", "agendamentos")}</span>
        {soma && (
          <>
            {" · "}
            {titulo.toLowerCase()} <strong data-soma>{escreverCelula(medida, total.valor)}</strong>
          </>
        )}
      </p>
      <Rolagem titulo="Agendamentos">
        <table className="w-full border-collapse print:text-xs">
          <thead>
            <tr className="text-sm text-muted">
              {["Quando", "Cliente", "Serviços", "Profissional", "Situação", "Origem"].map((nome) => (
                <th key={nome} scope="col" className={`${celula} font-medium`}>
                  {nome}
                </th>
              ))}
              {soma && (
                <th scope="col" className={`${celula} text-right! font-medium`}>
                  {titulo}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((detalhe) => (
              <tr key={detalhe.id} className="border-t" data-detalhe={detalhe.id}>
                <td className={`${celula} whitespace-nowrap`}>{quando(detalhe)}</td>
                <td className={`${celula} ${texto}`}>
                  {detalhe.cliente ?? <span className="text-muted">sem nome</span>}
                </td>
                <td className={`${celula} ${texto}`}>{detalhe.servicos}</td>
                <td className={celula}>{detalhe.profissional}</td>
                <td className={celula}>
                  <SituacaoBadge item={{ s: detalhe.situacao }} />
                </td>
                <td className={celula}>{origens[detalhe.origem]}</td>
                {soma && (
                  <td className={`${celula} text-right! whitespace-nowrap`}>{escreverCelula(medida, detalhe.valor)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Rolagem>
      <Paginas paginas={page} href={(cursor) => enderecoDe("/relatorios/lista", filtro, cursor)} />
    </div>
  );
}
