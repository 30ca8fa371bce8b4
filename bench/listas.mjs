import { GRANDE } from "./day.mjs";
import { compare, ratioRow } from "./measure.mjs";

const LISTS = ["/clientes?por=100", "/auditoria?por=100", "/funcionarios", "/servicos"];
const PAGES = 60;
/** Where the page after this one begins, as the page tells its own table. */
const AFTER = /\\?"after\\?":\\?"([^"\\]+)/;

/** The first page of every list against one that lies deep, where people get by "Próxima". */
export async function listas({ company }) {
  const { url, headers, get } = await company(GRANDE);
  const read = async (at) => (await fetch(url + at, { headers })).text();
  const rows = [];
  for (const list of LISTS) {
    let [at, pages] = [list, 1];
    for (; pages < PAGES; pages++) {
      const next = AFTER.exec(await read(at))?.[1];
      if (!next) break;
      at = `${list}${list.includes("?") ? "&" : "?"}depois=${encodeURIComponent(next)}`;
    }
    if (pages === 1) continue;
    const measured = await compare(
      () => get(at),
      () => get(list),
      { rounds: 7, times: 5 },
    );
    rows.push(ratioRow(`${list}: a página ${pages} (ao lado: a primeira)`, measured, { most: 2 }));
  }
  return rows;
}
