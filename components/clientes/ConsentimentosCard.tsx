"use client";

import { Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { onDemand } from "@/components/ui/on-demand";
import { retirarConsentimentoAction } from "@/lib/clientes/actions";
import type { ClienteDaFicha } from "@/lib/clientes/queries";
import { escreverInstante } from "@/lib/domain/instantes";
import { canaisConsentimento, chavesCanal, modosConsentimento } from "@/lib/domain/pessoas";

const ConsentirForm = onDemand(() => import("./ConsentirForm"));

type Consentimento = ClienteDaFicha["consentimentos"][number];

type ConsentimentosCardProps = {
  clienteId: number;
  consentimentos: Consentimento[];
  /** What a client is asked to agree to. */
  texto: string;
  fuso: string;
  podeEditar: boolean;
};

/** To which messages a client agreed: when, how and to which words. What was withdrawn stays in sight. */
export function ConsentimentosCard({ clienteId, consentimentos, texto, fuso, podeEditar }: ConsentimentosCardProps) {
  const [aberto, setAberto] = useState(false);
  const [retirando, setRetirando] = useState<Consentimento | null>(null);
  const livres = chavesCanal.filter((canal) => !consentimentos.some((um) => um.canal === canal && !um.retiradoEm));
  const canalDe = ({ canal }: Consentimento) => canaisConsentimento[canal];

  return (
    <Card
      title="Mensagens"
      hint="Só escreva por onde o cliente autorizou."
      actions={
        podeEditar &&
        livres.length > 0 && (
          <Button variant="secondary" className="print:hidden" onClick={() => setAberto(true)}>
            Registrar
          </Button>
        )
      }
    >
      {consentimentos.length === 0 && <p className="text-muted">Ainda não autorizou nenhuma mensagem.</p>}
      <ul className="grid gap-4">
        {consentimentos.map((um) => (
          <li key={um.id} className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 grow basis-52">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {canalDe(um)}
                {um.retiradoEm ? <Badge>Retirado</Badge> : <Badge tone="success">Autorizado</Badge>}
              </p>
              <p className="text-sm text-muted">
                {modosConsentimento[um.como]}, {escreverInstante(um.dadoEm, fuso)}
                {um.retiradoEm && `; retirado em ${escreverInstante(um.retiradoEm, fuso)}`}
              </p>
              <p className="mt-1 text-sm break-words">“{um.texto}”</p>
            </div>
            {podeEditar && !um.retiradoEm && (
              <Button
                variant="ghost"
                size="sm"
                className="print:hidden"
                aria-label={`Retirar o consentimento por ${canalDe(um)}`}
                onClick={() => setRetirando(um)}
              >
                Retirar
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={aberto} onClose={() => setAberto(false)} title="Registrar consentimento">
        <DialogBody>
          <Suspense>
            <ConsentirForm usuarioId={clienteId} canais={livres} texto={texto} onDone={() => setAberto(false)} />
          </Suspense>
        </DialogBody>
      </Dialog>
      {retirando && (
        <Confirm
          open
          onClose={() => setRetirando(null)}
          title={`Retirar o consentimento por ${canalDe(retirando)}?`}
          verb="Retirar consentimento"
          run={(chave) => retirarConsentimentoAction({ id: retirando.id, versao: retirando.versao }, chave)}
          done="Consentimento retirado."
        >
          <p>A partir de agora este cliente não recebe mensagens por {canalDe(retirando)}. O registro fica guardado.</p>
        </Confirm>
      )}
    </Card>
  );
}
