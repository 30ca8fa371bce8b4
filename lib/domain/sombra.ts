import { subtrair, unir } from "./intervalos";
import { aberto, trabalhado, type Funcionamento, type Jornada } from "./jornada";
import { diaCivil, diasEntre } from "./tempo";

/**
 * When each professional does not work within some civil days (both included), in minutes since the epoch, half-open; the
 * night between two days is one stretch.
 */
export function foraDoExpediente(
  funcionamento: Funcionamento,
  profissionais: readonly (Jornada & { id: number; ativo: boolean })[],
  { de, ate }: { de: string; ate: string },
): { id: number; inicio: number; fim: number }[] {
  const { fuso } = funcionamento;
  const dias = diasEntre(de, ate).map((dia) => ({ dia, abertos: aberto(funcionamento, dia) }));
  const janela = [[diaCivil(de, fuso).inicio, diaCivil(ate, fuso).fim]] as const;
  return profissionais.flatMap((profissional) => {
    const trabalha = profissional.ativo
      ? dias.flatMap(({ dia, abertos }) => trabalhado(profissional, dia, fuso, abertos))
      : [];
    return subtrair(janela, unir(trabalha)).map(([inicio, fim]) => ({ id: profissional.id, inicio, fim }));
  });
}
