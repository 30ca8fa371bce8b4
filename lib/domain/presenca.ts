import { subtrair, unir, type Intervalo } from "./intervalos";

/** A professional's day, all in minutes since the epoch. */
export type DiaDeTrabalho = {
  /** The stretches in which they work, in order and apart from each other. */
  trabalha: readonly Intervalo[];
  atende: readonly { inicio: number; fim: number; quem: string }[];
  bloqueios: readonly { inicio: number; fim: number; motivo: string }[];
};

/** What somebody does at a moment, and until when; `depois`: they begin then, `acabou`: they ended then. */
export type Presenca =
  | { estado: "livre" | "depois" | "acabou"; ate: number }
  | { estado: "atendendo" | "bloqueado"; ate: number; com: string };

const neste = <T extends { inicio: number; fim: number }>(lista: readonly T[], agora: number) =>
  lista.find(({ inicio, fim }) => inicio <= agora && agora < fim);

/** Where a professional is. Whom they attend comes before what the hours say. Undefined: they do not work that day. */
export function presencaDe({ trabalha, atende, bloqueios }: DiaDeTrabalho, agora: number): Presenca | undefined {
  const atendido = neste(atende, agora);
  if (atendido) return { estado: "atendendo", ate: atendido.fim, com: atendido.quem };
  const bloqueio = neste(bloqueios, agora);
  const emExpediente = trabalha.some(([inicio, fim]) => inicio <= agora && agora < fim);
  if (bloqueio && emExpediente) return { estado: "bloqueado", ate: bloqueio.fim, com: bloqueio.motivo };
  const ocupado = [...atende, ...bloqueios].map(({ inicio, fim }): Intervalo => [inicio, fim]);
  const livres = subtrair(trabalha, unir(ocupado));
  const livre = livres.find(([inicio, fim]) => inicio <= agora && agora < fim);
  if (livre) return { estado: "livre", ate: livre[1] };
  const proximo = [...trabalha, ...atende.map(({ inicio, fim }): Intervalo => [inicio, fim])]
    .filter(([inicio]) => inicio > agora)
    .sort(([a], [b]) => a - b)[0];
  if (proximo) return { estado: "depois", ate: proximo[0] };
  const fins = [...trabalha.map(([, fim]) => fim), ...atende.map(({ fim }) => fim)];
  return fins.length ? { estado: "acabou", ate: Math.max(...fins) } : undefined;
}
