"use client";

import { genUploader } from "uploadthing/client";
import type { Sending } from "@/components/ui/send-file";
import type { ErrorCode, Result } from "@/lib/domain/result";

const { uploadFiles } = genUploader<never>({ url: "/api/uploadthing" });

/** As `sendFile`, by way of UploadThing: straight to its servers, which then tell ours. */
export async function sendToUploadThing<R>(
  file: Blob,
  heard: (sending: Sending) => void,
  signal: AbortSignal,
): Promise<Result<R>> {
  try {
    const [sent] = await uploadFiles(
      "file" as never,
      {
        files: [new File([file], "arquivo", { type: "application/octet-stream" })],
        onUploadProgress: ({ loaded }: { loaded: number }) =>
          heard({ fase: "enviando", feitas: Math.min(loaded, file.size), de: file.size }),
        signal,
      } as never,
    );
    return (sent as unknown as { serverData: Result<R> }).serverData;
  } catch (error) {
    const refused = error instanceof Error && "code" in error && error.code === "FORBIDDEN";
    const code: ErrorCode = refused ? "sem_permissao" : "inesperado";
    const message = refused ? error.message : "O arquivo não chegou ao UploadThing. Envie de novo.";
    return { ok: false, error: { code, message } };
  }
}
