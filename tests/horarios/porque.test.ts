import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  agendamentos,
  bloqueios,
  configuracaoEmpresa,
  excecoes,
  expedientes,
  funcionarios,
  reservas,
} from "@/db/schema";
import type { Tx } from "@/db/client";
import { horariosLivres, porQueNao } from "@/lib/horarios/queries";
import type { PedidoDeMotivo } from "@/lib/horarios/schema";
import type { Usuario } from "@/lib/server/actor";
import {
  as,
  bloqueado,
  comercial,
  empresa,
  excecao,
  marcado,
  novoServico,
  profissional,
  reservado,
  semanaDaEmpresa,
} from "../support/horarios";
import { contratar, recusaDe } from "../support/people";
import { comoSistema } from "../support/sql";

/** A Tuesday on which nothing is unusual, and the day before. */
const TERCA = "2027-03-16";
const AGORA = as("2027-03-15", "10:00");
const as14 = as(TERCA, "14:00");

let celia: Usuario;
let carla: Usuario;
let corte: number;
let luzes: number;
let ana: number;
beforeAll(async () => {
  [celia, carla] = [await contratar("Dona Célia"), await contratar("Carla")];
  [corte, luzes] = [(await novoServico()).id, (await novoServico({ nome: "Luzes" })).id];
  await semanaDaEmpresa(comercial);
});
beforeEach(async () => {
  await empresa({ antecedenciaMinutos: 60, horizonteDias: 60, gradeMinutos: 15, feriadosFechados: true });
  ana = await profissional("Ana", { faz: [corte] });
});

const porque = (mudancas: Partial<PedidoDeMotivo> = {}, actor = celia, now = AGORA) =>
  porQueNao(actor, { servicos: [corte], funcionario: ana, inicio: as14, ...mudancas }, now);

async function oferecido(inicio: Date, servicos = [corte], now = AGORA) {
  const dia = inicio.toISOString().slice(0, 10);
  const { dias } = await horariosLivres(celia, { servicos, funcionario: ana, de: dia, ate: dia }, now);
  return dias
    .flatMap(({ profissionais }) => profissionais.flatMap(({ inicios }) => inicios))
    .includes(inicio.toISOString());
}

test("num horário livre não há motivo, e ele é oferecido", async () => {
  expect(await porque()).toEqual([]);
  expect(await oferecido(as14)).toBe(true);
});

type Caso = {
  inicio?: Date;
  servicos?: () => number[];
  prepara?: () => Promise<unknown>;
  chave: string;
  frase: string;
  /** Where the fix is made. */
  em?: RegExp;
  /** What is done there. */
  conserta?: (tx: Tx) => Promise<unknown>;
};

const regras = (valores: Partial<typeof configuracaoEmpresa.$inferInsert>) => (tx: Tx) =>
  tx.update(configuracaoEmpresa).set(valores);
const aSemana = (turno: [number, number]) => (tx: Tx) =>
  tx.update(expedientes).set({ semana: Array<[number, number][]>(7).fill([turno]) });

const casos: Record<string, Caso> = {
  "já passou": { inicio: as("2027-03-15", "09:45"), chave: "passado", frase: "Este horário já passou." },
  "em cima da hora": {
    inicio: as("2027-03-15", "10:30"),
    chave: "sem_antecedencia",
    frase: "É preciso marcar com 1 h de antecedência: a partir de 11h.",
    em: /^\/configuracoes\/horarios/,
    conserta: regras({ antecedenciaMinutos: 0 }),
  },
  "longe demais": {
    inicio: as("2027-05-18", "14:00"),
    chave: "alem_do_horizonte",
    frase: "A agenda abre com 60 dias de antecedência: hoje, até 14/05/2027.",
    em: /^\/configuracoes\/horarios/,
    conserta: regras({ horizonteDias: 90 }),
  },
  "entre dois horários": {
    inicio: as(TERCA, "14:05"),
    chave: "fora_da_grade",
    frase: "Os horários são de 15 min em 15 min: 14h ou 14h15.",
    em: /^\/configuracoes\/horarios/,
    conserta: regras({ gradeMinutos: 5 }),
  },
  "um feriado": {
    inicio: as("2027-04-21", "14:00"),
    chave: "fechado",
    frase: "Fechado: Tiradentes, 21/04/2027.",
    em: /^\/configuracoes\/horarios/,
    conserta: (tx) =>
      tx.insert(excecoes).values({ data: "2027-04-21", nome: "Tiradentes", origem: "nacional", aberto: true }),
  },
  "um dia da semana em que não se abre": {
    inicio: as("2027-03-21", "14:00"),
    chave: "fechado",
    frase: "Fechado: a empresa não abre aos domingos.",
    em: /^\/configuracoes\/horarios/,
    conserta: aSemana([0, 1_440]),
  },
  "uma data da empresa": {
    prepara: () => excecao({ data: TERCA, nome: "Inventário", origem: "empresa", aberto: true, turnos: [[540, 720]] }),
    chave: "fechado",
    frase: "Fechado neste horário: em 16/03/2027 (Inventário) abre das 09:00 às 12:00.",
    em: /^\/configuracoes\/horarios/,
    conserta: (tx) => tx.delete(excecoes),
  },
  "passa da hora de fechar": {
    inicio: as(TERCA, "17:45"),
    chave: "fechado",
    frase: "Fechado neste horário: às terças abre das 09:00 às 18:00.",
    em: /^\/configuracoes\/horarios/,
    conserta: aSemana([540, 1_200]),
  },
  "fora do expediente dela": {
    prepara: () =>
      comoSistema((tx) =>
        tx.insert(expedientes).values({ funcionarioId: ana, de: "2027-03-01", semana: Array(7).fill([[540, 840]]) }),
      ),
    chave: "fora_do_expediente",
    frase: "Ana não trabalha às terças fora das 09:00 às 14:00.",
    em: /^\/configuracoes\/horarios/,
    conserta: (tx) => tx.delete(expedientes).where(eq(expedientes.funcionarioId, ana)),
  },
  "um bloqueio dela": {
    prepara: () =>
      bloqueado({ funcionarioId: ana, inicio: as(TERCA, "13:00"), fim: as("2027-03-18", "18:00"), motivo: "ferias" }),
    chave: "bloqueado",
    frase: "Bloqueio até 18h de 18/03/2027: férias.",
    em: /^\/agenda\?dia=2027-03-16&profissional=\d+&bloqueio=\d+$/,
    conserta: (tx) => tx.delete(bloqueios),
  },
  "um bloqueio de todos": {
    prepara: () =>
      bloqueado({ inicio: as(TERCA, "14:00"), fim: as(TERCA, "15:30"), motivo: "outro", descricao: "Falta de luz" }),
    chave: "bloqueado",
    frase: "Bloqueio até 15h30: outro (Falta de luz).",
    em: /^\/agenda\?.*bloqueio=\d+$/,
    conserta: (tx) => tx.delete(bloqueios),
  },
  "outro atendimento": {
    prepara: () =>
      marcado({ funcionarioId: ana, inicio: as(TERCA, "14:15"), fim: as(TERCA, "15:00"), livreEm: as(TERCA, "15:10") }),
    chave: "ocupado",
    frase: "Ana já tem um atendimento até 15h10.",
    em: /^\/agenda\?dia=2027-03-16&profissional=\d+&abrir=\d+$/,
    conserta: (tx) => tx.update(agendamentos).set({ situacao: "faltou" }).where(eq(agendamentos.funcionarioId, ana)),
  },
  "alguém o segura": {
    prepara: () =>
      reservado({
        ...{ funcionarioId: ana, inicio: as14, livreEm: as(TERCA, "14:30"), dono: "usuario:999" },
        expiraEm: new Date(AGORA.getTime() + 60_000),
      }),
    chave: "reservado",
    frase: "Alguém está marcando este horário. Se desistir, ele fica livre em até 5 minutos.",
    conserta: (tx) => tx.delete(reservas),
  },
  "um serviço que ela não faz": {
    servicos: () => [luzes],
    chave: "nao_faz",
    frase: "Ana não faz Luzes.",
    em: /^\/funcionarios\/\d+$/,
    conserta: (tx) =>
      tx.execute(sql`insert into funcionario_servicos (funcionario_id, servico_id) values (${ana}, ${luzes})`),
  },
  "não trabalha mais aqui": {
    prepara: () => comoSistema((tx) => tx.update(funcionarios).set({ ativo: false }).where(eq(funcionarios.id, ana))),
    chave: "inativo",
    frase: "Ana não atende mais: o cadastro está desativado.",
    em: /^\/funcionarios\/\d+$/,
    conserta: (tx) => tx.update(funcionarios).set({ ativo: true }).where(eq(funcionarios.id, ana)),
  },
  "já terá saído": {
    prepara: () =>
      comoSistema((tx) => tx.update(funcionarios).set({ desligamento: "2027-03-15" }).where(eq(funcionarios.id, ana))),
    chave: "inativo",
    frase: "Ana trabalha aqui só até 15/03/2027.",
    em: /^\/funcionarios\/\d+$/,
    conserta: (tx) => tx.update(funcionarios).set({ desligamento: null }).where(eq(funcionarios.id, ana)),
  },
};

test.each(Object.entries(casos))("%s: o motivo, e o conserto o torna livre", async (_nome, caso) => {
  const { inicio = as14, servicos = () => [corte], prepara, chave, frase, em, conserta } = caso;
  await prepara?.();
  const achados = await porque({ inicio, servicos: servicos() });
  expect(achados).toMatchObject([{ chave, frase }]);
  expect(await oferecido(inicio, servicos())).toBe(false);
  expect(achados[0]?.conserto?.href ?? "").toMatch(em ?? /^$/);
  if (!conserta) return;
  await comoSistema(conserta);
  expect(await porque({ inicio, servicos: servicos() })).toEqual([]);
  expect(await oferecido(inicio, servicos())).toBe(true);
  await comoSistema((tx) => tx.delete(excecoes));
  await semanaDaEmpresa(comercial);
});

test("todos os motivos têm um lugar acima", () => {
  const chaves = new Set(Object.values(casos).map(({ chave }) => chave));
  expect([...chaves].sort()).toEqual(
    ["alem_do_horizonte", "bloqueado", "fechado", "fora_da_grade", "fora_do_expediente", "inativo", "nao_faz"].concat([
      "ocupado",
      "passado",
      "reservado",
      "sem_antecedencia",
    ]),
  );
});

test("o conserto só se oferece a quem pode fazê-lo", async () => {
  await bloqueado({ funcionarioId: ana, inicio: as14, fim: as(TERCA, "15:00"), motivo: "folga" });
  const lugar = { inicio: as(TERCA, "14:05"), servicos: [luzes] };
  const ofertas = async (actor: Usuario) =>
    (await porque(lugar, actor)).map(({ chave, conserto }) => `${chave} ${conserto?.rotulo ?? "-"}`);
  const so = async (mudancas: object) => contratar("Ana", mudancas);

  expect(await ofertas(celia)).toEqual([
    "fora_da_grade Mudar as regras",
    "nao_faz Abrir a ficha de Ana",
    "bloqueado Abrir o bloqueio",
  ]);
  expect(await ofertas(carla)).toEqual([
    "fora_da_grade -",
    "nao_faz Abrir a ficha de Ana",
    "bloqueado Abrir o bloqueio",
  ]);
  expect(await ofertas(await so({ podeVerAgendamentos: true }))).toEqual([
    "fora_da_grade -",
    "nao_faz -",
    "bloqueado -",
  ]);
  expect(await ofertas(await so({ podeAgendar: true }))).toEqual([
    "fora_da_grade -",
    "nao_faz -",
    "bloqueado Abrir o bloqueio",
  ]);
});

test("sem dizer o serviço, pergunta-se pelo menor horário", async () => {
  expect(await porque({ servicos: undefined })).toEqual([]);
  expect(await porque({ servicos: undefined, inicio: as(TERCA, "17:45") })).toEqual([]);
  expect(await porque({ servicos: undefined, inicio: as(TERCA, "18:00") })).toMatchObject([{ chave: "fechado" }]);
});

test("uma pessoa não precisa de antecedência, horizonte nem grade", async () => {
  const livre = (inicio: Date) => porque({ inicio, quem: "pessoa" });
  expect(await livre(as("2027-03-15", "10:05"))).toEqual([]);
  expect(await livre(as("2027-03-15", "09:45"))).toEqual([]);
  expect(await livre(as("2028-03-14", "14:05"))).toEqual([]);
  expect(await livre(as("2027-03-15", "09:44"))).toMatchObject([{ chave: "passado" }]);
});

test("de quem não existe não se diz nada", async () => {
  expect(await recusaDe(porque({ funcionario: 999_999 }))).toMatchObject({ code: "nao_encontrado" });
  const bruno = await contratar("Bruno");
  expect(await recusaDe(porque({}, bruno))).toMatchObject({ code: "sem_permissao" });
});
