import { GRANDE, openCompany } from "./company.mjs";
import { compare, ratioRow, together } from "./measure.mjs";

const VAZIA = { clientes: 400, agendamentos: 1, profissionais: 50 };
const ROUNDS = { rounds: 5, times: 20 };
const DIA = 86_400_000;
const BYTES = 150;

const civil = (days) => new Date(Date.now() + days * DIA).toISOString().slice(0, 10);

/** Somebody who works all week, the shortest of what they do, and a full week not long ago. */
async function scene(client) {
  const { rows } = await client.query(`select f.id, s.servico_id as servico from funcionarios f
    join lateral (select x.servico_id from funcionario_servicos x join servicos v on v.id = x.servico_id
      where x.funcionario_id = f.id order by v.duracao_minutos limit 1) s on true
    where f.ativo and not exists (select from expedientes where funcionario_id = f.id) order by f.id desc limit 1`);
  const back = (new Date().getUTCDay() + 6) % 7;
  return { ...rows[0], dia: civil(2), mes: [civil(2), civil(32)], semana: [civil(-back - 7), civil(-back - 1)] };
}

const empty = (get) => () => get("/api/busca?q=");

/** The leanest SQL for who is busy when. */
const busy = (client, { id, dia }) => {
  const text = `select inicio, livre_em from agendamentos where funcionario_id = $1
    and inicio >= $2::date - interval '1 day' and inicio < $2::date + interval '1 day' and livre_em > $2::date
    and situacao in ('agendado', 'confirmado', 'concluido')`;
  return () => client.query({ name: "busy", text, values: [id, dia] });
};

/** The leanest SQL for what a week of everybody shows. */
const week = (client, [de, ate]) => {
  const text = `select a.id, a.versao, a.funcionario_id, a.inicio, a.fim, a.livre_em, a.situacao, u.nome, a.cliente_id,
      a.atendido, a.encaixe, a.chegou_em, a.visita, a.observacoes <> '' as o, a.fora_do_horario,
      (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
        join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as servicos
    from agendamentos a left join usuarios u on u.id = a.cliente_id
    where a.inicio >= $1::date and a.inicio < $2::date + 1 order by a.inicio`;
  return () => client.query({ name: "week", text, values: [de, ate] });
};

const times = ({ servico, id }, de, ate = de, quem = id) =>
  `/api/agenda/horarios?servicos=${servico}&de=${de}&ate=${ate}${quem ? `&funcionario=${quem}` : ""}`;

/** The same question to a calendar of a million and to an empty one, in turns, so that a busy moment meets both. */
async function besideEmpty(ask) {
  const empty = await openCompany(VAZIA);
  try {
    const there = await scene(empty.client);
    return await compare(ask, () => empty.get(times(there, there.dia)), ROUNDS);
  } finally {
    await empty.close();
  }
}

/** Free times and the week of everybody, on an empty calendar and on one of a million appointments. */
export async function agenda({ company }) {
  const { client, get, headers, url } = await company(GRANDE);
  const here = await scene(client);
  const one = () => get(times(here, here.dia));
  const rows = [
    ratioRow("livres de um, um dia (ao lado: rota vazia)", await compare(one, empty(get), ROUNDS), { most: 3 }),
    ratioRow("livres de um, um dia (ao lado: SQL)", await compare(one, busy(client, here), ROUNDS), { most: 30 }),
    ratioRow("um milhão em vez de vazio (ao lado: vazio)", await besideEmpty(one), { most: 1.3 }),
    ratioRow(
      "livres de qualquer um dos 50, um dia",
      await compare(() => get(times(here, here.dia, here.dia, 0)), one, ROUNDS),
      {
        most: 5,
      },
    ),
    ratioRow("livres de um, um mês", await compare(() => get(times(here, ...here.mes)), one, ROUNDS), { most: 3 }),
  ];
  // A rate of 45 % is a time of 1 / 0.45.
  const crowd = { rounds: 5, times: 10 };
  rows.push(
    ratioRow(
      "livres de um, 16 de uma vez (ao lado: rota vazia)",
      await compare(
        () => together(16, one),
        () => together(16, empty(get)),
        crowd,
      ),
      { most: 1 / 0.45 },
    ),
  );
  const [de, ate] = here.semana;
  const window = `/api/agenda?de=${de}&ate=${ate}`;
  rows.push(
    ratioRow("a semana dos 50 (ao lado: SQL)", await compare(() => get(window), week(client, here.semana), ROUNDS), {
      most: 15,
    }),
  );
  const text = await (await fetch(url + window, { headers })).text();
  const { itens } = JSON.parse(text);
  const bytes = Buffer.byteLength(JSON.stringify(itens)) / itens.length;
  rows.push({
    what: `bytes de cada um dos ${itens.length} da semana`,
    measured: bytes.toFixed(1),
    baseline: "",
    goal: `≤ ${BYTES}`,
    met: bytes <= BYTES,
  });
  return rows;
}
