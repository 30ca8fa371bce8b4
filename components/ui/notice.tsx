import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { look: "bg-info-soft text-info-text", Icon: Info },
  success: { look: "bg-success-soft text-success-text", Icon: CircleCheck },
  warning: { look: "bg-warning-soft text-warning-text", Icon: TriangleAlert },
  danger: { look: "bg-danger-soft text-danger-text", Icon: CircleAlert },
};

type NoticeProps = {
  tone?: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  /** Buttons that answer it. */
  actions?: ReactNode;
};

/** A sentence that must be seen, in the place that it is about. Dangers are announced to screen readers. */
export function Notice({ tone = "info", title, children, actions }: NoticeProps) {
  const { look, Icon } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={clsx("flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md p-4", look)}
    >
      <div className="flex min-w-0 grow basis-48 gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
        <div className="grid min-w-0 grow gap-2">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
