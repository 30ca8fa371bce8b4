import { openAreas } from "./areas.mjs";
import { GRANDE } from "./company.mjs";
import { compare, ratioRow } from "./measure.mjs";

const GOAL = { most: 5, within: 100 };

/** What people type, and the pieces of text that it means. */
const BUSCAS = {
  "sem busca, os últimos": ["", []],
  "nome comum": ["maria", ["%maria%"]],
  "nome e sobrenome": ["joão silva", ["%joao%", "%silva%"]],
  "fim do telefone": ["4321", ["%4321%"]],
  "telefone inteiro": ["(11) 98765-4321", ["%11987654321%"]],
  "e-mail": ["ana@", ["%ana@%"]],
  "duas letras": ["ma", ["% ma%"]],
  ninguém: ["xuxuzinho", ["%xuxuzinho%"]],
};

const text = "busca";

/** The same as SQL by hand: how many there are, up to 1,001, and the first page of them. */
function byHand(client, pieces) {
  const where = ["tipo = 'cliente'", ...pieces.map((_, i) => `${text} like $${i + 1}`)].join(" and ");
  const count = `select count(*) from (select from usuarios where ${where} limit 1001) t`;
  const page = (by) => `select id, nome, apelido, telefone, email, etiquetas, ultima_visita_em, ativo, versao
    from usuarios where ${where} order by ${by} desc, id desc limit 26`;
  const recent = "coalesce(ultima_visita_em, criado_em)";
  return async () => {
    const { rows } = await client.query(count, pieces);
    // The few are found by their text and then sorted, the many are met on the way through the latest.
    await client.query(
      page(pieces.length && Number(rows[0].count) <= 1_000 ? `(${recent} + interval '0')` : recent),
      pieces,
    );
  };
}

/** Looking for a client among 100,000: in the product's code against SQL by hand, and on the whole way over HTTP. */
export async function clientes({ company }) {
  const { client, get, urlApp } = await company(GRANDE);
  const { buscarClientes, close } = await openAreas({ urlApp });
  const rows = [];
  for (const [what, [busca, pieces]] of Object.entries(BUSCAS))
    rows.push(ratioRow(what, await compare(() => buscarClientes(busca), byHand(client, pieces)), GOAL));
  await close();
  const empty = () => get("/api/busca?q=");
  for (const [what, at] of [
    ["a busca de tudo, enquanto se digita", "/api/busca?q=maria+sil"],
    ["a lista filtrada, a tela inteira", "/clientes?busca=maria+sil"],
  ])
    rows.push(ratioRow(`${what} (ao lado: rota vazia)`, await compare(() => get(at), empty), { within: GOAL.within }));
  return rows;
}
