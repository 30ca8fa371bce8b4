import { headers } from "next/headers";
import { Suspense } from "react";
import { Agenda } from "@/components/agenda/Agenda";
import { enderecoDaJanela, lerEndereco } from "@/components/agenda/endereco";
import { CalendarSkeleton } from "@/components/ui/skeleton";
import { verJanela } from "@/lib/agenda/queries";
import { enderecoDaAgendaSchema, janelaSchema } from "@/lib/agenda/schema";
import { contarFalhas } from "@/lib/balcao/queries";
import { contarPendencias } from "@/lib/bloqueios/queries";
import { empresaDaTela } from "@/lib/configuracoes/queries";
import { pode, rotas } from "@/lib/domain/permissoes";
import { diaDoInstante } from "@/lib/domain/tempo";
import type { Usuario } from "@/lib/server/actor";
import { screen } from "@/lib/server/screen";
import { afterShell } from "@/lib/server/shell";
import { isPhone } from "@/lib/server/user-agent";

export const metadata = { title: "Agenda" };

type CorpoProps = { actor: Usuario; now: Date; endereco: string; celular: boolean };

async function Corpo({ actor, now, endereco, celular }: CorpoProps) {
  await afterShell();
  const pedido = janelaSchema.parse(Object.fromEntries(new URLSearchParams(endereco.split("?")[1])));
  const podeAgendar = pode(actor, rotas["/agenda/pendencias"].exige);
  const [janela, pendencias, naoSairam] = await Promise.all([
    verJanela(actor, pedido, now),
    podeAgendar ? contarPendencias(actor, now) : 0,
    pode(actor, rotas["/agenda/mensagens"].exige) ? contarFalhas(actor) : null,
  ]);
  const lida = { endereco, janela };
  return <Agenda {...{ lida, podeAgendar, pendencias, naoSairam, celular }} />;
}

export default screen("/agenda", async ({ actor, search }) => {
  const now = new Date();
  const hoje = diaDoInstante(now, (await empresaDaTela()).fuso);
  const endereco = enderecoDaJanela(lerEndereco(enderecoDaAgendaSchema.parse(search), hoje));
  return (
    <Suspense fallback={<CalendarSkeleton />}>
      <Corpo actor={actor} now={now} endereco={endereco} celular={isPhone(await headers())} />
    </Suspense>
  );
});
