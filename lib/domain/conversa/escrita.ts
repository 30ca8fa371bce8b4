import { naParede } from "@/lib/domain/tempo";
import { antes, terminar } from "./estado";
import { resumo } from "./falas";
import { chamar, procurar, segurar } from "./marcando";
import { oferecer } from "./ofertas";
import { fazer, nomeDe, textoDoCadastro } from "./perguntas";
import type { Estado, FatosDaConversa, Parte, Pedido, Resultado, Saida } from "./tipos";

/** After the free times were read. */
export const comHorarios = (
  estado: Estado,
  { livres }: Extract<Resultado, { tipo: "horarios" }>,
  fatos: FatosDaConversa,
) => oferecer(estado, livres, fatos, (partes) => segurar(estado, partes, fatos));

/** After a place was asked to be held. */
export function comReserva(estado: Estado, partes: Parte[], resultado: Resultado, fatos: FatosDaConversa): Saida {
  if (resultado.tipo === "feito") return fazer(estado, { tipo: "confirmar", partes }, fatos);
  return perdeu(estado, partes, fatos);
}

/** Somebody else has the place: what is nearest to it is looked for. */
function perdeu(estado: Estado, partes: Parte[], fatos: FatosDaConversa): Saida {
  const { dia, minutos } = naParede(partes[0]!.inicio, fatos.funcionamento.fuso);
  const rascunho = {
    ...estado.rascunho!,
    dias: { de: dia, ate: dia },
    horas: { de: minutos, ate: null },
    vistas: [partes[0]!.inicio],
  };
  return antes("Que pena, esse horário acabou de ser ocupado.", procurar(estado, rascunho, fatos));
}

/** The yes to what was shown. */
export function escrever(estado: Estado, partes: Parte[], fatos: FatosDaConversa): Saida {
  const rascunho = estado.rascunho!;
  const nome = nomeDe(rascunho, fatos);
  const novoCliente = fatos.cliente || !nome ? null : { nome, texto: textoDoCadastro(nome, fatos) };
  const pedido: Pedido = rascunho.alvo
    ? { tipo: "remarcar", alvo: rascunho.alvo, partes }
    : { tipo: "agendar", partes, atendido: rascunho.atendido, novoCliente };
  return { estado, respostas: [], pedido };
}

/** After it was written, or was not. */
export function comEscrita(estado: Estado, partes: Parte[], resultado: Resultado, fatos: FatosDaConversa): Saida {
  const rascunho = estado.rascunho!;
  if (resultado.tipo === "recusado" && resultado.motivo === "ocupado") return perdeu(estado, partes, fatos);
  if (resultado.tipo !== "feito")
    return antes(
      "Não consegui marcar por aqui.",
      chamar(estado, `não conseguiu ${rascunho.alvo ? "remarcar" : "marcar"}`),
    );
  const oQue = resumo(partes, rascunho.atendido, fatos);
  const verbo = rascunho.alvo ? "Remarcado" : "Marcado";
  const texto = `${verbo}! ${oQue}. Se precisar mudar, é só escrever aqui.`;
  const fim = terminar(estado, { texto });
  return { ...fim, estado: { ...fim.estado, feito: oQue } };
}
