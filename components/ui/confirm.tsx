"use client";

import { useState, type ReactNode } from "react";
import type { Failure, Result } from "@/lib/domain/result";
import { Button } from "./button";
import { useCall } from "./call";
import { Dialog, DialogBody, DialogFooter } from "./dialog";
import { Notice } from "./notice";
import { toast } from "./toast";

type ConfirmProps<T> = {
  open: boolean;
  onClose: () => void;
  /** A question that names the thing: `Excluir o cargo Atendente?` */
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button: `Excluir cargo`. */
  verb: string;
  danger?: boolean;
  run: (chave: string) => Promise<Result<T>>;
  /** The toast after success: `Cargo excluído.` */
  done: string;
  onDone?: (data: T) => void;
};

/** Asks before a dangerous act, does it, and says inside the dialog why it could not be done. */
export function Confirm<T>({ open, onClose, title, ...rest }: ConfirmProps<T>) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <ConfirmBody onClose={onClose} {...rest} />
    </Dialog>
  );
}

function ConfirmBody<T>({
  onClose,
  children,
  verb,
  danger,
  run,
  done,
  onDone,
}: Omit<ConfirmProps<T>, "open" | "title">) {
  const { run: press, pending } = useCall();
  const [failure, setFailure] = useState<(Failure & { again: boolean }) | null>(null);

  async function confirm() {
    const answer = await press(run);
    if (!answer.ok) return setFailure({ ...answer.error, again: answer.lost || answer.error.code === "ocupado" });
    toast.success(done);
    onClose();
    onDone?.(answer.data);
  }

  return (
    <>
      <DialogBody>
        <div className="grid gap-4 text-muted">
          {failure ? <Notice tone="danger">{failure.message}</Notice> : children}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onClick={onClose}>
          {failure ? "Fechar" : "Cancelar"}
        </Button>
        {(!failure || failure.again) && (
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {failure ? "Tentar de novo" : verb}
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
