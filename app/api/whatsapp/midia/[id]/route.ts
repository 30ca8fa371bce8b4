import { id } from "@/lib/domain/campos";
import { tipoServido } from "@/lib/domain/midia";
import { verMidia } from "@/lib/midias/queries";
import { naoEncontrado } from "@/lib/server/errors";
import { route } from "@/lib/server/route";
import { readFile } from "@/lib/server/storage";

/** A name that any header takes. */
const semAspas = (nome: string) => encodeURIComponent(nome).replace(/['()*]/g, escape);

/** What a client attached, for whoever answers clients. It never runs: a browser shows pictures, sounds and films alone. */
export const GET = route<{ id: string }>("/api/whatsapp/midia/[id]", async ({ actor, params }) => {
  const pedido = id.safeParse(Number(params.id));
  if (!pedido.success) throw naoEncontrado();
  const { tipo, nome, ...lugar } = await verMidia(actor, pedido.data);
  const { mostra } = tipoServido(tipo);
  return new Response(new Uint8Array(await readFile(lugar)), {
    headers: {
      "content-type": tipo,
      "content-disposition": `${mostra ? "inline" : "attachment"}${nome ? `; filename*=UTF-8''${semAspas(nome)}` : ""}`,
      "cache-control": "private, max-age=3600",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
