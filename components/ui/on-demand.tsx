"use client";

import { lazy, useEffect, useEffectEvent, useState, type ComponentType } from "react";
import { toast } from "./toast";

/** How it is closed. */
type Leaving = { onClose: () => void } | { onDone: () => void };

/**
 * `lazy` for what opens over a page. One that could not be fetched says so and closes, the page stays as it is, and the next
 * time it is asked for again; `lazy` alone would take the whole page along and never ask again.
 *
 * @returns it, and `near`, which fetches it before it is wanted
 */
export function onDemand<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  type Props = P & Leaving;
  const bring = load as () => Promise<{ default: ComponentType<Props> }>;
  const ask = () => lazy(() => bring().catch(() => ({ default: Lost })));
  let last = ask();

  function Lost(props: Props) {
    const leave = useEffectEvent("onClose" in props ? props.onClose : props.onDone);
    useEffect(() => {
      last = ask();
      toast.error(
        navigator.onLine ? "Não abriu. Tente de novo ou recarregue a página." : "Sem conexão. Tente de novo.",
      );
      leave();
    }, []);
    return null;
  }

  function OnDemand(props: Props) {
    const [Asked] = useState(() => last);
    return <Asked {...props} />;
  }
  return Object.assign(OnDemand, { near: () => void bring().catch(() => {}) });
}
