import * as z from "@/lib/domain/mensagens";
import { chavesOrigemDeExcecao } from "@/lib/domain/agenda";
import { dia, diaOpcional, id, instante, linhaObrigatoria, registro } from "@/lib/domain/campos";

const minutosDoDia = z
  .int("Escreva a hora, por exemplo 09:00.")
  .min(0, "Confira a hora.")
  .max(1_440, "Confira a hora.");

const turno = z
  .tuple([minutosDoDia, minutosDoDia])
  .refine(([inicio, fim]) => inicio < fim, "O fim precisa vir depois do início.")
  .readonly();

const turnos = z
  .array(turno)
  .max(8, "Use no máximo 8 períodos por dia.")
  .refine(
    (dia) => dia.every(([inicio], i) => i === 0 || inicio >= dia[i - 1]![1]),
    "Os períodos do dia precisam estar em ordem, sem se sobrepor.",
  )
  .readonly();

export const semana = z.array(turnos).length(7, "Informe os sete dias da semana.").readonly();

const periodo = { funcionarioId: id.nullable(), de: diaOpcional, ate: diaOpcional, semana };
type Periodo = { funcionarioId: number | null; de: string | null; ate: string | null };
const emOrdem = ({ de, ate }: Periodo) => !de || !ate || ate >= de;
const foraDeOrdem = { path: ["ate"], error: "O último dia não pode vir antes do primeiro." };
const semDatas = ({ funcionarioId, de, ate }: Periodo) => funcionarioId !== null || (!de && !ate);
const daEmpresa = { path: ["de"], error: "O expediente da empresa não tem datas." };

/** A week of working hours: a new one without `id`. `funcionarioId` null is the company's. */
export const expedienteSchema = z
  .strictObject({ ...periodo, id: registro.id.nullable(), versao: registro.versao.nullable() })
  .refine(emOrdem, foraDeOrdem)
  .refine(semDatas, daEmpresa)
  .refine(({ id, versao }) => (id === null) === (versao === null), "Registro inválido.");

export type ExpedienteInput = z.input<typeof expedienteSchema>;

export const horarioRegistroSchema = z.strictObject(registro);

export const passosDaGrade = [5, 10, 15, 20, 30, 60] as const;

/** How clients may book; a person is not bound by it, and only warned of holidays. */
export const regrasSchema = z.strictObject({
  versao: registro.versao,
  gradeMinutos: z.union(
    passosDaGrade.map((passo) => z.literal(passo)),
    "Escolha o intervalo.",
  ),
  antecedenciaMinutos: z
    .int("Informe a antecedência.")
    .min(0, "Não pode ser negativa.")
    .max(43_200, "Use no máximo 30 dias."),
  horizonteDias: z.int("Informe quantos dias.").min(1, "Use pelo menos 1 dia.").max(730, "Use no máximo 730 dias."),
  prazoClienteMinutos: z.int("Informe o prazo.").min(0, "Não pode ser negativo.").max(43_200, "Use no máximo 30 dias."),
  feriadosFechados: z.boolean("Diga se fecha nos feriados."),
});

export type RegrasInput = z.input<typeof regrasSchema>;

/** A day that is not like its weekday; a new one without `id`. `turnos` null while open: as on any such weekday. */
export const excecaoSchema = z
  .strictObject({
    id: registro.id.nullable(),
    versao: registro.versao.nullable(),
    data: dia,
    anual: z.boolean("Diga se é todo ano."),
    nome: linhaObrigatoria(80, "Dê um nome a esta data."),
    origem: z.enum(chavesOrigemDeExcecao, "Escolha o tipo."),
    aberto: z.boolean("Diga se abre."),
    turnos: turnos.nullable(),
  })
  .refine(({ aberto, turnos }) => aberto || turnos === null, { path: ["turnos"], error: "Fechado não tem horários." })
  .refine(({ id, versao }) => (id === null) === (versao === null), "Registro inválido.");

export type ExcecaoInput = z.input<typeof excecaoSchema>;

/** "1,2,3" in the URL. */
const numeros = z
  .string()
  .max(400)
  .transform((texto) => texto.split(",").map(Number))
  .pipe(z.array(id).min(1, "Escolha o serviço.").max(20, "Escolha no máximo 20 serviços."));

const duracaoPedida = z.coerce.number().pipe(z.int().min(5).max(720)).optional();

/** Whose rules count; missing: a client's. A `pessoa` is bound by neither notice nor horizon. */
const quem = z.enum(["pessoa", "cliente"]);

/** What the finger asks of `GET /api/agenda/horarios`; days are civil days of the company, both included. */
export const pedidoDeHorariosSchema = z
  .object({
    servicos: numeros,
    /** Missing: whoever performs all of them. */
    funcionario: z.coerce.number().pipe(id).optional(),
    de: dia,
    ate: dia,
    /** An appointment that is being moved: its own time counts as free. */
    exceto: z.coerce.number().pipe(id).optional(),
    /** Instead of the services' own, when it was adjusted. */
    duracao: duracaoPedida,
    quem: quem.optional(),
  })
  .refine(({ de, ate }) => ate >= de, "O fim vem antes do começo.")
  .refine(({ de, ate }) => Date.parse(ate) - Date.parse(de) < 62 * 86_400_000, "Peça no máximo 62 dias de uma vez.");

export type PedidoDeHorarios = z.output<typeof pedidoDeHorariosSchema>;

/** What the finger asks of `GET /api/agenda/motivo`: why there is no appointment at this time. */
export const pedidoDeMotivoSchema = z.object({
  servicos: numeros.optional(),
  funcionario: z.coerce.number().pipe(id),
  inicio: instante,
  exceto: z.coerce.number().pipe(id).optional(),
  duracao: duracaoPedida,
  quem: quem.optional(),
});

export type PedidoDeMotivo = z.output<typeof pedidoDeMotivoSchema>;
