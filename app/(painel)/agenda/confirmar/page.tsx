import { AoVivo } from "@/components/agenda/AoVivo";
import { ConfirmarLista } from "@/components/agendamentos/ConfirmarLista";
import { PageHeader } from "@/components/ui/page-header";
import { enderecoDaAgendaSchema } from "@/lib/agenda/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { diaDoInstante, somarDias } from "@/lib/domain/tempo";
import { listarParaConfirmar } from "@/lib/marcacoes/queries";
import { screen } from "@/lib/server/screen";

export const metadata = { title: "Confirmar amanhã" };

export default screen("/agenda/confirmar", async ({ actor, search }) => {
  const hoje = diaDoInstante(new Date(), await fusoDaEmpresa(actor));
  const { dia = somarDias(hoje, 1) } = enderecoDaAgendaSchema.parse(search);
  const lista = await listarParaConfirmar(actor, dia);
  return (
    <>
      <AoVivo />
      <PageHeader
        back={{ href: "/agenda", label: "Agenda" }}
        title={dia === somarDias(hoje, 1) ? "Confirmar amanhã" : "Confirmar"}
      />
      <ConfirmarLista key={dia} {...lista} hoje={hoje} />
    </>
  );
});
