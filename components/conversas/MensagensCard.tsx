import { MessageCircle } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { MensagensDe } from "@/lib/balcao/queries";
import { ListaDeMensagens } from "./ListaDeMensagens";

/** The latest messages with a client, and the way to the conversation for whoever answers there. */
export function MensagensCard({ de, podeResponder }: { de: MensagensDe; podeResponder: boolean }) {
  if (!de.mensagens.length) return null;
  return (
    <Card
      title="Mensagens"
      actions={
        podeResponder &&
        de.conversaId && (
          <ButtonLink variant="secondary" href={`/conversas?conversa=${de.conversaId}`}>
            <MessageCircle aria-hidden />
            Abrir conversa
          </ButtonLink>
        )
      }
    >
      <ListaDeMensagens mensagens={de.mensagens} fuso={de.fuso} />
    </Card>
  );
}
