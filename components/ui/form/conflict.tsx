"use client";

import type { FieldValues, Path } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormKit } from "./use-action-form";

/** Somebody saved first: what differs now, side by side, and the two ways on. */
export function Conflict<Input extends FieldValues>({ kit }: { kit: FormKit<Input> }) {
  const current = kit.failure?.current ?? {};
  const differences = [...kit.notes].flatMap(([name, { label, show }]) => {
    if (!(name in current)) return [];
    const [mine, theirs] = [show(kit.form.getValues(name as Path<Input>)), show(current[name])];
    return mine === theirs ? [] : [{ label, mine, theirs }];
  });

  return (
    <Notice
      tone="warning"
      title={kit.failure?.message}
      actions={
        <>
          <Button variant="secondary" onClick={kit.adopt}>
            Usar os valores novos
          </Button>
          <Button variant="secondary" onClick={() => kit.insist()}>
            Manter os meus e tentar de novo
          </Button>
        </>
      }
    >
      {differences.length === 0 ? (
        "Nada do que você digitou é diferente do que está salvo agora."
      ) : (
        <dl className="grid gap-2">
          {differences.map(({ label, mine, theirs }) => (
            <div key={label}>
              <dt className="font-medium">{label}</dt>
              <dd>
                Agora: <strong>{theirs}</strong>. Seu: <strong>{mine}</strong>.
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
