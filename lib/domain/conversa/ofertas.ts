import { turnosDaEmpresa } from "@/lib/domain/jornada";
import { naParede } from "@/lib/domain/tempo";
import { antes } from "./estado";
import { falarDia, hojeDe, juntar, profissionalDe } from "./falas";
import { falarHora } from "@/lib/domain/frases";
import { lugaresLivres, serve } from "./partes";
import { fazer } from "./perguntas";
import type { Estado, FatosDaConversa, Livres, Parte, Rascunho, Saida } from "./tipos";

const MAIS_PERTO = 3;
const MUITOS = 6;
const EM_VARIOS_DIAS = 9;

/** So many of them, the first and the last included, evenly over all. */
function espalhar<T>(todos: readonly T[], quantos: number): T[] {
  if (todos.length <= quantos) return [...todos];
  return Array.from({ length: quantos }, (_, i) => todos[Math.round((i * (todos.length - 1)) / (quantos - 1))]!);
}

/** How far a start is from what was asked for, in minutes; another day is far. */
function longe(inicio: number, { dias, horas }: Rascunho, fatos: FatosDaConversa): number {
  const { dia, minutos } = naParede(inicio, fatos.funcionamento.fuso);
  const [de, ate] = [dias?.de ?? hojeDe(fatos), dias?.ate ?? dias?.de ?? hojeDe(fatos)];
  const outroDia = dia < de ? Date.parse(de) - Date.parse(dia) : dia > ate ? Date.parse(dia) - Date.parse(ate) : 0;
  const fora = horas ? Math.max(horas.de - minutos, minutos - (horas.ate ?? horas.de), 0) : 0;
  return outroDia / 60_000 + fora;
}

/** What is said when nothing is free as it was asked for; never why somebody is away. */
function porque({ dias, horas, profissionalId }: Rascunho, fatos: FatosDaConversa): string {
  const hoje = hojeDe(fatos);
  const umDia = dias && dias.de === dias.ate ? dias.de : null;
  if (dias && dias.ate < hoje) return "Esse dia já passou.";
  const quem = profissionalId ? profissionalDe(profissionalId, fatos)?.nome : null;
  if (umDia && !turnosDaEmpresa(fatos.funcionamento, umDia).length) return `Não abrimos ${falarDia(umDia, hoje)}.`;
  const em = umDia ? ` ${falarDia(umDia, hoje)}` : "";
  const as = horas?.ate === null ? ` às ${falarHora(horas.de)}` : horas ? " nesse período" : "";
  return `${quem ? `${quem} não tem` : "Não tenho"} horário livre${em}${as}.`;
}

/** Offers what is free of what was asked for, or what is nearest to it. `escolher` goes on with the
 * exact hour where it is free. */
export function oferecer(
  estado: Estado,
  livres: Livres,
  fatos: FatosDaConversa,
  escolher: (partes: Parte[]) => Saida,
): Saida {
  const rascunho = estado.rascunho!;
  const novos = (lugares: Parte[][]) => lugares.filter(([um]) => !rascunho.vistas.includes(um!.inicio));
  const naoRecusados = (lugares: Parte[][]) =>
    lugares.filter(([um]) => serve(um!.inicio, { ...rascunho, dias: null, horas: null }, fatos));
  const livresDela = naoRecusados(lugaresLivres(rascunho, fatos, livres));
  const certos = novos(livresDela).filter(([um]) => serve(um!.inicio, rascunho, fatos));
  const exato = rascunho.horas?.ate === null && rascunho.dias?.de === rascunho.dias?.ate && rascunho.dias;
  if (exato && certos.length) return escolher(certos[0]!);
  if (certos.length) {
    const diasDeles = new Set(certos.map(([um]) => naParede(um!.inicio, fatos.funcionamento.fuso).dia));
    return mostrar(estado, espalhar(certos, diasDeles.size > 1 ? EM_VARIOS_DIAS : MUITOS), fatos);
  }

  const pertos = (lugares: Parte[][]) =>
    novos(lugares)
      .sort(([a], [b]) => longe(a!.inicio, rascunho, fatos) - longe(b!.inicio, rascunho, fatos))
      .slice(0, MAIS_PERTO)
      .sort(([a], [b]) => a!.inicio - b!.inicio);
  // A single one that was seen is a place that was just lost.
  const vistas = rascunho.vistas.length;
  const motivo = vistas > 1 ? "Desses não tenho mais." : vistas ? "" : porque(rascunho, fatos);
  const dela = pertos(livresDela);
  if (dela.length) return antes(`${motivo} O mais perto que tenho:`.trim(), mostrar(estado, dela, fatos));
  const deOutros = pertos(naoRecusados(lugaresLivres(rascunho, fatos, livres, false)));
  if (deOutros.length) {
    const quem = juntar([...new Set(deOutros.flat().map((um) => profissionalDe(um.profissionalId, fatos)!.nome))]);
    const outra = { ...estado, rascunho: { ...rascunho, profissionalId: null } };
    return antes(`${motivo} Com ${quem} tenho:`.trim(), mostrar(outra, deOutros, fatos));
  }
  return antes(`${motivo} Não encontrei outro nas semanas seguintes.`.trim(), fazer(estado, { tipo: "pessoa" }, fatos));
}

function mostrar(estado: Estado, opcoes: Parte[][], fatos: FatosDaConversa): Saida {
  const rascunho = estado.rascunho!;
  const vistas = [...new Set([...rascunho.vistas, ...opcoes.map(([um]) => um!.inicio)])];
  return fazer({ ...estado, rascunho: { ...rascunho, vistas } }, { tipo: "horario", opcoes }, fatos);
}
