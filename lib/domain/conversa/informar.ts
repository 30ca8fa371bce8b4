import { escreverSemana, escreverTurnos } from "@/lib/domain/expediente";
import { falarHora } from "@/lib/domain/frases";
import { dataEspecialDe, turnosDaEmpresa } from "@/lib/domain/jornada";
import { diaDaSemana, diasEntre, naParede, somarDias } from "@/lib/domain/tempo";
import { antes, terminar } from "./estado";
import { falarDia, falarPreco, hojeDe } from "./falas";
import { chamar } from "./marcando";
import { fazer } from "./perguntas";
import { comDito, type Lido } from "./rascunho";
import type { Estado, FatosDaConversa, Resposta, Saida } from "./tipos";

/** So many prices are told at once; more are asked for by name. */
const PRECOS = 20;

/** How a person is offered where a question of ours stands already. */
export const OU_ATENDENTE = "Se preferir, escreva ATENDENTE e uma pessoa responde por aqui.";

/** Says something, and asks again what was being asked. */
export function dizer(estado: Estado, texto: string, fatos: FatosDaConversa): Saida {
  if (estado.pergunta.tipo === "nada") return { estado, respostas: [{ texto }] };
  return antes(texto, fazer(estado, estado.pergunta, fatos));
}

export function responderPrecos(estado: Estado, lido: Lido, fatos: FatosDaConversa): Saida {
  if (!fatos.assistente.podeInformarPrecos) return chamar(estado, "perguntou preços");
  const ditos = [...lido.servicos, ...lido.duvidas.flat()];
  const doPedido = estado.rascunho?.servicos ?? [];
  const pedidos = fatos.servicos.filter(({ nome }) => ditos.includes(nome));
  const desta = pedidos.length ? pedidos : fatos.servicos.filter(({ id }) => doPedido.includes(id));
  const todos = desta.length ? desta : fatos.servicos;
  if (!todos.length) return chamar(estado, "perguntou preços");
  const mais = todos.length > PRECOS ? "\nTemos outros: escreva o nome." : "";
  const texto =
    todos
      .slice(0, PRECOS)
      .map(({ id }) => falarPreco(id, fatos))
      .join("\n") + mais;
  if (estado.pergunta.tipo !== "nada") return dizer(estado, texto, fatos);
  const rascunho = comDito(null, lido, fatos);
  if (!desta.length || !fatos.assistente.podeMarcar) return { estado, respostas: [{ texto }] };
  return antes(texto, fazer({ ...estado, rascunho }, { tipo: "quer_marcar" }, fatos));
}

export function responderFuncionamento(estado: Estado, { dias }: Lido, fatos: FatosDaConversa): Saida {
  const hoje = hojeDe(fatos);
  if (!dias) return dizer(estado, `Nosso horário: ${escreverSemana(fatos.funcionamento.semana)}.`, fatos);
  const linhas = diasEntre(dias.de, dias.ate)
    .slice(0, 7)
    .map((dia) => {
      const especial = dataEspecialDe(fatos.funcionamento, dia);
      const nome = especial ? ` (${especial.nome})` : "";
      return `${falarDia(dia, hoje)}${nome}: ${escreverTurnos(turnosDaEmpresa(fatos.funcionamento, dia))}`;
    });
  const texto = linhas.join("\n");
  return dizer(estado, texto.charAt(0).toUpperCase() + texto.slice(1), fatos);
}

export function responderEndereco(estado: Estado, fatos: FatosDaConversa): Saida {
  const { nome, endereco } = fatos.empresa;
  if (endereco) return dizer(estado, `${nome} fica em ${endereco}.`, fatos);
  return naoSei(estado, "Não tenho o endereço aqui.", fatos);
}

/** Says that something is not known and offers a person, without dropping what is being put together. */
export function naoSei(estado: Estado, texto: string, fatos: FatosDaConversa): Saida {
  if (estado.pergunta.tipo === "nada") return antes(texto, fazer(estado, { tipo: "pessoa" }, fatos));
  return dizer(estado, `${texto} ${OU_ATENDENTE}`, fatos);
}

const nomes = ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"];

/** From when on a person answers: "agora", "hoje a partir das 9h", "segunda a partir das 9h"; null: nobody does. */
function quandoAtende({
  agora,
  funcionamento: { fuso },
  assistente: { atendimentoHumano },
}: FatosDaConversa): string | null {
  const { dia, minutos } = naParede(agora, fuso);
  for (let adiante = 0; adiante <= 7; adiante++) {
    const este = somarDias(dia, adiante);
    const turnos = atendimentoHumano[diaDaSemana(este)] ?? [];
    if (!adiante && turnos.some(([de, ate]) => de <= minutos && minutos < ate)) return "agora";
    const [turno] = turnos.filter(([de]) => adiante > 0 || de > minutos).sort(([a], [b]) => a - b);
    if (!turno) continue;
    const quando = adiante === 0 ? "hoje" : adiante === 1 ? "amanhã" : nomes[diaDaSemana(este)]!;
    return `${quando} a partir das ${falarHora(turno[0])}`;
  }
  return null;
}

/** After a person was called: who answers, and when. What was understood stays for them. */
export function comPessoa(estado: Estado, fatos: FatosDaConversa): Saida {
  const quando = quandoAtende(fatos);
  const texto =
    quando === "agora" || quando === null
      ? "Chamei uma pessoa da equipe. Ela responde por aqui; para voltar a falar comigo, escreva MENU."
      : `Deixei o recado para a equipe, que responde por aqui ${quando}. Para voltar a falar comigo, escreva MENU.`;
  return {
    estado: { ...estado, pergunta: { tipo: "nada" }, ficha: estado.ficha + 1, naoEntendidas: 0 },
    respostas: [{ texto }],
  };
}

/** After somebody opted out of messages, or in again. */
export function comAvisos(estado: Estado, recebe: boolean): Saida {
  const texto = recebe
    ? "Pronto, você volta a receber avisos e lembretes por aqui."
    : "Pronto, não envio mais avisos nem lembretes. Seus horários continuam marcados. Para voltar a receber, escreva VOLTAR.";
  return terminar(estado, { texto });
}

/** What was sent cannot be read here. */
export function responderMidia(estado: Estado, que: "audio" | "imagem" | "outra", fatos: FatosDaConversa): Saida {
  const texto = {
    audio: "Ainda não consigo ouvir áudios. Pode escrever?",
    imagem: "Ainda não consigo ver imagens. Pode escrever?",
    outra: "Ainda não consigo abrir o que você mandou. Pode escrever?",
  }[que];
  const saida = dizer(estado, `${texto} Se preferir, escreva ATENDENTE e uma pessoa vê por aqui.`, fatos);
  return estado.pergunta.tipo === "nada" ? comBotaoDePessoa(saida) : saida;
}

function comBotaoDePessoa({ respostas, ...saida }: Saida): Saida {
  const botoes = [{ id: "v1.menu.falar com atendente", titulo: "Falar com alguém" }];
  return { ...saida, respostas: respostas.map((uma): Resposta => ({ ...uma, botoes })) };
}
