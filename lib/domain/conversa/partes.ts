import { horariosJuntos, type ParteLivre } from "@/lib/domain/oferta";
import { naParede, somarDias } from "@/lib/domain/tempo";
import { hojeDe, profissionalDe, servicoDe } from "./falas";
import type { FatosDaConversa, Livres, MeuAgendamento, Parte, ProfissionalOferecido, Rascunho } from "./tipos";

/** How long somebody may wait between two parts of a visit. */
const ESPERA_MINUTOS = 15;

const fazTodos = ({ faz }: ProfissionalOferecido, servicos: readonly number[]) =>
  servicos.every((id) => faz.some(({ servicoId }) => servicoId === id));

/** Whether the assistant may book it. */
export const marcavel = (id: number, fatos: FatosDaConversa) =>
  Boolean(servicoDe(id, fatos)?.marcavel) && fatos.profissionais.some((um) => fazTodos(um, [id]));

/** Services as parts of a visit: as few as there are people for, the wanted professional's first. */
export function partesDe(
  { servicos, profissionalId, recusas }: Rascunho,
  { profissionais }: FatosDaConversa,
): { servicos: number[]; profissionalId: number | null }[] {
  const partes: { servicos: number[]; profissionalId: number | null }[] = [];
  let faltam = servicos;
  const quem = profissionais.find(({ id }) => id === profissionalId);
  const dela = quem ? servicos.filter((id) => fazTodos(quem, [id])) : [];
  if (dela.length) partes.push({ servicos: dela, profissionalId });
  faltam = servicos.filter((id) => !dela.includes(id));
  const outros = profissionais.filter(({ id }) => !recusas.profissionais.includes(id));
  while (faltam.length) {
    const grupos = outros.map((um) => faltam.filter((id) => fazTodos(um, [id])));
    const maior = grupos.reduce((a, b) => (b.length > a.length ? b : a), [] as number[]);
    const parte = maior.length ? maior : faltam;
    partes.push({ servicos: parte, profissionalId: null });
    faltam = faltam.filter((id) => !parte.includes(id));
  }
  return partes;
}

const duracao = (servicos: readonly number[], profissionalId: number, fatos: FatosDaConversa) => {
  const faz = profissionalDe(profissionalId, fatos)?.faz ?? [];
  return servicos.reduce((total, id) => {
    const proprio = faz.find(({ servicoId }) => servicoId === id)?.duracaoMinutos;
    return total + (proprio ?? servicoDe(id, fatos)?.duracaoMinutos ?? 0);
  }, 0);
};

/** Where an appointment that stands could go as it is: same people, same distances between its parts. */
function deslocados(alvo: MeuAgendamento, livres: Livres, quem: number | null): Parte[][] {
  const [primeira, ...outras] = alvo.partes;
  const quais = (livres[0] ?? []).filter(
    ({ profissionalId }) => outras.length === 0 || profissionalId === primeira!.profissionalId,
  );
  return quais
    .filter(({ profissionalId }) => profissionalId === (quem ?? primeira!.profissionalId))
    .flatMap(({ profissionalId, inicios }) =>
      inicios.flatMap((inicio) => {
        const partes = alvo.partes.map((parte, i) => ({
          profissionalId: i ? parte.profissionalId : profissionalId,
          inicio: parte.inicio + inicio - primeira!.inicio,
          servicos: parte.servicos.map(({ id }) => id),
        }));
        const cabe = partes.slice(1).every((parte, i) => {
          const dela = livres[i + 1]?.find((um) => um.profissionalId === parte.profissionalId);
          return dela?.inicios.includes(parte.inicio);
        });
        const outro = inicio !== alvo.inicio || profissionalId !== primeira!.profissionalId;
        return cabe && outro ? [partes] : [];
      }),
    );
}

/**
 * The places that fit, in the order of time, one for each start: of several people who could do it the one of the last
 * time comes first.
 *
 * @param livres in the order of `partesDe`, or of the parts of the appointment that moves
 * @param comQuemQuer leaves out whoever was not asked for
 */
export function lugaresLivres(
  rascunho: Rascunho,
  fatos: FatosDaConversa,
  livres: Livres,
  comQuemQuer = true,
): Parte[][] {
  const recusado = (id: number) => rascunho.recusas.profissionais.includes(id);
  const quem = rascunho.profissionalId;
  if (rascunho.alvo) return deslocados(rascunho.alvo, livres, comQuemQuer ? quem : null);
  const pedidas = partesDe(rascunho, fatos);
  const preferido = fatos.sempre?.profissionalId;
  const partes = pedidas.map(({ servicos, profissionalId }, i): ParteLivre => {
    const opcoes = (livres[i] ?? [])
      .filter((um) => !recusado(um.profissionalId))
      .filter((um) => !comQuemQuer || !profissionalId || um.profissionalId === profissionalId)
      .map(({ profissionalId: funcionarioId, inicios }) => ({ funcionarioId, inicios }))
      .sort((a, b) => Number(b.funcionarioId === preferido) - Number(a.funcionarioId === preferido));
    const maior = Math.max(0, ...opcoes.map(({ funcionarioId }) => duracao(servicos, funcionarioId, fatos)));
    const preparoMinutos = servicos.reduce((total, id) => total + (servicoDe(id, fatos)?.preparoMinutos ?? 0), 0);
    return { duracaoMinutos: maior, preparoMinutos, opcoes };
  });
  return horariosJuntos(partes, ESPERA_MINUTOS).map((lugares) =>
    lugares.map(({ funcionarioId, inicio }, i) => {
      return { profissionalId: funcionarioId, inicio, servicos: pedidas[i]!.servicos };
    }),
  );
}

/** Which days have to be looked at: those that were asked for and two weeks after them, as far as the agenda is open. */
export function diasAProcurar({ dias }: Rascunho, fatos: FatosDaConversa) {
  const hoje = hojeDe(fatos);
  const ultimo = somarDias(hoje, fatos.horizonteDias);
  const de = dias && dias.de > hoje ? dias.de : hoje;
  const fim = somarDias(dias?.ate ?? hoje, 14);
  return { de: de > ultimo ? ultimo : de, ate: fim > ultimo ? ultimo : fim < de ? de : fim };
}

/** Whether a start is what was asked for. */
export function serve(inicio: number, { dias, horas, recusas }: Rascunho, fatos: FatosDaConversa): boolean {
  const { dia, minutos } = naParede(inicio, fatos.funcionamento.fuso);
  const em = (um: { de: string; ate: string }) => dia >= um.de && dia <= um.ate;
  if (recusas.dias.some(em)) return false;
  if (recusas.horas.some(({ de, ate }) => (ate === null ? minutos === de : minutos >= de && minutos < ate)))
    return false;
  if (dias && !em(dias)) return false;
  if (!horas) return true;
  return horas.ate === null ? minutos === horas.de : minutos >= horas.de && minutos <= horas.ate;
}
