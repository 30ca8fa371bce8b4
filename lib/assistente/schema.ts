import * as z from "@/lib/domain/mensagens";
import { id, linhaObrigatoria, linhaOpcional, paragrafo, registro } from "@/lib/domain/campos";
import { semana } from "@/lib/horarios/schema";
import { assuntosComModelo } from "@/lib/domain/whatsapp";

/** Copied from somewhere: empty, or as `formato` says, in which its longest is said too. */
const copiado = (formato: RegExp, recusa: string) =>
  z
    .string(recusa)
    .trim()
    .refine((valor) => valor === "" || formato.test(valor), recusa);

/** A number of Meta's; empty is null. */
const daMeta = (recusa: string) =>
  copiado(/^\d{1,32}$/, recusa)
    .transform((valor) => valor || null)
    .nullable();

/** How we and Meta know each other. Secrets come only when they change. */
export const ligacaoSchema = z.strictObject({
  versao: registro.versao,
  numeroId: daMeta("A identificação do número só tem algarismos. Não é o telefone."),
  contaId: daMeta("A identificação da conta só tem algarismos."),
  token: copiado(/^[!-~]{20,1000}$/, "Este token parece cortado. Copie-o inteiro, sem espaços."),
  segredo: copiado(/^[0-9a-fA-F]{32}$/, "A chave secreta do app tem 32 letras e números."),
  verificacao: copiado(/^[\w-]{16,100}$/, "Use de 16 a 100 letras e números, sem espaços."),
  versaoGraph: copiado(/^v\d{2}\.\d$/, "Escreva como a Meta, por exemplo v26.0.").min(
    1,
    "Escreva como a Meta, por exemplo v26.0.",
  ),
});

export type LigacaoInput = z.input<typeof ligacaoSchema>;

const minutoDoDia = z.int("Escreva a hora, por exemplo 21:00.").min(0, "Confira a hora.").max(1_439, "Confira a hora.");

const lembretes = z
  .array(
    z
      .int("Escreva quanto tempo antes, por exemplo 2h.")
      .min(15, "Use pelo menos 15 minutos antes.")
      .max(20_160, "Use no máximo 14 dias antes."),
  )
  .max(5, "Use no máximo 5 lembretes.")
  .refine((minutos) => new Set(minutos).size === minutos.length, "Há dois lembretes iguais.");

const nomeDeModelo = copiado(/^[a-z0-9_]{1,512}$/, "O nome de um modelo só tem letras minúsculas, números e _.");

/** How the assistant talks, and what it may do. */
export const assistenteSchema = z.strictObject({
  versao: registro.versao,
  ativo: z.boolean("Diga se o assistente responde."),
  nomeAssistente: linhaObrigatoria(40, "Dê um nome ao assistente."),
  mensagemAbertura: paragrafo(1_000),
  atendimentoHumano: semana,
  podeMarcar: z.boolean("Diga se pode marcar."),
  podeRemarcar: z.boolean("Diga se pode remarcar."),
  podeCancelar: z.boolean("Diga se pode cancelar."),
  podeInformarPrecos: z.boolean("Diga se pode informar preços."),
  lembretesMinutos: lembretes,
  agradecer: z.boolean("Diga se agradece."),
  modelos: z.strictObject(
    Object.fromEntries(assuntosComModelo.map((assunto) => [assunto, nomeDeModelo])) as Record<
      (typeof assuntosComModelo)[number],
      typeof nomeDeModelo
    >,
  ),
  devolverHoras: z.int("Informe quantas horas.").min(1, "Use pelo menos 1 hora.").max(168, "Use no máximo 168 horas."),
  silencioDe: minutoDoDia,
  silencioAte: minutoDoDia,
  guardarMidiaDias: z.int("Informe quantos dias.").min(1, "Use pelo menos 1 dia.").max(365, "Use no máximo 365 dias."),
  respostasProntas: z
    .array(paragrafo(1_000).refine((texto) => texto !== "", "Escreva a resposta ou apague-a."))
    .max(50, "Use no máximo 50 respostas prontas."),
});

export type AssistenteInput = z.input<typeof assistenteSchema>;

/** The secrets that the company keeps with us. */
export const segredos = ["token", "segredo", "verificacao"] as const;

export const apagarCredenciaisSchema = z.strictObject({
  versao: registro.versao,
  quais: z.array(z.enum(segredos)).min(1, "Escolha o que apagar.").max(segredos.length),
});

export const retomarSchema = z.strictObject({});

export const recomecarSchema = z.strictObject({ conversaId: id });

/** What a client says in the simulator: in the conversation that is open, else as a client of ours or as somebody new. */
export const simularSchema = z
  .strictObject({
    conversaId: id.nullable(),
    clienteId: id.nullable(),
    nome: linhaOpcional(120),
    texto: paragrafo(4_096).refine((texto) => texto !== "", "Escreva a mensagem."),
    /** The id of the button or row that was tapped; `texto` is then its title. */
    escolha: z.string().min(1).max(256).nullable(),
  })
  .refine(({ conversaId, clienteId, nome }) => Boolean(conversaId ?? clienteId ?? nome), {
    path: ["nome"],
    error: "Escolha um cliente ou escreva o nome de um novo.",
  });

export type SimularInput = z.input<typeof simularSchema>;
