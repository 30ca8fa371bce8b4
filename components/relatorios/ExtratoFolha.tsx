import { EmptyState } from "@/components/ui/empty-state";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverDia } from "@/lib/domain/instantes";
import type { Extrato, ItemDoExtrato } from "@/lib/detalhes/queries";
import { Rolagem } from "./Rolagem";

const numero = "px-3 py-1.5 text-right whitespace-nowrap print:px-1.5 print:py-0.5";
const palavra = "px-3 py-1.5 text-left print:px-1.5 print:py-0.5";
const somar = (itens: readonly ItemDoExtrato[], de: "combinado" | "desconto" | "acrescimo" | "receita") =>
  itens.reduce((soma, item) => soma + item[de], 0);

function Numeros({ itens }: { itens: readonly ItemDoExtrato[] }) {
  return (["combinado", "desconto", "acrescimo", "receita"] as const).map((de) => (
    <td key={de} data-extrato={de} className={numero}>
      {escreverCentavos(somar(itens, de))}
    </td>
  ));
}

/** A page of more rows than these nobody reads, prints and signs. */
const MAXIMO = 5_000;

/** What a professional did and what was charged for it, day by day, with room for two signatures. */
export function ExtratoFolha({ extrato: { quem, itens } }: { extrato: Extrato }) {
  if (!itens.length)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState title="Nada concluído neste período">Escolha outro período.</EmptyState>
      </div>
    );
  if (itens.length > MAXIMO)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState title="É muito para uma página só">
          São {itens.length.toLocaleString("pt-BR")} linhas. Escolha um período menor, ou baixe tudo em CSV ou XLSX.
        </EmptyState>
      </div>
    );
  const dias = [...new Set(itens.map(({ dia }) => dia))];
  return (
    <>
      <Rolagem titulo={`Extrato de ${quem}`}>
        <table className="w-full border-collapse text-sm print:text-xs">
          <thead>
            <tr className="text-muted">
              {["Hora", "Cliente", "Serviço"].map((titulo) => (
                <th key={titulo} scope="col" className={`${palavra} font-medium`}>
                  {titulo}
                </th>
              ))}
              {["Combinado", "Desconto", "Acréscimo", "Cobrado"].map((titulo) => (
                <th key={titulo} scope="col" className={`${numero} font-medium`}>
                  {titulo}
                </th>
              ))}
            </tr>
          </thead>
          {dias.map((dia) => {
            const doDia = itens.filter((item) => item.dia === dia);
            return (
              <tbody key={dia} className="border-t">
                <tr className="bg-sunken font-medium">
                  <th scope="rowgroup" colSpan={3} className={palavra}>
                    {escreverDia(dia)}
                  </th>
                  <Numeros itens={doDia} />
                </tr>
                {doDia.map((item, i) => (
                  <tr key={i} className="border-t">
                    <td className={palavra}>{item.hora}</td>
                    <td className={`${palavra} min-w-36 wrap-anywhere print:min-w-0`}>{item.cliente ?? "sem nome"}</td>
                    <td className={`${palavra} min-w-36 wrap-anywhere print:min-w-0`}>{item.servico}</td>
                    <Numeros itens={[item]} />
                  </tr>
                ))}
              </tbody>
            );
          })}
          <tfoot className="border-t-2 font-semibold">
            <tr>
              <th scope="row" colSpan={3} className={palavra}>
                Total
              </th>
              <Numeros itens={itens} />
            </tr>
          </tfoot>
        </table>
      </Rolagem>
      <div className="mt-16 hidden grid-cols-2 gap-12 print:grid">
        {[quem, "Pela empresa"].map((nome) => (
          <p key={nome} className="border-t pt-1 text-center text-sm">
            {nome}
          </p>
        ))}
      </div>
    </>
  );
}
