import { escreverInstante } from "./instantes";
import { motivosDePausa, type MotivoDePausa } from "./whatsapp";

/** What is known of how the installation is; instants are ISO. */
export type FatosDaSaude = {
  agora: string;
  fuso: string;
  instaladoEm: string;
  backup: { em: string; arquivo: string; bytes: number } | null;
  /** Null where the disk cannot be asked. */
  disco: { livreBytes: number; totalBytes: number } | null;
  fila: { agendadas: number; atrasadas: number; falhas: number; maisAntiga: string | null };
  whatsapp: { ativo: boolean; temToken: boolean; perdido: boolean; pausa: MotivoDePausa | null };
  versoes: {
    programa: string;
    node: string;
    postgres: number;
    /** The newest migration of the database by its moment and its name, and the one that this program expects. */
    migracao: number;
    banco: string;
    migracaoEsperada: number;
  };
};

/** `errado` is for somebody to mend now, `atencao` to keep an eye on. */
export type Estado = "certo" | "atencao" | "errado";
export type Achado = { assunto: string; estado: Estado; frase: string };

const HORA = 3_600_000;
const GIGA = 1024 ** 3;

/** Without a backup for longer than this the master is warned. */
export const HORAS_SEM_BACKUP = 48;

const decimal = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1 });

/** Bytes as people read them: `12,1 MB`. */
export function escreverBytes(bytes: number): string {
  const unidades = ["B", "KB", "MB", "GB", "TB"];
  const passo = Math.min(unidades.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${decimal.format(bytes / 1024 ** passo)} ${unidades[passo]}`;
}

const contado = (n: number, um: string, varios: string) => `${n.toLocaleString("pt-BR")} ${n === 1 ? um : varios}`;

/** Whether the master has to hear that there has been no backup for too long, or never one. */
export function faltaBackup({ agora, instaladoEm, backup }: Pick<FatosDaSaude, "agora" | "instaladoEm" | "backup">) {
  return Date.parse(agora) - Date.parse(backup?.em ?? instaladoEm) > HORAS_SEM_BACKUP * HORA;
}

function doBackup(fatos: FatosDaSaude): Achado {
  const { backup, fuso } = fatos;
  const assunto = "Backup";
  if (backup) {
    const frase = `O último é de ${escreverInstante(backup.em, fuso)} (${escreverBytes(backup.bytes)}).`;
    if (!faltaBackup(fatos)) return { assunto, estado: "certo", frase };
    return { assunto, estado: "errado", frase: `${frase} Faz mais de ${HORAS_SEM_BACKUP} horas.` };
  }
  if (faltaBackup(fatos))
    return { assunto, estado: "errado", frase: `Nenhum foi feito, e já faz mais de ${HORAS_SEM_BACKUP} horas.` };
  return { assunto, estado: "atencao", frase: "Ainda não há nenhum. O primeiro é feito na próxima madrugada." };
}

function doDisco({ disco }: FatosDaSaude): Achado {
  const assunto = "Disco";
  if (!disco) return { assunto, estado: "atencao", frase: "Não foi possível ver quanto espaço há." };
  const { livreBytes, totalBytes } = disco;
  const frase = `${escreverBytes(livreBytes)} livres de ${escreverBytes(totalBytes)}.`;
  if (livreBytes < GIGA / 4) return { assunto, estado: "errado", frase: `${frase} Libere espaço agora.` };
  const pouco = livreBytes < 2 * GIGA || livreBytes / totalBytes < 0.05;
  return { assunto, estado: pouco ? "atencao" : "certo", frase: pouco ? `${frase} Está acabando.` : frase };
}

/** A job that is due for so long was not taken by anybody. */
const PARADA_MINUTOS = 10;

function daFila({ fila, agora }: FatosDaSaude): Achado {
  const assunto = "Fila de tarefas";
  const { agendadas, atrasadas, falhas, maisAntiga } = fila;
  const espera = maisAntiga ? (Date.parse(agora) - Date.parse(maisAntiga)) / 60_000 : 0;
  const partes = [
    agendadas === 0 ? "Nenhuma tarefa agendada" : contado(agendadas, "tarefa agendada", "tarefas agendadas"),
    atrasadas > 0 && contado(atrasadas, "atrasada", "atrasadas"),
    falhas > 0 && `${contado(falhas, "desistiu", "desistiram")} depois de muitas tentativas`,
  ].filter(Boolean);
  const frase = `${partes.join(", ")}.`;
  if (espera > PARADA_MINUTOS)
    return { assunto, estado: "errado", frase: `${frase} O executor de tarefas parece parado.` };
  return { assunto, estado: atrasadas || falhas ? "atencao" : "certo", frase };
}

function doWhatsapp({ whatsapp: { ativo, temToken, perdido, pausa } }: FatosDaSaude): Achado {
  const assunto = "WhatsApp";
  if (pausa) return { assunto, estado: "errado", frase: `${motivosDePausa[pausa]}. Nenhuma mensagem está saindo.` };
  if (perdido)
    return { assunto, estado: "errado", frase: "O token guardado não abre mais. Cole-o de novo em Configurações." };
  if (!ativo) return { assunto, estado: "certo", frase: "O assistente está desligado." };
  if (!temToken) return { assunto, estado: "atencao", frase: "O assistente está ligado, mas falta o token." };
  return { assunto, estado: "certo", frase: "O token está guardado e os envios estão saindo." };
}

const MENOR_NODE = [20, 19] as const;
const MENOR_POSTGRES = 16;

function dasVersoes({ versoes }: FatosDaSaude): Achado {
  const { programa, node, postgres, migracao, migracaoEsperada, banco } = versoes;
  const assunto = "Versões";
  const frase = `Hora Marcada ${programa}, Node ${node}, PostgreSQL ${postgres}, banco ${banco}.`;
  const [maior = 0, menor = 0] = node.replace("v", "").split(".").map(Number);
  const velhoNode = maior < MENOR_NODE[0] || (maior === MENOR_NODE[0] && menor < MENOR_NODE[1]);
  const faltas = [
    migracao < migracaoEsperada && "O banco é de uma versão anterior: comece de novo.",
    migracao > migracaoEsperada && "O banco é de uma versão mais nova do que este programa.",
    velhoNode && `O Node precisa ser ${MENOR_NODE.join(".")} ou mais novo.`,
    postgres < MENOR_POSTGRES && `O PostgreSQL precisa ser ${MENOR_POSTGRES} ou mais novo.`,
  ].filter(Boolean);
  return { assunto, estado: faltas.length ? "errado" : "certo", frase: [frase, ...faltas].join(" ") };
}

/** Every subject with what there is to say about it, in words. */
export const avaliarSaude = (fatos: FatosDaSaude): Achado[] =>
  [doBackup, doDisco, daFila, doWhatsapp, dasVersoes].map((avaliar) => avaliar(fatos));
