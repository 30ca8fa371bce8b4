/** The addresses that the sheets read. A person books, so notice, horizon and the like do not count (`quem=pessoa`). */

type Procura = {
  servicos: readonly number[];
  funcionarioId: number | null;
  /** Civil days, both included. */
  de: string;
  ate: string;
  /** An appointment that is being moved. */
  exceto?: number;
  duracaoMinutos?: number | null;
};

const montar = (caminho: string, valores: Record<string, string | number | null | undefined>) => {
  const dados = Object.entries(valores).filter(
    ([, valor]) => valor !== null && valor !== undefined && !Number.isNaN(valor),
  );
  return `${caminho}?${new URLSearchParams(dados.map(([chave, valor]) => [chave, String(valor)]))}`;
};

export const enderecoDosHorarios = ({ servicos, funcionarioId, duracaoMinutos, ...resto }: Procura) =>
  montar("/api/agenda/horarios", {
    quem: "pessoa",
    servicos: servicos.join(","),
    funcionario: funcionarioId,
    duracao: duracaoMinutos,
    ...resto,
  });

type Lugar = {
  funcionarioId: number;
  /** ISO instant. */
  inicio: string;
  servicos: readonly number[];
  exceto?: number;
  duracaoMinutos?: number | null;
};

export const enderecoDoMotivo = ({ funcionarioId, inicio, servicos, exceto, duracaoMinutos }: Lugar) =>
  montar("/api/agenda/motivo", {
    quem: "pessoa",
    funcionario: funcionarioId,
    inicio,
    servicos: servicos.length ? servicos.join(",") : null,
    exceto,
    duracao: duracaoMinutos,
  });

export const enderecoDosClientes = (texto: string) => montar("/api/agenda/clientes", { q: texto });

export const enderecoDoCliente = (id: number) => montar("/api/agenda/clientes", { id });

export const enderecoDoAtraso = (funcionarioId: number, de: string, minutos: number) =>
  montar("/api/agenda/atraso", { funcionario: funcionarioId, de, minutos });
