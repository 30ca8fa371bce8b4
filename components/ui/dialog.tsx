"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "./button";

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /**
   * `center`: a box in the middle. `side`: a panel on the right. On phones both rise from below. `screen`: a panel on the
   * right that is the whole screen of a phone. `top`: to search.
   */
  place?: keyof typeof places;
  /** The title stays for screen readers only. */
  bare?: boolean;
};

const fromBelow =
  "max-md:mt-auto max-md:mb-0 max-md:w-full max-md:max-w-full max-md:rounded-b-none max-md:slide-in-from-bottom-8";

const places = {
  center: `${fromBelow} md:m-auto md:w-full md:max-w-lg md:zoom-in-97`,
  side: `${fromBelow} md:my-0 md:mr-0 md:ml-auto md:h-dvh md:max-h-dvh md:w-full md:max-w-md md:rounded-none md:slide-in-from-right-16`,
  screen:
    "max-md:m-0 max-md:h-dvh max-md:max-h-dvh max-md:w-full max-md:max-w-full max-md:rounded-none max-md:slide-in-from-bottom-8 md:my-0 md:mr-0 md:ml-auto md:h-dvh md:max-h-dvh md:w-full md:max-w-lg md:rounded-none md:slide-in-from-right-16",
  top: "mx-auto mt-3 w-[calc(100%-1.5rem)] max-w-xl zoom-in-97 md:mt-[12vh]",
};

/**
 * The browser's own modal: focus stays inside, Esc and a tap outside close it, focus returns to where it was. It starts on
 * `data-autofocus`, else on the first control.
 */
export function Dialog({ open, onClose, title, children, place = "center", bare }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Of a press that began inside, like a selection drawn past the edge, the click would be outside as well.
  const pressedOutside = useRef(false);

  // A layout effect, so that an unmounted dialog still closes in the document and gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // The event comes late: by then the dialog may be open anew.
      onClose={(event) => event.currentTarget.open || onClose()}
      onPointerDown={(event) => (pressedOutside.current = event.target === event.currentTarget)}
      onClick={(event) => pressedOutside.current && event.target === event.currentTarget && onClose()}
      className={clsx(
        "max-h-[calc(100dvh-1.5rem)] overflow-hidden rounded-xl bg-surface shadow-float backdrop:bg-scrim open:flex open:animate-in open:fade-in open:backdrop:animate-in open:backdrop:fade-in",
        places[place],
      )}
    >
      {open && (
        <div className="flex min-h-0 w-full flex-col">
          <h2 id={titleId} className={bare ? "sr-only" : "px-5 pt-5 pr-14 pb-3 text-lg font-semibold"}>
            {title}
          </h2>
          {children}
          {!bare && (
            <Button
              variant="ghost"
              size="icon"
              aria-label="Fechar"
              onClick={onClose}
              className="absolute top-3 right-3 text-muted"
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      )}
    </dialog>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="min-h-0 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>;
}

/** The buttons: side by side, the one that acts last; one under the other on phones. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse gap-2 border-t px-5 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] md:flex-row md:justify-end">
      {children}
    </div>
  );
}

/** A panel at the edge, for what accompanies the page instead of replacing it. */
export function Sheet(props: Omit<DialogProps, "place">) {
  return <Dialog {...props} place="side" />;
}
