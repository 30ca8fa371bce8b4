"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { FormProvider, type FieldValues, type Path } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Failure } from "@/lib/domain/result";
import { Conflict } from "./conflict";
import { FailureContext, NotesContext } from "./field-notes";
import { LeaveGuard } from "./leave-guard";
import type { FormKit } from "./use-action-form";

// In another tab, so that what was typed stays here.
const signInElsewhere = (
  <ButtonLink variant="secondary" href="/entrar" target="_blank">
    Entrar em outra aba
  </ButtonLink>
);

function answersTo({ code, link }: Failure) {
  if (code === "nao_autenticado") return signInElsewhere;
  return (
    link && (
      <ButtonLink variant="secondary" href={link.href} prefetch={false}>
        {link.label}
      </ButtonLink>
    )
  );
}

/** The form of one `useActionForm`: what failed on top, then the fields, and a question before leaving unsaved. */
export function Form<Input extends FieldValues>({ kit, children }: { kit: FormKit<Input>; children: ReactNode }) {
  const { isDirty, isSubmitting } = kit.form.formState;
  const { form, failure, notes } = kit;
  const banner = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();

  // While saving the fields are disabled and refuse the focus, so it moves when they are back.
  useEffect(() => {
    if (isSubmitting || !failure) return;
    const first = [...notes.keys()].find((name) => failure.fields?.[name]);
    if (first) form.setFocus(first as Path<Input>);
    else banner.current?.focus();
  }, [isSubmitting, failure, notes, form]);

  const homeless = Object.entries(failure?.fields ?? {}).filter(([name]) => !notes.has(name));
  return (
    <FormProvider {...kit.form}>
      <NotesContext value={kit.notes}>
        <form noValidate onSubmit={kit.submit} className="max-w-2xl">
          {/* What is typed before anybody listens would be lost without a word. */}
          <fieldset disabled={isSubmitting || !hydrated} className="grid min-w-0 grid-cols-1 gap-5">
            {failure && (
              <div ref={banner} tabIndex={-1} className="scroll-mt-24 outline-none">
                {failure.current ? (
                  <Conflict kit={kit} />
                ) : (
                  <Notice tone="danger" actions={answersTo(failure)}>
                    {[failure.message, ...homeless.map(([, sentence]) => sentence)].join(" ")}
                  </Notice>
                )}
              </div>
            )}
            <FailureContext value={failure}>{children}</FailureContext>
          </fieldset>
        </form>
        <LeaveGuard dirty={isDirty} />
      </NotesContext>
    </FormProvider>
  );
}

/** Fields of one subject on one surface. */
export function FormSection({ title, hint, children }: { title?: string; hint?: string; children: ReactNode }) {
  return (
    <Card title={title} hint={hint}>
      <div className="grid grid-cols-1 gap-5">{children}</div>
    </Card>
  );
}

/** Two fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">{children}</div>;
}

/** Save and cancel: in reach of the thumb on phones, at the end of the form on the desktop. */
export function FormActions({ save = "Salvar", cancel }: { save?: string; cancel: string }) {
  return (
    <div className="sticky bottom-(--bottom-bar,0px) z-10 -mx-4 flex flex-wrap gap-2 border-t bg-background/95 px-4 py-3 backdrop-blur-sm md:static md:mx-0 md:justify-start md:border-0 md:bg-transparent md:p-0">
      <Button type="submit" className="grow md:grow-0">
        {save}
      </Button>
      <ButtonLink variant="ghost" href={cancel}>
        Cancelar
      </ButtonLink>
    </div>
  );
}
