import { together } from "./measure.mjs";

// No demonstration reaches this far; a run that broke off leaves its bookings to the next.
const FIRST = Date.UTC(2090, 0, 2, 12);
const PLACE_MS = 12 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

/** What a person is told of these places, and goes on with. */
export const KNOWN = ["passado", "alem_do_horizonte", "fechado", "fora_do_expediente", "bloqueado", "nao_faz"];

/** An hour of a professional, as `agendarAction` takes it. */
export const booking = ({ funcionarioId, inicio, servico }) => ({
  ...{ clienteId: null, novoCliente: null, atendido: null, observacoes: "", encaixe: null, cientes: KNOWN },
  partes: [{ funcionarioId, inicio, servicos: [servico], duracaoMinutos: 60 }],
});

/** Two hours later, where nobody else is sent. */
export const later = (inicio) => new Date(Date.parse(inicio) + 2 * HOUR_MS).toISOString();

/**
 * Places that nobody has, far from the company's days, spread over everybody who works.
 * @returns `place`: the one of a number; `forget`: takes back what was booked in them
 */
export async function openPlaces(client) {
  const { rows: people } = await client.query(`select distinct on (f.id) f.id, x.servico_id as servico
    from funcionarios f join funcionario_servicos x on x.funcionario_id = f.id
    join servicos s on s.id = x.servico_id and s.ativo and s.preparo_minutos = 0 where f.ativo order by f.id, x.servico_id`);
  async function forget() {
    const these = "(select id from agendamentos where inicio >= $1)";
    await client.query(`delete from agendamento_servicos where agendamento_id in ${these}`, [new Date(FIRST)]);
    await client.query("delete from agendamentos where inicio >= $1", [new Date(FIRST)]);
  }
  await forget();
  return {
    place(n) {
      const { id, servico } = people[n % people.length];
      const inicio = new Date(FIRST + Math.floor(n / people.length) * PLACE_MS).toISOString();
      return { funcionarioId: id, servico, inicio };
    },
    forget,
  };
}

/** So many at once do their share one after the other. @returns how many are done in a second */
export async function rate(work, { atOnce = 16, each }) {
  const started = performance.now();
  let next = 0;
  await together(atOnce, async () => {
    const from = each * next++;
    for (let i = 0; i < each; i++) await work(from + i);
  });
  return (atOnce * each * 1_000) / (performance.now() - started);
}
