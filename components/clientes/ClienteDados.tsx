import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ClienteDaFicha } from "@/lib/clientes/queries";
import { escreverCpf } from "@/lib/domain/documentos";
import { escreverDia, escreverDiaDoInstante } from "@/lib/domain/instantes";
import { escreverTelefone } from "@/lib/domain/telefone";

const linkClass = "text-brand-text underline underline-offset-4 print:no-underline";
const vazio = <span className="font-normal text-muted">não informado</span>;

/** What is known of a client. @param fuso IANA zone */
export function ClienteDados({ cliente, fuso }: { cliente: ClienteDaFicha; fuso: string }) {
  const { telefone, email, nascimento, cpf, ultimaVisitaEm, criadoEm, etiquetas, observacoes } = cliente;
  const dados: [string, ReactNode][] = [
    [
      "Telefone",
      telefone && (
        <a href={`tel:${telefone}`} className={linkClass}>
          {escreverTelefone(telefone)}
        </a>
      ),
    ],
    [
      "E-mail",
      email && (
        <a href={`mailto:${email}`} className={linkClass}>
          {email}
        </a>
      ),
    ],
    ["Nascimento", nascimento && escreverDia(nascimento)],
    ["CPF", cpf && escreverCpf(cpf)],
    ["Última visita", ultimaVisitaEm ? escreverDiaDoInstante(ultimaVisitaEm, fuso) : "nunca veio"],
    ["Cliente desde", escreverDiaDoInstante(criadoEm, fuso)],
  ];
  return (
    <div className="grid gap-5">
      <Card title="Dados">
        <dl className="grid gap-4 sm:grid-cols-2">
          {dados.map(([rotulo, valor]) => (
            <div key={rotulo} className="min-w-0">
              <dt className="text-sm text-muted">{rotulo}</dt>
              <dd className="font-medium break-words">{valor || vazio}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="Observações">
        {etiquetas.length > 0 && (
          <ul aria-label="Etiquetas" className="mb-3 flex flex-wrap gap-1.5">
            {etiquetas.map((etiqueta) => (
              <li key={etiqueta} className="max-w-full">
                <Badge tone="brand">{etiqueta}</Badge>
              </li>
            ))}
          </ul>
        )}
        {observacoes ? (
          <p className="break-words whitespace-pre-line">{observacoes}</p>
        ) : (
          <p className="text-muted">Nada anotado.</p>
        )}
      </Card>
    </div>
  );
}
