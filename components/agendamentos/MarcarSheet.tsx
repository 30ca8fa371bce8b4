"use client";

import { Awaiting } from "@/components/ui/awaiting";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { useRead } from "@/components/ui/use-read";
import type { ClienteParaAgendar, Marcacao } from "@/lib/marcacoes/queries";
import { enderecoDoCliente } from "./enderecos";
import { doQueHa, type Inicial } from "./marcar/formulario";
import { MarcarForm } from "./marcar/MarcarForm";

export type MarcarSheetProps = {
  inicial: Inicial;
  onClose: () => void;
};

/** Books: an appointment, a walk-in who is here (`agora`), or a visit of several professionals. */
export default function MarcarSheet({ inicial, onClose }: MarcarSheetProps) {
  const { clienteId } = inicial;
  const { data: marcacao, ...form } = useRead<Marcacao>("/api/agenda/marcacao");
  const { data: achados, ...quem } = useRead<{ clientes: ClienteParaAgendar[] }>(
    clienteId ? enderecoDoCliente(clienteId) : null,
  );
  if (marcacao && (achados || !clienteId)) {
    const completo = doQueHa(inicial, marcacao.profissionais, achados?.clientes[0]);
    return <MarcarForm inicial={completo} marcacao={marcacao} onClose={onClose} />;
  }
  const again = () => {
    form.again();
    quem.again();
  };
  return (
    <Dialog open place="screen" onClose={onClose} title={inicial.agora ? "Chegou agora" : "Novo agendamento"}>
      <DialogBody>
        <Awaiting failure={form.failure ?? quem.failure} again={again} />
      </DialogBody>
    </Dialog>
  );
}
