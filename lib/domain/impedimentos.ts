import { motivosDeBloqueio } from "./agenda";
import { escreverMinutos } from "./duracao";
import { falarHora, falarMomento } from "./frases";
import { fazTodos, fimDoHorizonte, type Fatos, type Profissional, type Quem } from "./horarios";
import { escreverDia } from "./instantes";
import { cruzar, seEncontram, subtrair, unir, type Intervalo } from "./intervalos";
import { aberto, dataEspecialDe, trabalhado, trabalhaAqui, turnosDaEmpresa, turnosProprios } from "./jornada";
import { escreverTurnos } from "./expediente";
import { leituraDaAgenda, type Exigencia } from "./permissoes";
import { diaDaSemana, diasEntre, naParede } from "./tempo";

export type ChaveImpedimento =
  | "passado"
  | "sem_antecedencia"
  | "alem_do_horizonte"
  | "fora_da_grade"
  | "fechado"
  | "fora_do_expediente"
  | "bloqueado"
  | "ocupado"
  | "reservado"
  | "nao_faz"
  | "inativo";

/** Where whoever meets `exige` can change it. */
type Conserto = { rotulo: string; href: string; exige: Exigencia };

export type Impedimento = {
  chave: ChaveImpedimento;
  /** One sentence in Portuguese for who works here; a client is not told why somebody is away. */
  frase: string;
  /** The minute since the epoch from which it no longer stands in the way, where that is known. */
  ate?: number;
  /** The appointment or the block that stands in the way. */
  id?: number;
  conserto?: Conserto;
};

/** A place in somebody's agenda; `inicio` in minutes since the epoch, `exceto` are appointments that do not count. */
export type Lugar = {
  funcionarioId: number;
  inicio: number;
  duracaoMinutos: number;
  preparoMinutos: number;
  servicos: readonly number[];
  exceto?: readonly number[];
};

/** So long after its beginning somebody may still write down what just began. */
const TOLERANCIA_MINUTOS = 15;

const regras = { rotulo: "Mudar as regras", href: "/configuracoes/horarios#regras", exige: "master" } as const;
const horarios = { rotulo: "Mudar os horários", href: "/configuracoes/horarios", exige: "master" } as const;
const ficha = ({ id, nome }: Profissional) =>
  ({ rotulo: `Abrir a ficha de ${nome}`, href: `/funcionarios/${id}`, exige: "pode_cadastrar_funcionario" }) as const;

const plural = ["aos domingos", "às segundas", "às terças", "às quartas", "às quintas", "às sextas", "aos sábados"];

type Exame = { fatos: Fatos; lugar: Lugar; now: number; quem: Quem; profissional: Profissional; dias: string[] };

function doTempo({ fatos, lugar: { inicio }, now, quem }: Exame): Impedimento[] {
  const { fuso, antecedenciaMinutos, horizonteDias, gradeMinutos } = fatos;
  const tolerancia = quem === "pessoa" ? TOLERANCIA_MINUTOS : 0;
  if (inicio < now - tolerancia) return [{ chave: "passado", frase: "Este horário já passou." }];
  if (quem === "pessoa") return [];
  const achados: Impedimento[] = [];
  const cedo = now + antecedenciaMinutos;
  if (inicio < cedo) {
    const frase = `É preciso marcar com ${escreverMinutos(antecedenciaMinutos)} de antecedência: a partir de ${falarMomento(cedo, inicio, fuso)}.`;
    achados.push({ chave: "sem_antecedencia", frase, ate: cedo, conserto: regras });
  }
  const fim = fimDoHorizonte(fatos, now);
  if (inicio >= fim) {
    const dias = horizonteDias === 1 ? "1 dia" : `${horizonteDias} dias`;
    const frase = `A agenda abre com ${dias} de antecedência: hoje, até ${escreverDia(naParede(fim - 1, fuso).dia)}.`;
    achados.push({ chave: "alem_do_horizonte", frase, conserto: regras });
  }
  const { minutos } = naParede(inicio, fuso);
  const resto = minutos % gradeMinutos;
  if (resto) {
    const vizinhos = [minutos - resto, minutos - resto + gradeMinutos].map((m) => falarHora(m % 1_440)).join(" ou ");
    const frase = `Os horários são de ${escreverMinutos(gradeMinutos)} em ${escreverMinutos(gradeMinutos)}: ${vizinhos}.`;
    achados.push({ chave: "fora_da_grade", frase, conserto: regras });
  }
  return achados;
}

function daPessoa({ fatos, lugar, profissional, dias }: Exame): Impedimento[] {
  const achados: Impedimento[] = [];
  const { nome, ativo, admissao, desligamento } = profissional;
  const conserto = ficha(profissional);
  if (!ativo)
    achados.push({ chave: "inativo", frase: `${nome} não atende mais: o cadastro está desativado.`, conserto });
  else if (admissao && dias[0]! < admissao)
    achados.push({ chave: "inativo", frase: `${nome} só começa em ${escreverDia(admissao)}.`, conserto });
  else if (desligamento && dias.at(-1)! > desligamento)
    achados.push({ chave: "inativo", frase: `${nome} trabalha aqui só até ${escreverDia(desligamento)}.`, conserto });
  const nomeDe = (id: number) => fatos.servicos.find((servico) => servico.id === id)?.nome ?? "este serviço";
  const faltam = lugar.servicos.filter((id) => !fazTodos(fatos, profissional, [id]));
  if (faltam.length) {
    const parado = faltam.find((id) => fatos.servicos.some((servico) => servico.id === id && !servico.ativo));
    achados.push(
      parado === undefined
        ? { chave: "nao_faz", frase: `${nome} não faz ${faltam.map(nomeDe).join(" nem ")}.`, conserto }
        : {
            chave: "nao_faz",
            frase: `O serviço ${nomeDe(parado)} está desativado.`,
            conserto: { rotulo: "Abrir o serviço", href: `/servicos/${parado}`, exige: "master" },
          },
    );
  }
  return achados;
}

function porqueFechado(fatos: Fatos, dia: string): string {
  const especial = dataEspecialDe(fatos, dia);
  const turnos = turnosDaEmpresa(fatos, dia);
  if (turnos.length) {
    const quando = especial ? `em ${escreverDia(dia)} (${especial.nome})` : plural[diaDaSemana(dia)];
    return `Fechado neste horário: ${quando} abre das ${escreverTurnos(turnos)}.`;
  }
  if (especial) return `Fechado: ${especial.nome}, ${escreverDia(dia)}.`;
  return `Fechado: a empresa não abre ${plural[diaDaSemana(dia)]}.`;
}

function dasHoras({ fatos, lugar, profissional, dias }: Exame): Impedimento[] {
  const inteiro: Intervalo[] = [[lugar.inicio, lugar.inicio + lugar.duracaoMinutos]];
  const abertos = dias.map((dia) => ({ dia, em: aberto(fatos, dia) }));
  const daEmpresa = unir(abertos.flatMap(({ em }) => em));
  const achados: Impedimento[] = [];
  const [fechado] = subtrair(inteiro, daEmpresa);
  if (fechado) {
    const frase = porqueFechado(fatos, naParede(fechado[0], fatos.fuso).dia);
    achados.push({ chave: "fechado", frase, conserto: horarios });
  }
  const empregado = abertos.filter(({ dia }) => trabalhaAqui(profissional, dia));
  const proprias = unir(empregado.flatMap(({ dia, em }) => trabalhado(profissional, dia, fatos.fuso, em)));
  const devidas = cruzar(inteiro, unir(empregado.flatMap(({ em }) => em)));
  const [fora] = subtrair(devidas, proprias);
  if (fora) {
    const { dia } = naParede(fora[0], fatos.fuso);
    const turnos = turnosProprios(profissional, dia) ?? [];
    const quando = `${plural[diaDaSemana(dia)]}${turnos.length ? ` fora das ${escreverTurnos(turnos)}` : ""}`;
    achados.push({
      chave: "fora_do_expediente",
      frase: `${profissional.nome} não trabalha ${quando}.`,
      conserto: horarios,
    });
  }
  return achados;
}

function doQueJaHa({ fatos: { fuso }, lugar, profissional }: Exame): Impedimento[] {
  const { inicio, duracaoMinutos, preparoMinutos, exceto = [] } = lugar;
  const { nome } = profissional;
  const atendimento: Intervalo = [inicio, inicio + duracaoMinutos];
  const todo: Intervalo = [inicio, inicio + duracaoMinutos + preparoMinutos];
  const momento = (minuto: number) => falarMomento(minuto, inicio, fuso);

  const bloqueios = profissional.bloqueios
    .filter((um) => seEncontram(atendimento, [um.inicio, um.fim]))
    .map(({ bloqueioId: id, motivo, descricao, fim }): Impedimento => {
      const porque = motivosDeBloqueio[motivo].toLowerCase() + (descricao ? ` (${descricao})` : "");
      const frase = `Bloqueio até ${momento(fim)}: ${porque}.`;
      const conserto = { rotulo: "Abrir o bloqueio", href: endereco("bloqueio", id), exige: "pode_agendar" } as const;
      return { chave: "bloqueado", frase, ate: fim, id, conserto };
    });
  const ocupados = profissional.ocupados
    .filter((um) => !exceto.includes(um.agendamentoId) && seEncontram(todo, [um.inicio, um.livreEm]))
    .map(({ agendamentoId: id, livreEm }): Impedimento => {
      const frase = `${nome} já tem um atendimento até ${momento(livreEm)}.`;
      const conserto = {
        rotulo: "Abrir o agendamento",
        href: endereco("abrir", id),
        exige: leituraDaAgenda,
      } as const;
      return { chave: "ocupado", frase, ate: livreEm, id, conserto };
    });
  const reservas = profissional.reservas
    .filter((um) => seEncontram(todo, [um.inicio, um.livreEm]))
    .map(({ expiraEm }): Impedimento => {
      const frase = `Alguém está marcando este horário. Se desistir, ele fica livre em até 5 minutos.`;
      return { chave: "reservado", frase, ate: expiraEm };
    });
  return [...bloqueios, ...ocupados, ...reservas];

  function endereco(chave: "abrir" | "bloqueio", id: number) {
    return `/agenda?dia=${naParede(inicio, fuso).dia}&profissional=${profissional.id}&${chave}=${id}`;
  }
}

/**
 * Everything that stands in the way of an appointment at a place, the nearest cause first; none: it is free. The facts
 * must cover the place and its preparation time. A `pessoa` is bound by neither notice, horizon nor grid.
 *
 * @param now minutes since the epoch
 */
export function impedimentos(fatos: Fatos, lugar: Lugar, now: number, quem: Quem): Impedimento[] {
  const profissional = fatos.profissionais.find(({ id }) => id === lugar.funcionarioId);
  if (!profissional) return [{ chave: "inativo", frase: "Este profissional não está mais no cadastro." }];
  const ultimo = lugar.inicio + Math.max(lugar.duracaoMinutos, 1) - 1;
  const dias = diasEntre(naParede(lugar.inicio, fatos.fuso).dia, naParede(ultimo, fatos.fuso).dia);
  const exame = { fatos, lugar, now, quem, profissional, dias };
  return [doTempo, daPessoa, dasHoras, doQueJaHa].flatMap((examinar) => examinar(exame));
}
