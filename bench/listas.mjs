import { GRANDE } from "./company.mjs";
import { compare, ratioRow } from "./measure.mjs";

const LISTS = [
  "/clientes?por=100",
  "/auditoria?por=100",
  "/conversas",
  "/relatorios/lista?periodo=m12",
  "/relatorios/clientes?por=frequentes&periodo=m12",
  "/funcionarios",
  "/servicos",
];
const PAGES = 60;
const CONVERSAS = 3_000;
/** Where the page after this one begins: as a page tells its own table, or a report in its link to the next. */
const nextOf = (list, page) => {
  const after = list.startsWith("/relatorios") ? /[?&;]depois=([^"&\\]+)/ : /\\?"after\\?":\\?"([^"\\]+)/;
  const cursor = after.exec(page)?.[1];
  return cursor && decodeURIComponent(cursor);
};

/** Conversations, of which the demonstration has few. @returns how to take them away */
async function talk(client) {
  await client.query("select set_config('app.ator', 'sistema', false)");
  await client.query(
    `insert into conversas (telefone, ultima_mensagem_em) select '+551190' || lpad(n::text, 7, '0'), now() - n * interval '1 minute'
     from generate_series(1, $1::int) n on conflict do nothing`,
    [CONVERSAS],
  );
  return () => client.query("delete from conversas where telefone like '+551190%'");
}

/** The first page of every list against one that lies deep, where people get by "Próxima". */
export async function listas({ company }) {
  const { client, url, headers, get } = await company(GRANDE);
  const read = async (at) => (await fetch(url + at, { headers })).text();
  const silence = await talk(client);
  const rows = [];
  try {
    for (const list of LISTS) {
      let [at, pages] = [list, 1];
      for (; pages < PAGES; pages++) {
        const next = nextOf(list, await read(at));
        if (!next) break;
        at = `${list}${list.includes("?") ? "&" : "?"}depois=${encodeURIComponent(next)}`;
      }
      if (pages === 1) throw new Error(`${list} has no second page`);
      const measured = await compare(
        () => get(at),
        () => get(list),
        { rounds: 7, times: 5 },
      );
      rows.push(ratioRow(`${list}: a página ${pages} (ao lado: a primeira)`, measured, { most: 2 }));
    }
  } finally {
    await silence();
  }
  return rows;
}
