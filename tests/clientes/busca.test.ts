import { beforeAll, expect, test } from "vitest";
import { listarClientes } from "@/lib/clientes/queries";
import { filtroClientesSchema } from "@/lib/clientes/schema";
import type { Usuario } from "@/lib/server/actor";
import { abrirSessao, cadastrar, contratar } from "../support/people";
import { comoSistema } from "../support/sql";
import { consentimentos } from "@/db/schema";

let ana: Usuario;
let diego: { id: number };

const diasAtras = (dias: number) => new Date(Date.now() - dias * 86_400_000);
const buscar = async (busca: string, filtro: object = {}) => {
  const { rows } = await listarClientes(ana, filtroClientesSchema.parse({ busca, ...filtro }));
  return rows.map(({ nome }) => nome);
};

beforeAll(async () => {
  ana = await abrirSessao((await cadastrar("Ana", { podeAgendar: true })).id);
  diego = await cadastrar("Diego", {
    nome: "Diego Conceição",
    apelido: "Didi",
    telefone: "+5511987654321",
    email: "diego.conceicao@exemplo.com.br",
    cpf: "52998224725",
    nascimento: "1990-03-12",
    etiquetas: ["VIP"],
    ultimaVisitaEm: diasAtras(10),
  });
  const elza = { nome: "Elza Prado", telefone: "+5521933334444", nascimento: "1980-12-31", criadoEm: diasAtras(200) };
  await cadastrar("Diego", { ...elza, ultimaVisitaEm: diasAtras(90), email: null });
  await cadastrar("Diego", {
    nome: "Fábio Estrangeiro",
    telefone: "+14155552671",
    criadoEm: diasAtras(400),
    email: null,
    ativo: false,
  });
  await comoSistema((tx) =>
    tx
      .insert(consentimentos)
      .values({ usuarioId: diego.id, canal: "whatsapp", dadoEm: diasAtras(5), como: "balcao", texto: "Aceito" }),
  );
});

test.each([
  ["o nome", "conceicao"],
  ["o nome em maiúsculas e com acento", "CONCEIÇÃO"],
  ["duas palavras em qualquer ordem", "conceição diego"],
  ["um pedaço do meio do nome", "nceic"],
  ["duas letras do começo de uma palavra", "co di"],
  ["uma letra do começo", "d"],
  ["o apelido", "didi"],
  ["o e-mail", "diego.conceicao@exemplo"],
  ["o fim do telefone", "4321"],
  ["o telefone com traço", "98765-4321"],
  ["o telefone com tudo", "+55 (11) 98765-4321"],
  ["o telefone com zero na frente", "011 98765 4321"],
  ["o telefone sem o nono dígito", "1187654321"],
  ["o telefone sem o nono dígito, como se fala", "(11) 8765-4321"],
  ["o telefone sem DDD, em pedaços", "9 8765 4321"],
  ["o CPF com pontos", "529.982.247-25"],
  ["um pedaço do CPF", "982.247"],
  ["nome e telefone", "diego 4321"],
])("acha por %s", async (_caso, busca) => {
  expect(await buscar(busca)).toEqual(["Diego Conceição"]);
});

test.each(["onceicao x", "co zz", "%", "_", "\\", "'; drop table usuarios; --", "998765432100", "🙂", "ab\u202ec"])(
  "%j não acha ninguém",
  async (busca) => expect(await buscar(busca)).toEqual([]),
);

test("um telefone de outro país é achado como é", async () => {
  expect(await buscar("+1 415 555-2671")).toEqual(["Fábio Estrangeiro"]);
});

test("sem busca vem antes quem esteve aqui por último; quem entra no sistema nunca vem", async () => {
  expect(await buscar("")).toEqual(["Diego Conceição", "Elza Prado", "Fábio Estrangeiro"]);
  expect(await buscar("", { ordem: "nome" })).toEqual(["Diego Conceição", "Elza Prado", "Fábio Estrangeiro"]);
  expect(await buscar("ana")).toEqual([]);
});

test.each([
  [{ ativo: "nao" }, ["Fábio Estrangeiro"]],
  [{ etiqueta: "VIP" }, ["Diego Conceição"]],
  [{ aniversario: "12" }, ["Elza Prado"]],
  [{ aniversario: "13" }, ["Diego Conceição", "Elza Prado", "Fábio Estrangeiro"]],
  [{ visita: "ate30" }, ["Diego Conceição"]],
  [{ visita: "mais60" }, ["Elza Prado"]],
  [{ visita: "mais180" }, []],
  [{ visita: "nunca" }, ["Fábio Estrangeiro"]],
  [{ consentimento: "whatsapp" }, ["Diego Conceição"]],
  [{ consentimento: "sms" }, []],
  [{ consentimento: "nenhum" }, ["Elza Prado", "Fábio Estrangeiro"]],
])("o filtro %j", async (filtro, nomes) => {
  expect(await buscar("", filtro)).toEqual(nomes);
});

test("quem só vê relatórios não acha clientes", async () => {
  const bruno = await contratar("Bruno", { podeVerRelatorios: true });
  await expect(listarClientes(bruno, filtroClientesSchema.parse({}))).rejects.toMatchObject({ code: "sem_permissao" });
});
