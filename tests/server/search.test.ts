import { beforeAll, expect, test } from "vitest";
import type { Usuario } from "@/lib/server/actor";
import { listarServicos } from "@/lib/servicos/queries";
import { filtroServicosSchema } from "@/lib/servicos/schema";
import { contratar, servico } from "../support/people";

let celia: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
  for (const nome of ["Corte", "Escova", "Barba e bigode"]) await servico({ nome });
});

const nomes = async (busca: string) =>
  (await listarServicos(celia, filtroServicosSchema.parse({ busca }))).rows.map(({ nome }) => nome);

test("a busca não repara em acentos nem em maiúsculas, e cada palavra tem de aparecer", async () => {
  await servico({ nome: "Hidratação Profunda" });
  for (const busca of ["hidratacao", "HIDRATAÇÃO", "profunda hidra", "  fun   ção ", "hidratação".normalize("NFD")]) {
    expect(await nomes(busca), busca).toEqual(["Hidratação Profunda"]);
  }
  expect(await nomes("hidratação rasa")).toEqual([]);
});

test("% e _ e \\ são só letras", async () => {
  await servico({ nome: "Desconto de 50%" });
  await servico({ nome: "Pacote_casal" });
  await servico({ nome: "Barra\\invertida" });
  expect(await nomes("%")).toEqual(["Desconto de 50%"]);
  expect(await nomes("0%")).toEqual(["Desconto de 50%"]);
  expect(await nomes("_")).toEqual(["Pacote_casal"]);
  expect(await nomes("\\")).toEqual(["Barra\\invertida"]);
  expect(await nomes("'; drop table servicos; --")).toEqual([]);
});

test("os filtros somam-se à busca", async () => {
  await servico({ nome: "Pacote antigo", categoria: "Pacotes", ativo: false });
  const listar = (params: object) => listarServicos(celia, filtroServicosSchema.parse({ busca: "pacote", ...params }));
  expect((await listar({ ativo: "sim" })).rows.map(({ nome }) => nome)).toEqual(["Pacote_casal"]);
  expect(await listar({ ativo: "nao", categoria: "Pacotes" })).toMatchObject({ total: 1, totalExact: true });
});
