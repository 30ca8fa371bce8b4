import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { exportarClientes } from "@/lib/clientes/commands";
import { clientesDoArquivo } from "@/lib/clientes/queries";
import { filtroClientesSchema } from "@/lib/clientes/schema";
import { usuarios } from "@/db/schema";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { comoSistema, rastroDe } from "../support/sql";

let carla: Usuario;
type Linha = Partial<typeof usuarios.$inferInsert>;
const cliente = (nome: string, mais: Linha = {}) =>
  comoSistema((tx) =>
    tx
      .insert(usuarios)
      .values({ nome, tipo: "cliente", ...mais })
      .returning({ id: usuarios.id }),
  );

const filtro = (valores: Record<string, string> = {}) => filtroClientesSchema.parse(valores);
const exportar = (valores: Record<string, string>, actor: Usuario = carla, requestId?: string) =>
  exportarClientes({ actor, requestId }, { formato: "csv", filtro: filtro(valores) });
const nomes = async (ids: number[]) => (await clientesDoArquivo(carla, ids)).map(({ nome }) => nome);

beforeAll(async () => {
  carla = await contratar("Carla");
  await cliente("Zilda Mar", { etiquetas: ["vip"] });
  await cliente("Ágata Mar", { ultimaVisitaEm: new Date("2026-01-02T02:00:00Z") });
  await cliente("Bia Mar", { ativo: false });
});

test("saem os do filtro, na ordem da lista, e ninguém que entra no sistema", async () => {
  expect(await nomes(await exportar({ busca: "mar", ordem: "nome" }))).toEqual(["Ágata Mar", "Bia Mar", "Zilda Mar"]);
  expect(await nomes(await exportar({ busca: "mar", ordem: "-nome", ativo: "sim" }))).toEqual([
    "Zilda Mar",
    "Ágata Mar",
  ]);
  expect(await nomes(await exportar({ etiqueta: "vip" }))).toEqual(["Zilda Mar"]);
  expect(await nomes([carla.id])).toEqual([]);
});

test("a última visita é o dia no fuso da empresa", async () => {
  const [agata] = await clientesDoArquivo(carla, await exportar({ busca: "ágata" }));
  expect(agata!.ultimaVisita).toBe("2026-01-01");
});

test("cada exportação está na trilha: quem, quantos, qual filtro", async () => {
  const requestId = randomUUID();
  await exportar({ busca: "mar", visita: "nunca" }, carla, requestId);
  expect(await rastroDe(requestId)).toMatchObject([
    {
      ato: "cliente.exportar",
      ator_id: carla.id,
      operacao: "ato",
      depois: { formato: "CSV", linhas: 2, filtro: "busca: mar, última visita: Nunca veio" },
    },
  ]);
});

test("quem é excluído no meio da exportação não sai", async () => {
  const [{ id }] = (await cliente("Some Agora")) as [{ id: number }];
  const ids = await exportar({ busca: "some agora" });
  expect(ids).toEqual([id]);
  await comoSistema((tx) => tx.execute(sql`delete from usuarios where id = ${id}`));
  expect(await nomes(ids)).toEqual([]);
});

test("Bruno e um estranho não exportam, e a tentativa de Bruno fica na trilha", async () => {
  const bruno = await contratar("Bruno");
  const requestId = randomUUID();
  expect((await recusaDe(exportar({}, bruno, requestId))).code).toBe("sem_permissao");
  expect(await rastroDe(requestId)).toMatchObject([{ ato: "acesso.recusado" }]);
  expect((await recusaDe(clientesDoArquivo(bruno, [1]))).code).toBe("sem_permissao");
  expect((await recusaDe(exportarClientes({ actor: anonimo }, {}))).code).toBe("sem_permissao");
});
