"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { innerLink } from "@/components/ui/inner-link";
import { useGo } from "@/components/ui/use-go";

/**
 * Asks before unsaved work is left: by a link or, where the browser knows the Navigation API, by going back. Closing
 * or reloading the page asks in the browser's own words.
 */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const go = useGo();
  const [leave, setLeave] = useState<(() => void) | null>(null);

  const onClick = useEffectEvent((event: MouseEvent) => {
    const href = innerLink(event);
    if (href === null) return;
    event.preventDefault();
    event.stopPropagation();
    setLeave(() => () => go(href));
  });

  useEffect(() => {
    if (!dirty) return;
    let leaving = false;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const back = (event: NavigateEvent) => {
      if (leaving || event.navigationType !== "traverse" || !event.cancelable) return;
      event.preventDefault();
      const { key } = event.destination;
      setLeave(() => () => {
        leaving = true;
        window.navigation.traverseTo(key);
      });
    };
    window.addEventListener("beforeunload", warn);
    document.addEventListener("click", onClick, true);
    window.navigation?.addEventListener("navigate", back);
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("click", onClick, true);
      window.navigation?.removeEventListener("navigate", back);
    };
  }, [dirty]);

  return (
    <Dialog open={leave !== null} onClose={() => setLeave(null)} title="Sair sem salvar?">
      <DialogBody>
        <p className="text-muted">O que você mudou nesta tela ainda não foi salvo e vai se perder.</p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={() => setLeave(null)}>
          Continuar editando
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            setLeave(null);
            leave?.();
          }}
        >
          Sair sem salvar
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
