/** Where an appointment stands: half-open, in milliseconds since the epoch. */
export type Posicao = { funcionarioId: number; inicio: number; livreEm: number };

/** An appointment that moves. Null: there it is bound to no place, as an encaixe is. */
export type Mudanca = { id: number; de: Posicao | null; para: Posicao | null };

export const seChocam = (a: Posicao, b: Posicao) =>
  a.funcionarioId === b.funcionarioId && a.inicio < b.livreEm && b.inicio < a.livreEm;

/**
 * In which order appointments move so that no two of one professional ever overlap on the way, given that they neither do
 * before nor after. Where they wait for each other in a circle, one is taken out of the way first (`afastar`).
 */
export function passos(mudancas: readonly Mudanca[]): { id: number; afastar: boolean }[] {
  const feitos: { id: number; afastar: boolean }[] = [];
  let faltam = [...mudancas];
  const impede = (outra: Mudanca, uma: Mudanca) =>
    outra.id !== uma.id && outra.de && uma.para && seChocam(outra.de, uma.para);
  while (faltam.length) {
    const pronta = faltam.find((uma) => !faltam.some((outra) => impede(outra, uma)));
    if (pronta) {
      faltam = faltam.filter((uma) => uma !== pronta);
      feitos.push({ id: pronta.id, afastar: false });
    } else {
      const { id } = faltam.find(({ de }) => de)!;
      faltam = faltam.map((uma) => (uma.id === id ? { ...uma, de: null } : uma));
      feitos.push({ id, afastar: true });
    }
  }
  return feitos;
}

/**
 * The new places of two appointments that change places, each as long as it was. Two of one professional that touch, or
 * that would overlap and did not before, keep their outer bounds: the later one begins where the earlier began, which then
 * ends where the later ended.
 */
export function trocados(um: Posicao, outro: Posicao): [Posicao, Posicao] {
  const para = (quem: Posicao, { funcionarioId }: Posicao, inicio: number): Posicao => ({
    funcionarioId,
    inicio,
    livreEm: inicio + quem.livreEm - quem.inicio,
  });
  if (outro.inicio < um.inicio) {
    const [b, a] = trocados(outro, um);
    return [a, b];
  }
  const novos: [Posicao, Posicao] = [para(um, outro, outro.inicio), para(outro, um, um.inicio)];
  const seTocam = um.funcionarioId === outro.funcionarioId && um.livreEm === outro.inicio;
  if (!seChocam(um, outro) && (seTocam || seChocam(...novos)))
    novos[0] = para(um, outro, outro.livreEm - (um.livreEm - um.inicio));
  return novos;
}
