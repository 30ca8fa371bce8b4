import type { Failure, Result } from "@/lib/domain/result";

/** How far it is: `fase` is "enviando" while the file travels, then whatever the server calls its work. */
export type Sending = { fase: string; feitas: number; de: number };

type Line<R> = Sending | Result<R>;

const lost = (message: string): Failure => ({ code: "inesperado", message });

function read<R>(text: string): Line<R>[] {
  try {
    return text.split("\n").flatMap((line) => (line ? [JSON.parse(line) as Line<R>] : []));
  } catch {
    return [];
  }
}

/**
 * Posts one file as the body of a request and hears how far it is, on the way and, from an answer of JSON lines, in the
 * server's work. `fetch` does not tell the former.
 *
 * @returns the last line of the answer, or a failure that says that none came
 */
export function sendFile<R>(
  url: string,
  file: Blob,
  heard: (sending: Sending) => void,
  signal?: AbortSignal,
): Promise<Result<R>> {
  const request = new XMLHttpRequest();
  let seen = 0;
  function newLines() {
    const end = request.responseText.lastIndexOf("\n") + 1;
    const lines = read<R>(request.responseText.slice(seen, end));
    seen = Math.max(seen, end);
    const steps = lines.filter((line) => "fase" in line);
    if (steps.length) heard(steps.at(-1)!);
    return lines.find((line) => "ok" in line);
  }
  return new Promise((resolve) => {
    let last: Result<R> | undefined;
    const end = (failure: Failure) => resolve(last ?? { ok: false, error: failure });
    request.upload.onprogress = ({ loaded, total }) => heard({ fase: "enviando", feitas: loaded, de: total });
    request.onprogress = () => void (last ??= newLines());
    request.onload = () => {
      last ??= newLines();
      // Not lines but one object: an answer in one piece, or the refusal of the door.
      const [whole] = read<R>(request.responseText.replace(/\n/g, " ")) as (Partial<Result<R>> & { error?: Failure })[];
      if (whole?.ok) last ??= whole as Result<R>;
      // The proxy, which stands before the route, answers with the sentence alone.
      const sentence = request.getResponseHeader("content-type") === "text/plain" && request.responseText;
      end(whole?.error ?? lost(sentence || "O servidor não respondeu como devia. Tente de novo."));
    };
    signal?.addEventListener("abort", () => request.abort());
    request.onerror = request.onabort = () => end(lost("A conexão caiu no meio. Tente de novo."));
    request.open("POST", url);
    request.send(file);
  });
}
