"use client";

import { CloudAlert } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** A screen broke. Unless a part of it did not arrive, nothing is known about the reason here; the digest finds it in the log. */
export function ErrorMessage({ error, retry }: ErrorPageProps) {
  const [offline, setOffline] = useState(false);
  const lost = error.name === "ChunkLoadError";
  // Only a new page asks for the part again; without a connection it would be the browser's own error.
  const reload = () => (navigator.onLine ? location.reload() : setOffline(true));
  return (
    <EmptyState
      page
      icon={CloudAlert}
      title="Esta tela não abriu"
      action={
        <>
          <ButtonLink variant="secondary" href="/">
            Ir para o início
          </ButtonLink>
          <Button onClick={lost ? reload : retry}>{lost ? "Recarregar a página" : "Tentar de novo"}</Button>
        </>
      }
    >
      {lost ? "A conexão falhou" : "Algo deu errado do nosso lado"}; nada do que você já salvou se perdeu.
      {offline && <span role="alert"> Você ainda está sem internet. Recarregue quando ela voltar.</span>}
      {error.digest && <> Se continuar, informe o código {error.digest}.</>}
    </EmptyState>
  );
}
