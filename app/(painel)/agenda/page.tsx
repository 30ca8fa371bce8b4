import { headers } from "next/headers";
import { Agenda } from "@/components/agenda/Agenda";
import { enderecoDaJanela, lerEndereco } from "@/components/agenda/endereco";
import { verJanela } from "@/lib/agenda/queries";
import { enderecoDaAgendaSchema, janelaSchema } from "@/lib/agenda/schema";
import { contarPendencias } from "@/lib/bloqueios/queries";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { pode, rotas } from "@/lib/domain/permissoes";
import { diaDoInstante } from "@/lib/domain/tempo";
import { screen } from "@/lib/server/screen";
import { isPhone } from "@/lib/server/user-agent";

export const metadata = { title: "Agenda" };

export default screen("/agenda", async ({ actor, search }) => {
  const now = new Date();
  const hoje = diaDoInstante(now, await fusoDaEmpresa(actor));
  const endereco = enderecoDaJanela(lerEndereco(enderecoDaAgendaSchema.parse(search), hoje));
  const pedido = janelaSchema.parse(Object.fromEntries(new URLSearchParams(endereco.split("?")[1])));
  const podeAgendar = pode(actor, rotas["/agenda/pendencias"].exige);
  const [janela, pendencias] = await Promise.all([
    verJanela(actor, pedido, now),
    podeAgendar ? contarPendencias(actor, now) : 0,
  ]);
  return (
    <Agenda
      lida={{ endereco, janela }}
      podeAgendar={podeAgendar}
      pendencias={pendencias}
      celular={isPhone(await headers())}
    />
  );
});
