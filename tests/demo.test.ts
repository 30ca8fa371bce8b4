import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { entradas } from "@/db/demo/salao";
import { entrar } from "@/lib/acesso/commands";
import { impedimentos } from "@/lib/domain/impedimentos";
import { menuDe } from "@/lib/domain/permissoes";
import { minutoDe } from "@/lib/domain/tempo";
import { lerFatos } from "@/lib/horarios/queries";
import { anonimo } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { carregar, empresa } from "./support/demo";
import { MENUS_DA_DEMONSTRACAO } from "./support/menus";
import { contar } from "./support/sql";

beforeAll(async () => {
  expect(await carregar(db(), 20)).toBe(true);
});

test("em um banco que já tem empresa ela não entra, e nada muda", async () => {
  const antes = await empresa(db());
  expect(await carregar(db(), 5)).toBe(false);
  expect(await empresa(db())).toEqual(antes);
});

test("as quatro entradas abrem a porta, cada uma com o seu menu", async () => {
  const menus: Record<string, string[]> = {};
  for (const { email } of entradas) {
    const { sessaoId } = await entrar({ actor: anonimo }, { email, senha: "demonstracao" });
    menus[email!.split("@")[0]!] = menuDe((await usuarioDaSessao(sessaoId))!).map(({ rotulo }) => rotulo);
  }
  expect(menus).toEqual(MENUS_DA_DEMONSTRACAO);
});

test("o calendário tem três meses de tudo o que acontece em um salão", async () => {
  const quantos = (onde: string) => contar(sql`from agendamentos where ${sql.raw(onde)}`);
  expect(await quantos("true")).toBeGreaterThan(2_000);
  for (const acontece of [
    ...["agendado", "confirmado", "concluido", "cancelado", "faltou"].map((situacao) => `situacao = '${situacao}'`),
    ...["encaixe", "visita is not null", "cliente_id is null", "atendido is not null", "observacoes <> ''"],
    ...["valor_final_centavos < valor_centavos", "inicio > '2026-12-10'", "inicio < '2026-10-01'"],
  ]) {
    expect(await quantos(acontece), acontece).toBeGreaterThan(0);
  }
  const noDia = (dia: number) => quantos(`extract(dow from inicio at time zone 'America/Sao_Paulo') = ${dia}`);
  expect(await noDia(6)).toBeGreaterThan(1.3 * (await noDia(1)));
  expect(await contar(sql`from pagamentos group by agendamento_id having count(*) > 1`)).toBeGreaterThan(0);
});

test("ninguém está marcado fora do seu expediente nem na hora do almoço, fora quem marcou antes das férias", async () => {
  const fora = await db().transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: number; f: number; inicio: string; minutos: number }>(sql`
      select id, funcionario_id as f, inicio, (extract(epoch from fim - inicio) / 60)::int as minutos
      from agendamentos where not encaixe`);
    const now = new Date("2026-11-23T12:00:00Z");
    const fatos = await lerFatos(tx, {
      funcionarios: [...new Set(rows.map(({ f }) => f))],
      ...{ servicos: [], de: "2026-09-01", ate: "2026-12-31", now },
    });
    const ocupados = fatos.profissionais.map((um) => ({ ...um, ocupados: [] }));
    return rows.flatMap(({ id, f, inicio, minutos }) =>
      impedimentos(
        { ...fatos, profissionais: ocupados },
        {
          ...{ funcionarioId: f, inicio: minutoDe(new Date(inicio)), duracaoMinutos: minutos },
          ...{ preparoMinutos: 0, servicos: [], exceto: [id] },
        },
        0,
        "pessoa",
      ).map(({ frase }) => frase),
    );
  });
  expect(fora.length).toBeLessThan(10);
  expect(fora.filter((frase) => !/férias/i.test(frase))).toEqual([]);
});

test("toda linha da demonstração tem autor na trilha, e nenhum telefone se repete sem querer", async () => {
  expect(await contar(sql`from log_auditoria where ato = 'sistema.demonstracao'`)).toBeGreaterThan(150);
  expect(
    await contar(sql`from log_auditoria where ator_tipo = 'usuario' and ato in ('servico.editar', 'cargo.editar')`),
  ).toBe(3);
  expect(await contar(sql`from usuarios where tipo = 'cliente' and telefone !~ '^[+]55[1-9]{2}9[4-9][0-9]{7}$'`)).toBe(
    0,
  );
});
