import { verArquivo } from "@/lib/configuracoes/queries";
import { anonimo } from "@/lib/server/actor";
import { toAppError } from "@/lib/server/errors";
import { readFile } from "@/lib/server/storage";

const ONE_YEAR_S = 31_536_000;

/** A kept file under the name that we gave it. What a name means never changes, so browsers need not ask again. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { tipo, ...place } = await verArquivo(anonimo, (await params).id);
    return new Response(new Uint8Array(await readFile(place)), {
      headers: {
        "content-type": tipo,
        "cache-control": `public, max-age=${ONE_YEAR_S}, immutable`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const status = toAppError(error)?.code === "nao_encontrado" ? 404 : 503;
    return new Response(null, { status, headers: { "cache-control": "no-store" } });
  }
}
