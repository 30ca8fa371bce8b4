import { escreverDiaLongo, escreverDiaRelativo } from "./relogio";

type Confirmar = {
  /** How the client is called. */
  nome: string;
  empresa: string;
  /** Civil days: of the appointment, and today. */
  dia: string;
  hoje: string;
  partes: readonly { hora: string; servicos: string; profissional: string; atendido: string | null }[];
};

/** What the company writes to ask whether somebody comes: all parts of a visit in one message. */
export function textoDeConfirmacao({ nome, empresa, dia, hoje, partes }: Confirmar): string {
  const [primeiro] = nome.split(" ");
  const perto = escreverDiaRelativo(dia, hoje);
  const quando = ["hoje", "amanhã"].includes(perto) ? `${perto}, ${escreverDiaLongo(dia)}` : escreverDiaLongo(dia);
  const ditas = partes.map(
    ({ hora, servicos, profissional, atendido }) =>
      `${hora}, ${servicos} com ${profissional}${atendido ? ` (para ${atendido})` : ""}`,
  );
  return `Olá, ${primeiro}! Aqui é de ${empresa}. Você vem ${quando}? ${ditas.join("; ")}. Responda SIM para confirmar, ou diga se precisa mudar.`;
}

/** The address that opens a chat with this text ready. @param telefone E.164 */
export const enderecoDoWhatsApp = (telefone: string, texto: string) =>
  `https://wa.me/${telefone.slice(1)}?text=${encodeURIComponent(texto)}`;

/** What the company writes on a client's birthday. */
export const textoDeAniversario = ({ nome, empresa }: Pick<Confirmar, "nome" | "empresa">) =>
  `Feliz aniversário, ${nome.split(" ")[0]}! Um abraço de toda a equipe de ${empresa}.`;
