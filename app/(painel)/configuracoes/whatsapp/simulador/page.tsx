import { Simulador } from "@/components/assistente/Simulador";
import { PageHeader } from "@/components/ui/page-header";
import { verConversa } from "@/lib/balcao/queries";
import { filtroConversasSchema } from "@/lib/balcao/schema";
import { naoEncontrado } from "@/lib/server/errors";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Simulador do WhatsApp" };

export default screen("/configuracoes/whatsapp/simulador", async ({ actor, search }) => {
  const { conversa: id } = filtroConversasSchema.parse(search);
  const conversa = id ? await verConversa(actor, id) : null;
  if (conversa && !conversa.teste) throw naoEncontrado();
  return (
    <>
      <PageHeader title="Simulador" back={{ href: "/configuracoes/whatsapp", label: "WhatsApp" }} />
      <Simulador conversa={conversa} />
    </>
  );
});
