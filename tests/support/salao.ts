import { horariosLivres, type Fatos } from "@/lib/domain/horarios";
import { minutoDaParede, naParede } from "@/lib/domain/tempo";
import { conversar } from "@/lib/domain/conversa/conversar";
import { inicial } from "@/lib/domain/conversa/estado";
import type { Estado, FatosDaConversa, MeuAgendamento, Parte, Pedido, Resultado } from "@/lib/domain/conversa/tipos";
import type { Semana } from "@/lib/domain/expediente";
import type { Roteiro, Salao } from "./roteiro";

const fuso = "America/Sao_Paulo";
const util: Semana[number] = [[540, 1_080]];
/** Open from Monday to Saturday; Bruno does not work on Mondays. */
export const semanaDoSalao: Semana = [[], util, util, util, util, util, [[540, 780]]];

/** Price null: after a look. `faz`: by whom. */
export const servicosDoSalao = [
  { id: 1, nome: "Corte feminino", preco: 8_000, tipo: "fixo", dura: 60, faz: ["Ana"] },
  { id: 2, nome: "Corte masculino", preco: 4_500, tipo: "fixo", dura: 30, faz: ["Ana", "Bruno"] },
  { id: 3, nome: "Barba", preco: 3_500, tipo: "fixo", dura: 30, faz: ["Bruno"] },
  { id: 4, nome: "Escova", preco: 6_000, tipo: "fixo", dura: 45, faz: ["Ana", "Carla"] },
  { id: 5, nome: "Manicure", preco: 3_500, tipo: "fixo", dura: 45, faz: ["Carla"] },
  { id: 6, nome: "Pedicure", preco: 4_000, tipo: "fixo", dura: 45, faz: ["Carla"] },
  { id: 7, nome: "Coloração", preco: 15_000, tipo: "a_partir_de", dura: 120, faz: ["Ana"] },
  { id: 8, nome: "Progressiva", preco: null, tipo: "sob_avaliacao", dura: 180, faz: ["Ana"] },
] as const;
export const pessoasDoSalao = ["Ana", "Bruno", "Carla"] as const;
const idDe = (nome: string) => pessoasDoSalao.findIndex((um) => um === nome) + 1;
const servicoDe = (nome: string) => servicosDoSalao.find((um) => um.nome === nome)!;
export const segundaFechada: Semana = [[], [], util, util, util, util, [[540, 780]]];

/** "2026-11-24 15:00" in minutes since the epoch. */
export function minuto(escrito: string): number {
  const [dia = "", hora = ""] = escrito.split(" ");
  const [horas = 0, minutos = 0] = hora.split(":").map(Number);
  return minutoDaParede(dia, horas * 60 + minutos, fuso);
}

export function escreverMinuto(em: number): string {
  const { dia, minutos } = naParede(em, fuso);
  return `${dia} ${String(Math.floor(minutos / 60)).padStart(2, "0")}:${String(minutos % 60).padStart(2, "0")}`;
}

type Marcado = Omit<MeuAgendamento, "partes"> & { cliente: number; partes: MeuAgendamento["partes"][number][] };

/** The salon in memory: the real calculation of free times over appointments in an array. */
export function salaoEmMemoria({
  quem = "Maria",
  agora = "2026-11-23 10:00",
  tem = [],
  ajuste,
}: Roteiro): Salao & { estado(): Estado; fatos(): FatosDaConversa } {
  let now = minuto(agora);
  let estado: Estado = inicial;
  let cliente: FatosDaConversa["cliente"] = quem === "Maria" ? { id: 1, nome: "Maria Souza" } : null;
  let recebeAvisos = true;
  let modo = "assistente";
  let proximo = 1;
  const marcados: Marcado[] = [];
  const reservas: { parte: Parte; ate: number }[] = [];

  const fim = ({ inicio, servicos }: Parte) =>
    inicio + servicos.reduce((total, id) => total + servicosDoSalao[id - 1]!.dura, 0);
  const guardar = (partes: readonly Parte[], dono: number, atendido: string | null = null) => {
    const feitas = partes.map((parte) => ({
      id: proximo++,
      inicio: parte.inicio,
      fim: fim(parte),
      profissionalId: parte.profissionalId,
      profissional: pessoasDoSalao[parte.profissionalId - 1]!,
      servicos: parte.servicos.map((id) => ({ id, nome: servicosDoSalao[id - 1]!.nome })),
    }));
    marcados.push({
      id: feitas[0]!.id,
      versao: 1,
      inicio: feitas[0]!.inicio,
      situacao: "agendado",
      atendido,
      cliente: dono,
      partes: feitas,
    });
  };
  for (const um of tem) {
    const [oQue = "", com = "", em = ""] = um.split("; ");
    guardar(
      [
        {
          profissionalId: idDe(com),
          inicio: minuto(em),
          servicos: oQue.split(" + ").map((nome) => servicoDe(nome).id),
        },
      ],
      1,
    );
  }

  const agenda = (exceto: readonly number[]): Fatos => ({
    fuso,
    semana: semanaDoSalao,
    feriadosFechados: true,
    excecoes: [],
    gradeMinutos: 30,
    antecedenciaMinutos: 60,
    horizonteDias: 60,
    servicos: servicosDoSalao.map(({ id, nome, dura }) => ({
      id,
      nome,
      ativo: true,
      duracaoMinutos: dura,
      preparoMinutos: 0,
    })),
    profissionais: pessoasDoSalao.map((nome, i) => ({
      id: i + 1,
      nome,
      ativo: true,
      admissao: null,
      desligamento: null,
      periodos: nome === "Bruno" ? [{ de: null, ate: null, semana: segundaFechada }] : [],
      faz: servicosDoSalao
        .filter(({ faz }) => (faz as readonly string[]).includes(nome))
        .map(({ id }) => ({ servicoId: id, duracaoMinutos: null })),
      ocupados: marcados
        .filter(({ situacao }) => situacao !== "cancelado")
        .flatMap(({ partes }) => partes)
        .filter((parte) => parte.profissionalId === i + 1 && !exceto.includes(parte.id))
        .map((parte) => ({ agendamentoId: parte.id, inicio: parte.inicio, fim: parte.fim, livreEm: parte.fim })),
      bloqueios: [],
      reservas: [],
    })),
  });
  const livre = (partes: readonly Parte[], exceto: readonly number[]) =>
    partes.every((parte) => {
      const { dia } = naParede(parte.inicio, fuso);
      const [livres] = horariosLivres(agenda(exceto), { servicos: parte.servicos, de: dia, ate: dia }, now);
      return livres!.profissionais.find(({ id }) => id === parte.profissionalId)?.inicios.includes(parte.inicio);
    });

  const fatos = (): FatosDaConversa => ({
    agora: now,
    empresa: { nome: "Salão da Célia", endereco: "Rua das Flores, 100, Centro", telefone: null },
    funcionamento: { fuso, semana: semanaDoSalao, feriadosFechados: true, excecoes: [] },
    horizonteDias: 60,
    prazoClienteMinutos: 120,
    assistente: {
      nome: "Lia",
      abertura: "",
      atendimentoHumano: [[], util, util, util, util, util, []],
      podeMarcar: true,
      podeRemarcar: true,
      podeCancelar: true,
      podeInformarPrecos: true,
      ...(ajuste?.assistente as object),
    },
    servicos: servicosDoSalao.map(({ id, nome, preco, tipo, dura }) => ({
      ...{ id, nome, precoTipo: tipo, precoCentavos: preco, duracaoMinutos: dura, preparoMinutos: 0 },
      marcavel: tipo !== "sob_avaliacao",
    })),
    profissionais: agenda([]).profissionais.map(({ id, nome, faz }) => ({
      ...{ id, nome },
      faz: faz.map(({ servicoId }) => ({ servicoId, duracaoMinutos: null, precoCentavos: null })),
    })),
    cliente,
    recebeAvisos,
    nomePerfil: quem === "sem nome" ? "🌸✨" : quem === "nova" ? "Joana Lima" : "Maria",
    sempre: quem === "Maria" ? { servicos: [1], profissionalId: 1 } : null,
    lembrete: (ajuste?.lembrete as number | undefined) ?? null,
  });

  const meus = () =>
    marcados.filter((um) => um.cliente === 1 && um.situacao !== "cancelado").sort((a, b) => a.inicio - b.inicio);
  function atender(pedido: Pedido): Resultado {
    const feito: Resultado = { tipo: "feito" };
    switch (pedido.tipo) {
      case "horarios":
        return {
          tipo: "horarios",
          livres: pedido.partes.map(({ servicos, duracaoMinutos }) => {
            const { de, ate } = pedido.dias;
            const dias = horariosLivres(agenda(pedido.exceto), { servicos, duracaoMinutos, de, ate }, now);
            return pessoasDoSalao.map((_, i) => ({
              profissionalId: i + 1,
              inicios: dias.flatMap(({ profissionais }) => profissionais.find(({ id }) => id === i + 1)?.inicios ?? []),
            }));
          }),
        };
      case "meusAgendamentos":
        return { tipo: "meusAgendamentos", agendamentos: meus().filter(({ inicio }) => inicio > now) };
      case "reservar":
        if (!livre(pedido.partes, pedido.exceto)) return { tipo: "recusado", motivo: "ocupado" };
        reservas.push(...pedido.partes.map((parte) => ({ parte, ate: now + 5 })));
        return feito;
      case "agendar":
        if (!livre(pedido.partes, [])) return { tipo: "recusado", motivo: "ocupado" };
        if (pedido.novoCliente) cliente = { id: 1, nome: pedido.novoCliente.nome };
        guardar(pedido.partes, 1, pedido.atendido);
        return feito;
      case "remarcar": {
        if (
          !livre(
            pedido.partes,
            pedido.alvo.partes.map(({ id }) => id),
          )
        )
          return { tipo: "recusado", motivo: "ocupado" };
        const antigo = marcados.findIndex(({ id }) => id === pedido.alvo.id);
        const [{ atendido }] = marcados.splice(antigo, 1) as [Marcado];
        guardar(pedido.partes, 1, atendido);
        return feito;
      }
      case "cancelar":
      case "confirmar":
        marcados.find(({ id }) => id === pedido.alvo.id)!.situacao =
          pedido.tipo === "cancelar" ? "cancelado" : "confirmado";
        return feito;
      case "chamarPessoa":
        modo = "esperando";
        return feito;
      case "avisos":
        recebeAvisos = pedido.recebe;
        return feito;
      case "liberar":
        return feito;
    }
  }

  return {
    async dizer(mensagem) {
      const saida = await conversar(estado, mensagem, fatos(), (pedido) => Promise.resolve(atender(pedido)));
      // As it comes back from the database.
      estado = JSON.parse(JSON.stringify(saida.estado)) as Estado;
      return saida.respostas;
    },
    avancar(minutos) {
      now += minutos;
    },
    ocupar(lugar) {
      const [com = "", dia = "", hora = ""] = lugar.split(" ");
      guardar([{ profissionalId: idDe(com), inicio: minuto(`${dia} ${hora}`), servicos: [1] }], 2);
      return Promise.resolve();
    },
    meus: () =>
      Promise.resolve(
        meus().flatMap(({ partes, situacao, atendido }) =>
          partes.map(
            (parte) =>
              `${parte.servicos.map(({ nome }) => nome).join(" + ")}; ${parte.profissional}; ${escreverMinuto(parte.inicio)}; ${situacao}${atendido ? `; ${atendido}` : ""}`,
          ),
        ),
      ),
    modo: () => Promise.resolve(modo),
    estado: () => estado,
    fatos,
  };
}
