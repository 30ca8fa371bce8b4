import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { SituacaoBadge } from "@/components/agenda/SituacaoBadge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { escreverCentavos } from "@/lib/domain/dinheiro";
import { escreverInstante } from "@/lib/domain/instantes";
import { diaDoInstante, somarDias } from "@/lib/domain/tempo";
import type { Outro } from "@/lib/fichas/queries";
import type { VisitasDoCliente } from "@/lib/visitas/queries";

const DAQUI_A = [7, 15, 30] as const;

function AgendarDeNovo({ clienteId, hoje }: { clienteId: number; hoje: string }) {
  const em = (dias: number) => `/agenda?dia=${somarDias(hoje, dias)}&marcar=${clienteId}`;
  return (
    <nav aria-label="Agendar de novo" className="flex flex-wrap items-center gap-2 print:hidden">
      <ButtonLink href={`/agenda?marcar=${clienteId}`}>
        <CalendarPlus aria-hidden />
        Agendar de novo
      </ButtonLink>
      {DAQUI_A.map((dias) => (
        <ButtonLink key={dias} variant="secondary" href={em(dias)}>
          Em {dias} dias
        </ButtonLink>
      ))}
    </nav>
  );
}

function Lista({ titulo, vazio, itens, fuso }: { titulo: string; vazio: string; itens: Outro[]; fuso: string }) {
  return (
    <section>
      <h3 className="mb-2 font-medium">{titulo}</h3>
      {itens.length === 0 && <p className="text-muted">{vazio}</p>}
      <ul className="divide-y">
        {itens.map(({ id, inicio, servicos, funcionario, situacao }) => (
          <li key={id}>
            <Link
              href={`/agenda?dia=${diaDoInstante(new Date(inicio), fuso)}&abrir=${id}`}
              className="-mx-2 flex min-h-11 items-center justify-between gap-3 rounded-md px-2 py-2 hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-medium">{escreverInstante(inicio, fuso)}</span>
                <span className="block text-sm break-words text-muted">
                  {servicos} com {funcionario}
                </span>
              </span>
              <SituacaoBadge item={{ s: situacao }} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type VisitasCardProps = {
  clienteId: number;
  visitas: VisitasDoCliente;
  /** Civil day of the company. */
  hoje: string;
  podeAgendar: boolean;
};

/** How often a client came, what comes next and what was spent, with the way to the next appointment. */
export function VisitasCard({ clienteId, visitas: v, hoje, podeAgendar }: VisitasCardProps) {
  const numeros: [string, string | number][] = [
    ["Visitas", v.visitas],
    ["Faltas", v.faltas],
    ["Cancelados", v.cancelados],
  ];
  if (v.gasto) {
    numeros.push(
      ["Gasto no total", escreverCentavos(v.gasto.totalCentavos)],
      ["Gasto em 12 meses", escreverCentavos(v.gasto.anoCentavos)],
      ["Fiado", escreverCentavos(v.gasto.fiadoCentavos)],
    );
  }
  return (
    <Card title="Visitas" className="lg:col-span-2">
      <div className="grid gap-5">
        {podeAgendar && <AgendarDeNovo clienteId={clienteId} hoje={hoje} />}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
          {numeros.map(([rotulo, valor]) => (
            <div key={rotulo} className="min-w-0">
              <dt className="text-sm text-muted">{rotulo}</dt>
              <dd className="text-lg font-semibold tabular-nums">{valor}</dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-5 md:grid-cols-2">
          <Lista titulo="Próximos" vazio="Nada marcado." itens={v.proximos} fuso={v.fuso} />
          <Lista titulo="Últimos" vazio="Ainda não veio." itens={v.ultimos} fuso={v.fuso} />
        </div>
      </div>
    </Card>
  );
}
