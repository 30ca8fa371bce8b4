import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { random } from "@/db/demo/random";
import { criarCargo, editarCargo, excluirCargo } from "@/lib/cargos/commands";
import type { Call } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import {
  ativarServico,
  criarServico,
  desativarServico,
  duplicarServico,
  editarServico,
  excluirServico,
} from "@/lib/servicos/commands";
import { cargo, contratar, corte, funcionario } from "../support/people";
import { contar, rastroDe } from "../support/sql";

const PASSOS = 200;
const r = random(20);

type Tabela = "cargos" | "servicos";
type Linha = Record<string, unknown> & { id: number; versao: number };

const linhas = async (tabela: Tabela) => {
  const { rows } = await db().execute<{ linha: Linha }>(
    sql`select jsonb_strip_nulls(to_jsonb(t) - '{criado_em,atualizado_em}'::text[]) as linha
      from ${sql.identifier(tabela)} t order by id`,
  );
  return rows.map((row) => row.linha);
};

/** The rows of a table as the trail alone tells them. */
async function contado(tabela: Tabela): Promise<Linha[]> {
  const { rows } = await db().execute<{ id: number; operacao: string; depois: Record<string, unknown> }>(sql`
    select entidade_id::int as id, operacao, depois from log_auditoria where entidade = ${tabela} order by log_auditoria.id`);
  const state = new Map<number, Linha>();
  for (const { id, operacao, depois } of rows) {
    if (operacao === "exclusao") state.delete(id);
    else state.set(id, { ...state.get(id), ...depois, id, versao: (state.get(id)?.versao ?? 0) + 1 });
  }
  return [...state.values()].sort((a, b) => a.id - b.id);
}

/** How many rows differ between two readings, each counted once. */
function mudadas(antes: Linha[], depois: Linha[]): number {
  const texto = (rows: Linha[]) => new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const [velhas, novas] = [texto(antes), texto(depois)];
  return [...new Set([...velhas.keys(), ...novas.keys()])].filter((id) => velhas.get(id) !== novas.get(id)).length;
}

const nome = () => `${r.pick(["Corte", "Escova", "Barba", "Unha", "Pé e mão"])} ${r.between(1, 12)}`;
const alvo = (rows: Linha[]) => {
  const { id, versao } = rows.length ? r.pick(rows) : { id: 1, versao: 1 };
  return { id, versao: r.chance(0.15) ? versao + 1 : versao };
};

/** One random wish, often a refused one: a taken name, an old version, a position in use, a record that is gone. */
function desejo(call: Call, cargos: Linha[], servicos: Linha[]): Promise<unknown> {
  const descricao = r.pick(["", "Rápido", "Com calma"]);
  const valores = { ...corte, nome: nome(), precoCentavos: r.pick([4_500, 5_000]), ativo: r.chance(0.5) };
  const umCargo = alvo(cargos);
  const umServico = alvo(servicos);
  return r.pick([
    () => criarCargo(call, { nome: nome(), descricao }),
    () => editarCargo(call, { ...umCargo, nome: nome(), descricao }),
    () => editarCargo(call, { ...umCargo, nome: String(cargos[0]?.nome), descricao }),
    () => excluirCargo(call, umCargo),
    () => criarServico(call, valores),
    () => editarServico(call, { ...umServico, ...valores }),
    () => duplicarServico(call, umServico),
    () => ativarServico(call, umServico),
    () => desativarServico(call, umServico),
    () => excluirServico(call, umServico),
  ])();
}

test("em duzentos pedidos ao acaso, a trilha tem uma linha por linha mudada, e dela se refaz a tabela", async () => {
  const actors = [await contratar("Dona Célia"), await contratar("Bruno"), await contratar("Ana")];
  await funcionario("Diego", (await cargo("Em uso")).id);
  const seen = { feitos: 0, recusados: 0, semMudanca: 0 };
  let [cargos, servicos] = [await linhas("cargos"), await linhas("servicos")];

  for (let passo = 0; passo < PASSOS; passo++) {
    const actor = r.pick(actors);
    const requestId = randomUUID();
    const fim = await desejo({ actor, requestId }, cargos, servicos).then(
      () => "feito" as const,
      (error: unknown) => error,
    );
    if (fim !== "feito" && (!(fim instanceof AppError) || fim.code === "inesperado")) throw fim;
    const [cargosDepois, servicosDepois] = [await linhas("cargos"), await linhas("servicos")];
    const n = mudadas(cargos, cargosDepois) + mudadas(servicos, servicosDepois);
    const rastro = await rastroDe(requestId);
    const semDireito = fim !== "feito" && fim.code === "sem_permissao";
    expect(rastro.filter(({ operacao }) => operacao !== "ato")).toHaveLength(n);
    expect(rastro.filter(({ operacao }) => operacao === "ato")).toHaveLength(semDireito ? 1 : 0);
    for (const linha of rastro) expect(linha).toMatchObject({ ator_tipo: "usuario", ator_id: actor.id });
    if (fim !== "feito") expect(n).toBe(0);
    seen[fim !== "feito" ? "recusados" : n ? "feitos" : "semMudanca"]++;
    [cargos, servicos] = [cargosDepois, servicosDepois];
  }

  // The walk is worth something only if it went everywhere.
  expect(Math.min(seen.feitos, seen.recusados)).toBeGreaterThan(40);
  expect(seen.semMudanca).toBeGreaterThan(5);
  expect(await contado("cargos")).toEqual(cargos);
  expect(await contado("servicos")).toEqual(servicos);
  expect(await contar(sql`from log_auditoria where ato not like '%.%' or area is null`)).toBe(0);
});
