import type { Fatos, Procura, Quem } from "@/lib/domain/horarios";
import type { Lugar } from "@/lib/domain/impedimentos";

/**
 * What is free, decided as a person with a wall clock and much patience would: minute by minute, every question asked of
 * each minute anew. It shares nothing with the calculation that it judges.
 */

const relogios = new Map<string, Intl.DateTimeFormat>();
const lidos = new Map<string, { dia: string; minutos: number }>();

/** What the wall shows at a minute since the epoch. */
export function parede(minuto: number, fuso: string): { dia: string; minutos: number } {
  const chave = `${minuto} ${fuso}`;
  const lido = lidos.get(chave);
  if (lido) return lido;
  const opcoes = { timeZone: fuso, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const relogio =
    relogios.get(fuso) ?? new Intl.DateTimeFormat("sv-SE", { ...opcoes, hour: "2-digit", minute: "2-digit" });
  relogios.set(fuso, relogio);
  const [dia, hora] = relogio.format(new Date(minuto * 60_000)).split(" ");
  const [horas, minutos] = hora!.split(":").map(Number);
  const visto = { dia: dia!, minutos: horas! * 60 + minutos! };
  lidos.set(chave, visto);
  return visto;
}

const FERIADOS_FIXOS = ["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25"];

/** Of the years that the tests speak of; 20 November is one since 2024. */
const ehFeriado = (dia: string) =>
  FERIADOS_FIXOS.includes(dia.slice(5)) || dia === "2026-04-03" || (dia.endsWith("11-20") && dia >= "2024");

const depois = (dia: string, dias: number) => {
  const data = new Date(`${dia}T12:00:00Z`);
  data.setUTCDate(data.getUTCDate() + dias);
  return data.toISOString().slice(0, 10);
};
const dentro = (minutos: number, turnos: readonly (readonly [number, number])[]) =>
  turnos.some(([de, ate]) => minutos >= de && minutos < ate);

function empresaAberta(fatos: Fatos, minuto: number): boolean {
  const { dia, minutos } = parede(minuto, fatos.fuso);
  const semana = fatos.semana[new Date(`${dia}T12:00:00Z`).getUTCDay()]!;
  const excecao =
    fatos.excecoes.find((e) => !e.anual && e.data === dia) ??
    fatos.excecoes.find((e) => e.anual && e.data.slice(5) === dia.slice(5));
  if (excecao) return excecao.aberto && dentro(minutos, excecao.turnos ?? semana);
  if (fatos.feriadosFechados && ehFeriado(dia)) return false;
  return dentro(minutos, semana);
}

type Pessoa = Fatos["profissionais"][number];

function emprega(pessoa: Pessoa, dia: string): boolean {
  if (pessoa.admissao && dia < pessoa.admissao) return false;
  return !(pessoa.desligamento && dia > pessoa.desligamento);
}

function trabalha(fatos: Fatos, pessoa: Pessoa, minuto: number): boolean {
  const { dia, minutos } = parede(minuto, fatos.fuso);
  for (const { de, ate, semana } of pessoa.periodos) {
    const vale = (de === null || dia >= de) && (ate === null || dia <= ate);
    if (vale) return dentro(minutos, semana[new Date(`${dia}T12:00:00Z`).getUTCDay()]!);
  }
  return true;
}

/** What is against somebody's being taken in a minute, and what is against their serving somebody in it. */
function noMinuto(fatos: Fatos, pessoa: Pessoa, minuto: number, exceto: readonly number[]) {
  const longe = (um: { inicio: number; livreEm: number }) => minuto < um.inicio || minuto >= um.livreEm;
  const tomado: string[] = [];
  if (!pessoa.ocupados.every((um) => exceto.includes(um.agendamentoId) || longe(um))) tomado.push("ocupado");
  if (!pessoa.reservas.every(longe)) tomado.push("reservado");
  const servindo = [...tomado];
  if (pessoa.bloqueios.some((um) => minuto >= um.inicio && minuto < um.fim)) servindo.push("bloqueado");
  const aqui = emprega(pessoa, parede(minuto, fatos.fuso).dia);
  if (!aqui) servindo.push("inativo");
  if (!empresaAberta(fatos, minuto)) servindo.push("fechado");
  else if (aqui && !trabalha(fatos, pessoa, minuto)) servindo.push("fora_do_expediente");
  return { tomado, servindo };
}

const examinados = new WeakMap<Pessoa, Map<string, ReturnType<typeof noMinuto>>>();

function examinar(fatos: Fatos, pessoa: Pessoa, minuto: number, exceto: readonly number[]) {
  const seus = examinados.get(pessoa) ?? new Map<string, ReturnType<typeof noMinuto>>();
  examinados.set(pessoa, seus);
  const chave = `${minuto} ${exceto.join()}`;
  const visto = seus.get(chave) ?? noMinuto(fatos, pessoa, minuto, exceto);
  seus.set(chave, visto);
  return visto;
}

/** Every reason against a place, in no order; `basta`: one is enough. */
export function motivos(fatos: Fatos, lugar: Lugar, now: number, quem: Quem, basta = false): Set<string> {
  const achados = new Set<string>();
  const pessoa = fatos.profissionais.find((um) => um.id === lugar.funcionarioId)!;
  const { inicio, duracaoMinutos, preparoMinutos, exceto = [] } = lugar;
  const la = parede(inicio, fatos.fuso);

  if (inicio < now - (quem === "pessoa" ? 15 : 0)) achados.add("passado");
  else if (quem === "cliente") {
    if (inicio - now < fatos.antecedenciaMinutos) achados.add("sem_antecedencia");
    if (la.dia > depois(parede(now, fatos.fuso).dia, fatos.horizonteDias)) achados.add("alem_do_horizonte");
    if (la.minutos % fatos.gradeMinutos !== 0) achados.add("fora_da_grade");
  }
  if (!pessoa.ativo) achados.add("inativo");
  for (const id of lugar.servicos) {
    const ativo = fatos.servicos.find((um) => um.id === id)?.ativo;
    if (!ativo || !pessoa.faz.some((um) => um.servicoId === id)) achados.add("nao_faz");
  }
  for (let minuto = inicio; minuto < inicio + duracaoMinutos + preparoMinutos; minuto++) {
    if (basta && achados.size) return achados;
    const { tomado, servindo } = examinar(fatos, pessoa, minuto, exceto);
    for (const um of minuto < inicio + duracaoMinutos ? servindo : tomado) achados.add(um);
  }
  return achados;
}

/** The free starts as "day professional minute", sorted. */
export function livres(fatos: Fatos, procura: Procura, now: number): string[] {
  const achados: string[] = [];
  const { servicos, de, ate, exceto, quem = "cliente" } = procura;
  for (const pessoa of fatos.profissionais) {
    let [duracao, preparoMinutos] = [0, 0];
    for (const id of servicos) {
      const servico = fatos.servicos.find((um) => um.id === id);
      duracao += pessoa.faz.find((um) => um.servicoId === id)?.duracaoMinutos ?? servico?.duracaoMinutos ?? 0;
      preparoMinutos += servico?.preparoMinutos ?? 0;
    }
    const duracaoMinutos = procura.duracaoMinutos ?? duracao;
    const lugar = { funcionarioId: pessoa.id, duracaoMinutos, preparoMinutos, exceto, servicos };
    const primeiro = Date.parse(`${de}T00:00:00Z`) / 60_000 - 15 * 60;
    for (let inicio = primeiro; inicio < Date.parse(`${ate}T00:00:00Z`) / 60_000 + 40 * 60; inicio++) {
      const { dia, minutos } = parede(inicio, fatos.fuso);
      if (dia < de || dia > ate || minutos % fatos.gradeMinutos !== 0 || inicio < now) continue;
      if (motivos(fatos, { ...lugar, inicio }, now, quem, true).size === 0)
        achados.push(`${dia} ${pessoa.id} ${inicio}`);
    }
  }
  return achados.sort();
}
