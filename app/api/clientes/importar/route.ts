import { importarClientes } from "@/lib/importacoes/commands";
import { conferirImportacao, lerClientes } from "@/lib/importacoes/queries";
import { pedidoImportacaoSchema } from "@/lib/importacoes/schema";
import { AppError } from "@/lib/server/errors";
import { progressResponse } from "@/lib/server/progress";
import { upload } from "@/lib/server/route";

/** Looks at a file of clients, or with `?gravar=boas|todas&sha256=` writes the one that was looked at. */
export const POST = upload("/api/clientes/importar", async ({ actor, call, request, bytes }) => {
  const { gravar, sha256 } = pedidoImportacaoSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  return progressResponse(call.requestId!, async (tell) => {
    const leitura = await lerClientes(actor, bytes, new Date(), (feitas, de) => tell("lendo", feitas, de));
    if (!gravar) return conferirImportacao(actor, leitura);
    if (leitura.sha256 !== sha256)
      throw new AppError("conflito", "O arquivo não é mais o que você conferiu. Confira de novo.");
    const { linhas, erradas } = leitura;
    const progress = (feitas: number, de: number) => tell("gravando", feitas, de);
    return importarClientes({ ...call, progress }, { modo: gravar, linhas, erradas: erradas.length });
  });
});
