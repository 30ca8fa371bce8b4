"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { Suspense, useState } from "react";
import { Button, ChangeButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogBody, Sheet } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { onDemand } from "@/components/ui/on-demand";
import { useRead } from "@/components/ui/use-read";
import type { AssistenteVisto, Conferido } from "@/lib/assistente/queries";
import { ApagarCredenciais } from "./ApagarCredenciais";
import { situacaoDoSegredo } from "./segredo";

const LigacaoForm = onDemand(() => import("./LigacaoForm"));

type LigacaoCardProps = {
  versao: number;
  ligacao: AssistenteVisto["ligacao"];
  /** The address that Meta calls. */
  callback: string;
};

const Dado = ({ valor }: { valor: string }) => (
  <span className={valor.startsWith("falta") ? "text-muted" : "font-mono break-all"}>{valor}</span>
);

/** How Meta and we know each other: what is there, what to paste, and whether it works. */
export function LigacaoCard({ versao, ligacao, callback }: LigacaoCardProps) {
  const [mudando, setMudando] = useState(false);
  const [testes, setTestes] = useState(0);
  const { data, failure, waiting } = useRead<{ conferidos: Conferido[] }>(
    testes ? `/api/whatsapp/teste?vez=${testes}` : null,
  );
  const dados = [
    ["Identificação do número", ligacao.numeroId ?? "falta"],
    ["Identificação da conta", ligacao.contaId ?? "falta"],
    ["Token de acesso", situacaoDoSegredo(ligacao.token)],
    ["Chave secreta do app", situacaoDoSegredo(ligacao.segredo)],
    ["Código de verificação", situacaoDoSegredo(ligacao.verificacao)],
    ["Versão da API", ligacao.versaoGraph],
  ] as const;
  return (
    <Card
      title="Ligação com a Meta"
      hint="Os segredos ficam guardados cifrados e não aparecem de novo."
      actions={<ChangeButton what="a ligação com a Meta" onClick={() => setMudando(true)} />}
    >
      <div className="grid grid-cols-1 gap-4">
        <Facts wrap facts={dados.map(([rotulo, valor]) => [rotulo, <Dado key={rotulo} valor={valor} />] as const)} />
        {ligacao.guardados.length > 0 && <ApagarCredenciais versao={versao} ligacao={ligacao} />}
        <div className="grid grid-cols-1 gap-2">
          <p className="font-medium">Endereço do webhook, para colar na Meta</p>
          <p className="rounded-md bg-sunken px-3 py-2.5 font-mono text-sm break-all select-all">{callback}</p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={callback} label="Copiar endereço" />
            <Button pending={waiting} onClick={() => setTestes(testes + 1)}>
              Testar conexão
            </Button>
          </div>
        </div>
        <div role="status" className="empty:hidden">
          {failure && <Notice tone="danger">{failure.message}</Notice>}
          {data && (
            <ul aria-label="Resultado do teste" className="grid gap-2">
              {data.conferidos.map(({ certo, texto }) => (
                <li key={texto} className="flex gap-2">
                  {certo ? (
                    <CircleCheck aria-label="Certo" className="mt-0.5 size-5 shrink-0 text-success-text" />
                  ) : (
                    <CircleAlert aria-label="Falta" className="mt-0.5 size-5 shrink-0 text-danger-text" />
                  )}
                  <span className="min-w-0 break-words">{texto}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <Sheet open={mudando} onClose={() => setMudando(false)} title="Ligação com a Meta">
        <DialogBody>
          <Suspense>
            <LigacaoForm versao={versao} ligacao={ligacao} onDone={() => setMudando(false)} />
          </Suspense>
        </DialogBody>
      </Sheet>
    </Card>
  );
}
