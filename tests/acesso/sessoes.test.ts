import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sessoes } from "@/db/schema";
import { encerrarSessao, encerrarSessoes, sair } from "@/lib/acesso/commands";
import { listarSessoes } from "@/lib/acesso/queries";
import { anonimo, sistema } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { abrirSessao, contratar, mudar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

const marcar = (sessaoId: string, valores: Partial<typeof sessoes.$inferInsert>) =>
  comoSistema((tx) => tx.update(sessoes).set(valores).where(eq(sessoes.id, sessaoId)));
const ha = (minutos: number) => new Date(Date.now() - minutos * 60_000);

describe("lista", () => {
  test("Bruno vê o aparelho e o último uso de cada sessão aberta, a usada por último primeiro", async () => {
    const aqui = await contratar("Bruno");
    const [casa, encerrada, esquecida] = [
      await abrirSessao(aqui.id),
      await abrirSessao(aqui.id),
      await abrirSessao(aqui.id),
    ];
    await contratar("Ana");
    await marcar(casa.sessaoId, { descricao: "Firefox no Windows", endereco: "10.1.2.3", usadaEm: ha(90) });
    await marcar(encerrada.sessaoId, { encerradaEm: ha(1) });
    await marcar(esquecida.sessaoId, { usadaEm: ha(31 * 24 * 60) });
    const lista = await listarSessoes(aqui);
    expect(lista).toMatchObject([
      { id: aqui.sessaoId, descricao: "Chrome no Android", atual: true },
      { id: casa.sessaoId, descricao: "Firefox no Windows", endereco: "10.1.2.3", atual: false },
    ]);
    expect(Math.abs(lista[1]!.usadaEm.getTime() - ha(90).getTime())).toBeLessThan(5_000);
    expect(Object.keys(lista[0]!)).not.toContain("dispositivo");
  });

  test("um estranho não lista sessões", async () => {
    expect((await recusaDe(listarSessoes(anonimo))).code).toBe("sem_permissao");
    expect(await listarSessoes(sistema)).toEqual([]);
  });
});

describe("encerrar", () => {
  test("Bruno encerra o celular perdido, e esta sessão continua", async () => {
    const aqui = await contratar("Bruno");
    const perdido = await abrirSessao(aqui.id);
    const requestId = randomUUID();
    await encerrarSessao({ actor: aqui, requestId }, { id: perdido.sessaoId });
    expect(await usuarioDaSessao(perdido.sessaoId)).toBeNull();
    expect(await usuarioDaSessao(aqui.sessaoId)).not.toBeNull();
    expect(await rastroDe(requestId)).toMatchObject([
      { ator_id: aqui.id, ato: "acesso.encerrar_sessao", depois: { aparelho: "Chrome no Android" } },
    ]);
    const outraVez = encerrarSessao({ actor: aqui }, { id: perdido.sessaoId });
    expect((await recusaDe(outraVez)).code).toBe("nao_encontrado");
  });

  test("a sessão de Ana, para Bruno, não existe", async () => {
    const [bruno, ana] = [await contratar("Bruno"), await contratar("Ana")];
    const daAna = await recusaDe(encerrarSessao({ actor: bruno }, { id: ana.sessaoId }));
    const inventada = await recusaDe(encerrarSessao({ actor: bruno }, { id: randomUUID() }));
    expect(daAna).toMatchObject({ code: "nao_encontrado", message: inventada.message });
    expect(await usuarioDaSessao(ana.sessaoId)).not.toBeNull();
  });

  test("sair encerra só esta; sair de todas encerra todas as de Bruno e nenhuma de Ana", async () => {
    const [aqui, ana] = [await contratar("Bruno"), await contratar("Ana")];
    const [casa, loja] = [await abrirSessao(aqui.id), await abrirSessao(aqui.id)];
    await sair({ actor: casa }, {});
    expect(await usuarioDaSessao(casa.sessaoId)).toBeNull();
    expect(await usuarioDaSessao(loja.sessaoId)).not.toBeNull();
    await encerrarSessoes({ actor: aqui }, {});
    expect(await contar(sql`from sessoes where usuario_id = ${aqui.id} and encerrada_em is null`)).toBe(0);
    expect(await usuarioDaSessao(ana.sessaoId)).not.toBeNull();
  });

  test("sair sem ter entrado não é erro, e não deixa rastro", async () => {
    const requestId = randomUUID();
    await sair({ actor: anonimo, requestId }, {});
    await encerrarSessoes({ actor: anonimo, requestId }, {});
    expect(await rastroDe(requestId)).toEqual([]);
  });
});

describe("o que vale no pedido seguinte", () => {
  test("desativar, mudar permissão e rebaixar", async () => {
    const carla = await contratar("Carla");
    await mudar(carla.id, { podeAgendar: false });
    expect((await usuarioDaSessao(carla.sessaoId))!.permissoes).not.toContain("pode_agendar");
    await mudar(carla.id, { ativo: false });
    expect(await usuarioDaSessao(carla.sessaoId)).toBeNull();
    await mudar(carla.id, { ativo: true });
    expect(await usuarioDaSessao(carla.sessaoId)).not.toBeNull();
  });

  test("uma pessoa que virou cliente já não entra", async () => {
    const ana = await contratar("Ana");
    await mudar(ana.id, { tipo: "cliente" });
    expect(await usuarioDaSessao(ana.sessaoId)).toBeNull();
  });
});

test("o último uso é anotado no máximo a cada dois minutos", async () => {
  const bruno = await contratar("Bruno");
  const usos = async () => (await listarSessoes(bruno))[0]!.usadaEm.getTime();
  await marcar(bruno.sessaoId, { usadaEm: ha(1) });
  const antes = await usos();
  await usuarioDaSessao(bruno.sessaoId);
  expect(await usos()).toBe(antes);
  await marcar(bruno.sessaoId, { usadaEm: ha(3) });
  await usuarioDaSessao(bruno.sessaoId);
  expect(Date.now() - (await usos())).toBeLessThan(60_000);
});
