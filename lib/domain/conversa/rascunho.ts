import { naParede } from "@/lib/domain/tempo";
import type { Entendido } from "./entender";
import { rascunhoVazio } from "./estado";
import { lerNome, lerParaQuem, pedeParaVarios } from "./outrem";
import { limpar } from "./texto";
import type { FatosDaConversa, Parte, Rascunho } from "./tipos";

/** A message as it was written, and what it says. */
export type Lido = Entendido & { texto: string };

const junta =
  /\btambem\b|^e\b|\be mais\b|\bjunto\b|\baproveita|\binclui|\bcoloca|\badiciona|\bacrescent|\bmais (?:um|uma)\b/;

const idsDe = (nomes: readonly string[], entre: readonly { id: number; nome: string }[]) =>
  nomes.flatMap((nome) => entre.filter((um) => um.nome === nome).map(({ id }) => id));

/** Whether a message says anything that a booking is made of. */
export const traz = ({
  servicos,
  duvidas,
  profissional,
  quaisProfissionais,
  qualquerUm,
  deSempre,
  dias,
  horas,
  recusas,
  texto,
}: Lido) =>
  servicos.length + duvidas.length + quaisProfissionais.length > 0 ||
  profissional !== null ||
  qualquerUm ||
  deSempre ||
  dias !== null ||
  horas !== null ||
  Object.values(recusas).some((lista) => lista.length > 0) ||
  lerParaQuem(texto) !== null;

/** The choice is left to whoever is asked. */
export const tantoFaz =
  /\bqualquer\b(?! outr)|\btanto faz\b|\b(?:indiferente|sem preferencia)\b|\b(?:voces?|pode) escolhe|\bquem (?:tiver|estiver|puder)\b|\bo que (?:tiver|der|for melhor)\b|\bprimeir[oa]s? (?:livre|que|horario|vaga)|\bquanto antes\b|\bmais cedo possivel\b|\bproximos?\b/;

/** Whether the choice is left to us, and nothing else is said that it should keep to. */
export const ehTantoFaz = (lido: Lido) =>
  tantoFaz.test(limpar(lido.texto)) && !traz({ ...lido, qualquerUm: false }) && !lido.texto.includes("?");

function servicosDepois({ servicos }: Rascunho, lido: Lido, fatos: FatosDaConversa): number[] {
  const recusados = idsDe(lido.recusas.servicos, fatos.servicos);
  const ficam = servicos.filter((id) => !recusados.includes(id));
  const ditos = idsDe(lido.servicos, fatos.servicos);
  if (!ditos.length) return ficam;
  return junta.test(limpar(lido.texto)) ? [...new Set([...ficam, ...ditos])] : ditos;
}

/** Of services that are meant by one word those that the wanted professional performs; a single one is no doubt any more. */
function resolver(rascunho: Rascunho, ids: number[], { profissionais }: FatosDaConversa): number[][] {
  const quem = profissionais.find(({ id }) => id === rascunho.profissionalId);
  const dela = ids.filter((id) => quem?.faz.some(({ servicoId }) => servicoId === id));
  const restam = dela.length ? dela : ids;
  if (restam.length !== 1) return [restam];
  rascunho.servicos = [...new Set([...rascunho.servicos, restam[0]!])];
  return [];
}

/**
 * What is being put together, with what a message adds, replaces or refuses. Times already shown may be shown again: they
 * answer something else now.
 *
 * @param escolhido what stood to be confirmed: an hour alone means its day
 */
export function comDito(antes: Rascunho | null, lido: Lido, fatos: FatosDaConversa, escolhido?: Parte[]): Rascunho {
  const base = antes ?? rascunhoVazio;
  const { dias, horas, recusas } = lido;
  const doEscolhido = escolhido && naParede(escolhido[0]!.inicio, fatos.funcionamento.fuso).dia;
  const [profissional] = lido.profissional ? idsDe([lido.profissional], fatos.profissionais) : [];
  const recusadas = idsDe(recusas.profissionais, fatos.profissionais);
  const recusou = (valor: Rascunho["dias"]) =>
    valor && recusas.dias.some(({ de, ate }) => de <= valor.de && ate >= valor.ate) ? null : valor;
  const novo: Rascunho = {
    ...base,
    servicos: base.alvo ? base.servicos : servicosDepois(base, lido, fatos),
    duvidas: base.alvo
      ? []
      : lido.duvidas.length
        ? lido.duvidas.map((nomes) => idsDe(nomes, fatos.servicos))
        : base.duvidas,
    quais: lido.quaisProfissionais.length ? idsDe(lido.quaisProfissionais, fatos.profissionais) : base.quais,
    profissionalId:
      profissional ?? (lido.qualquerUm || recusadas.includes(base.profissionalId ?? 0) ? null : base.profissionalId),
    dias: dias ?? (horas && doEscolhido ? { de: doEscolhido, ate: doEscolhido } : recusou(base.dias)),
    horas: horas ?? (/\bqualquer (?:horario|hora)\b/.test(limpar(lido.texto)) ? null : base.horas),
    recusas: {
      dias: [...base.recusas.dias, ...recusas.dias],
      horas: [...base.recusas.horas, ...recusas.horas],
      profissionais: [...base.recusas.profissionais, ...recusadas].filter((id) => id !== profissional),
    },
    atendido: lerParaQuem(lido.texto) ?? base.atendido,
    nome: lerNome(lido.texto) ?? base.nome,
    escolhido: null,
    vistas: [],
  };
  if (profissional) novo.quais = [];
  novo.duvidas = novo.duvidas.flatMap((ids) => resolver(novo, ids, fatos));
  if (lido.deSempre && fatos.sempre && !novo.servicos.length) {
    novo.servicos = [...fatos.sempre.servicos];
    novo.profissionalId ??= fatos.sempre.profissionalId;
  }
  return novo;
}

/** Whether a message asks for several people, of whom one comes after the other. */
export const deVarios = (lido: Lido) => pedeParaVarios(lido.texto);
