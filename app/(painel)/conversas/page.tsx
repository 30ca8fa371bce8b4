import { Conversas } from "@/components/conversas/Conversas";
import { listarConversas, verConversa } from "@/lib/balcao/queries";
import { filtroConversasSchema } from "@/lib/balcao/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Conversas" };

export default screen("/conversas", async ({ actor, search }) => {
  const params = filtroConversasSchema.parse(search);
  const [lista, conversa, fuso] = await Promise.all([
    listarConversas(actor, params),
    params.conversa ? verConversa(actor, params.conversa) : null,
    fusoDaEmpresa(actor),
  ]);
  return <Conversas params={params} lista={lista} conversa={conversa} fuso={fuso} />;
});
