"use client";

import type { ErrorPageProps } from "@/components/layout/error-message";
import ErrorPage from "./error";
import "./globals.css";

/** When even the root layout failed: the same message, without its font and theme. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="pt-BR">
      <body>
        <title>Hora Marcada</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
