"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

export { toast } from "sonner";

/** Where toasts appear: above the bottom bar and a form's buttons on phones, in the corner on the desktop. One per page, in the frame. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme as ToasterProps["theme"]}
      position="bottom-right"
      mobileOffset={{ bottom: "9rem" }}
      containerAriaLabel="Avisos"
      toastOptions={{
        closeButtonAriaLabel: "Fechar aviso",
        classNames: {
          toast: "text-base! shadow-float!",
          actionButton: "h-10! rounded-md! px-3! text-sm!",
          closeButton: "size-7!",
          success: "[&_[data-icon]]:text-success-text",
          warning: "[&_[data-icon]]:text-warning-text",
          error: "[&_[data-icon]]:text-danger-text",
        },
      }}
      style={
        {
          "--normal-bg": "var(--surface)",
          "--normal-text": "var(--foreground)",
          "--normal-border": "var(--line)",
          "--border-radius": "0.625rem",
          fontFamily: "inherit",
        } as React.CSSProperties
      }
      className="print:hidden"
    />
  );
}
