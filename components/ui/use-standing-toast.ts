"use client";

import { useEffect, useEffectEvent, useId } from "react";
import { toast } from "./toast";

type StandingToast = {
  tone: "warning" | "error";
  action?: { label: string; onClick: () => void };
  /** Whether the person may put it away; it comes back when the sentence changes. */
  dismissible: boolean;
};

/** Lays a sentence over the page for as long as there is one, where it moves nothing. */
export function useStandingToast(text: string | null, { tone, action, dismissible }: StandingToast) {
  const id = useId();
  const onClick = useEffectEvent((event: React.MouseEvent) => {
    event.preventDefault();
    action?.onClick();
  });
  const label = action?.label;
  useEffect(() => {
    if (text === null) return void toast.dismiss(id);
    toast[tone](text, {
      id,
      duration: Infinity,
      dismissible,
      closeButton: dismissible,
      action: label && { label, onClick: (event) => onClick(event) },
    });
  }, [id, text, tone, label, dismissible]);
  useEffect(() => () => void toast.dismiss(id), [id]);
}
