"use client";

import { CloudAlert } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** A screen broke. Nothing is known about the reason here; the digest finds it in the log. */
export function ErrorMessage({ error, retry }: ErrorPageProps) {
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
          <Button onClick={retry}>Tentar de novo</Button>
        </>
      }
    >
      Algo deu errado do nosso lado; nada do que você já salvou se perdeu.
      {error.digest && <> Se continuar, informe o código {error.digest}.</>}
    </EmptyState>
  );
}
