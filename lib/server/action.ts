import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "@/lib/domain/mensagens";
import type { Area } from "@/lib/domain/permissoes";
import type { FormState, Result } from "@/lib/domain/result";
import { anonimo } from "./actor";
import type { Command } from "./command";
import { asAppError, naoAutenticado, toFailure } from "./errors";
import { assertSameOrigin, currentOrigin, currentRequestId } from "./request";
import { currentUsuario } from "./session";

async function answer<R>(requestId: string, run: () => Promise<R>): Promise<Result<R>> {
  try {
    assertSameOrigin(await headers());
    return { ok: true, data: await run() };
  } catch (error) {
    return { ok: false, error: toFailure(asAppError(error, { requestId })) };
  }
}

const formKey = z.uuid("Este formulário está velho. Abra-o de novo.").optional();

/** Open screens hear of these and read what changed; to render the whole page again would cost many times the act. */
const aoVivo: readonly Area[] = ["agendamento"];

/**
 * A command as a server action: the only shape allowed in `actions.ts`. Answers with a result and never throws for what
 * a person can mend. `chave` is the form's idempotency key.
 */
export function action<S extends z.ZodType, R>(run: Command<S, R>) {
  return async (input: z.input<S>, chave?: string): Promise<Result<R>> => {
    const requestId = await currentRequestId();
    return answer(requestId, async () => {
      const actor = await currentUsuario();
      if (!actor) throw naoAutenticado();
      const call = { actor, requestId, chave: formKey.parse(chave), origin: await currentOrigin() };
      const data = await run(call, input);
      if (run.touches.some((area) => !aoVivo.includes(area))) refresh();
      return data;
    });
  };
}

/**
 * Where a form's `voltar` leads: a path of our own or the start, never to another site. Read as browsers read an address,
 * which drop tabs, turn `\\` into `/` and resolve `/..//`.
 */
export function destino(form: FormData): string {
  const home = "http://casa.invalid";
  const voltar = form.get("voltar");
  if (typeof voltar !== "string" || !voltar.startsWith("/") || !URL.canParse(voltar, home)) return "/";
  const { origin, pathname, search } = new URL(voltar, home);
  return origin === home && !pathname.startsWith("//") ? pathname + search : "/";
}

/**
 * A command as the action of a plain `<form>`, which works without JavaScript; for `acesso` only. Passwords are not
 * sent back with the other values.
 */
export function formAction<S extends z.ZodType, R>(
  run: Command<S, R>,
  { effect, to }: { effect?: (result: R) => Promise<void>; to: (result: R, form: FormData) => string },
) {
  return async (_: FormState, form: FormData): Promise<FormState> => {
    const requestId = await currentRequestId();
    const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
    const fields = texts.filter(([name]) => !name.startsWith("$"));
    const result = await answer(requestId, async () => {
      const actor = (await currentUsuario()) ?? anonimo;
      const data = await run({ actor, requestId, origin: await currentOrigin() }, Object.fromEntries(fields));
      await effect?.(data);
      return data;
    });
    if (result.ok) redirect(to(result.data, form));
    return { error: result.error, values: Object.fromEntries(fields.filter(([name]) => !/senha/i.test(name))) };
  };
}
