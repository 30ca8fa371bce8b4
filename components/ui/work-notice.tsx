"use client";

import { useState } from "react";
import { ButtonLink } from "./button";
import { Notice } from "./notice";
import { useGo } from "./use-go";
import { useStandingToast } from "./use-standing-toast";

type WorkNoticeProps = {
  tone?: "warning" | "danger";
  /** Where the work is done; without it the sentence stands alone. */
  href?: string;
  /** The verb that leads there. */
  action: string;
  /** What waits, in a sentence; null as long as nothing does. */
  children: string | null;
};

/**
 * Work that waits for somebody, with the way to it. What waits when the page is drawn stands in it; what comes later lies
 * over it, and what is done leaves its place empty, so that nothing moves away below a finger. A sheet of paper does not
 * show it.
 */
export function WorkNotice({ tone = "warning", href, action, children }: WorkNoticeProps) {
  const [drawn] = useState(children);
  const go = useGo();
  useStandingToast(drawn === null ? children : null, {
    tone: tone === "danger" ? "error" : tone,
    action: href ? { label: action, onClick: () => go(href) } : undefined,
    dismissible: true,
  });

  if (drawn === null) return null;
  const link = href && (
    <ButtonLink variant="secondary" size="sm" href={href} prefetch={false}>
      {action}
    </ButtonLink>
  );
  return (
    <div className={children === null ? "invisible print:hidden" : "print:hidden"}>
      <Notice tone={tone} actions={link}>
        {children ?? drawn}
      </Notice>
    </div>
  );
}
