import { openAreas } from "./areas.mjs";
import { GRANDE } from "./company.mjs";
import { compare, ratioRow } from "./measure.mjs";

const ROUNDS = { rounds: 5, times: 3 };
const FUSO = "America/Sao_Paulo";

/** The last whole month, the one before it, and the twelve months that end with it. */
function periods(now = new Date()) {
  const first = (months) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
  const day = (date) => date.toISOString().slice(0, 10);
  const until = (months) => day(new Date(first(months).getTime() - 86_400_000));
  return {
    mes: { de: day(first(-1)), ate: until(0) },
    antes: { de: day(first(-2)), ate: until(-1) },
    ano: { de: day(first(-12)), ate: until(0) },
  };
}

const situacoes = ["concluido", "faltou", "cancelado"]
  .map((um) => `count(*) filter (where a.situacao = '${um}')`)
  .join(", ");
const cobrado = "coalesce(a.valor_final_centavos, a.valor_centavos)";
const dentro = `a.inicio >= ($1::date::timestamp at time zone '${FUSO}') and a.inicio < (($2::date + 1)::timestamp at time zone '${FUSO}')`;

/** For each report: the leanest SQL that has the same answer by way of the index, which is asked once per period. */
const enxutos = {
  "agendamentos dia": `select (a.inicio at time zone '${FUSO}')::date, count(*), ${situacoes} from agendamentos a
    where ${dentro} group by 1`,
  "agendamentos horario": `select extract(hour from a.inicio at time zone '${FUSO}'),
    extract(dow from a.inicio at time zone '${FUSO}'), count(*) from agendamentos a where ${dentro} group by 1, 2`,
  "desempenho profissional": `select a.funcionario_id, count(*), ${situacoes},
      sum(${cobrado}) filter (where a.situacao = 'concluido'),
      sum(a.fim - a.inicio) filter (where a.situacao = 'concluido'),
      count(*) filter (where a.situacao = 'concluido' and exists (select from agendamentos o
        where o.cliente_id = a.cliente_id and o.situacao = 'concluido' and o.inicio < a.inicio))
    from agendamentos a where ${dentro} group by 1`,
  "financeiro dia": `select (a.inicio at time zone '${FUSO}')::date, count(*) filter (where a.situacao = 'concluido'),
      sum(${cobrado}) filter (where a.situacao = 'concluido'),
      sum(greatest(0, a.valor_centavos - ${cobrado})) filter (where a.situacao = 'concluido')
    from agendamentos a where ${dentro} group by 1`,
  "financeiro servico": `select x.servico_id, count(*), sum(x.preco_centavos) from agendamentos a
    join agendamento_servicos x on x.agendamento_id = a.id where a.situacao = 'concluido' and ${dentro} group by 1`,
  "financeiro forma": `select p.forma, count(*), sum(p.valor_centavos) from agendamentos a
    join pagamentos p on p.agendamento_id = a.id where a.situacao = 'concluido' and ${dentro} group by 1`,
  "faltas diaDaSemana": `select extract(dow from a.inicio at time zone '${FUSO}'), count(*), ${situacoes},
      sum(a.valor_centavos) filter (where a.situacao in ('faltou', 'cancelado'))
    from agendamentos a where ${dentro} group by 1`,
};

/** As somebody writes it who does not think of the index: the civil day of every row is asked for. */
const ingenuo = (texto) =>
  texto.replace(dentro, `(a.inicio at time zone '${FUSO}')::date between $1::date and $2::date`);

/** Reports of a month against the leanest SQL and against the naive one, and a year against a month. */
export async function relatorios({ company }) {
  const { client, urlApp } = await company(GRANDE);
  const { verRelatorioDe, close } = await openAreas({ urlApp });
  const { mes, antes, ano } = periods();
  const run = (texto, ...dias) => Promise.all(dias.map(({ de, ate }) => client.query(texto, [de, ate])));
  const rows = [];
  for (const [nome, texto] of Object.entries(enxutos)) {
    const [relatorio, por] = nome.split(" ");
    const month = () => verRelatorioDe(relatorio, { por, ...mes });
    rows.push(
      ratioRow(
        `${relatorio}, ${por}: o mês (ao lado: SQL enxuto)`,
        await compare(month, () => run(texto, mes, antes), ROUNDS),
        {
          most: 5,
        },
      ),
      ratioRow(
        `${relatorio}, ${por}: o mês (ao lado: SQL ingênuo)`,
        await compare(month, () => run(ingenuo(texto), mes, antes), { rounds: 2, times: 1 }),
        { most: 1 / 8 },
      ),
      ratioRow(
        `${relatorio}, ${por}: o ano (ao lado: o mês)`,
        await compare(() => verRelatorioDe(relatorio, { por, ...ano }), month, { rounds: 3, times: 1 }),
        { most: 12 },
      ),
    );
  }
  await close();
  return rows;
}
