import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp } from "../setup/app";
import { abrirSalao, as, pedido } from "../support/agenda";
import { backstage, type Backstage } from "../support/backstage";
import { callAction } from "../support/doors";
import { conferirTudo, impasses, passear } from "../support/passeio";
import { cadastrar, contratar } from "../support/people";
import type { Visitor } from "../support/visitor";

test("depois de 20.000 comandos ao acaso de seis pessoas, tudo ainda está certo", async () => {
  const salao = await abrirSalao(["Ana", "Bia", "Duda", "Eva"]);
  const nomes = ["Carla", "Dona Célia", "Carla", "Dona Célia", "Carla", "Carla"] as const;
  const atores = await Promise.all(nomes.map((nome) => contratar(nome)));
  const clientes = await Promise.all(Array.from({ length: 6 }, async () => (await cadastrar("Diego")).id));
  const antes = await impasses();
  await passear(salao, { atores, clientes, comandos: 20_000, seed: 20_000 });
  await conferirTudo();
  expect(await impasses()).toBe(antes);
}, 1_800_000);

const PESSOAS = 50;
const RODADAS = 20;
const CIENTES = ["passado", "fechado", "fora_do_expediente", "bloqueado", "reservado"];

type App = Awaited<ReturnType<typeof startApp>>;
let apps: App[];
let back: Backstage;
let visitantes: Visitor[];
let ids: { ana: number; escova: number; clientes: number[] };

/** The company of the race, written behind the servers' backs. */
async function contratarTodos() {
  const um = async (texto: string) => (await back.rows<{ id: number }>(`${texto} returning id`))[0]!.id;
  await back.rows("insert into configuracao_empresa (nome) values ('Salão da Dona Célia')");
  const cargo = (await back.rows<{ id: number }>("select id from cargos limit 1"))[0]!.id;
  const ana = await um(`insert into funcionarios (nome, cargo_id) values ('Ana', ${cargo})`);
  const escova = await um(
    "insert into servicos (nome, duracao_minutos, preco_centavos, cor) values ('Escova', 60, 8000, 'azul')",
  );
  await back.rows(`insert into funcionario_servicos (funcionario_id, servico_id) values (${ana}, ${escova})`);
  const clientes = await back.rows<{ id: number }>(
    "insert into usuarios (nome, tipo) select 'Maria ' || n, 'cliente' from generate_series(1, $1) n returning id",
    [PESSOAS],
  );
  return { ana, escova, clientes: clientes.map(({ id }) => id) };
}

beforeAll(async () => {
  const primeira = await startApp({ vazio: true });
  const { urlApp, urlDono } = primeira;
  apps = [primeira, await startApp({ vazio: true, env: { DATABASE_URL: urlApp, DATABASE_URL_DONO: urlDono } })];
  back = await backstage(primeira);
  ids = await contratarTodos();
  const carla = await back.person({ nome: "Carla", tipo: "master" });
  const segunda = await backstage({ url: apps[1]!.url, urlDono });
  visitantes = [await back.signedIn(carla), await segunda.signedIn(carla)];
  await segunda.close();
});

afterAll(async () => {
  await back.close();
  for (const app of apps.toReversed()) await app.stop();
});

type Resposta = { ok: boolean; data?: { ids?: number[]; versoes?: number[]; id?: number; versao?: number } } & {
  error?: { code: string; message: string };
};

/** Calls an action at one of the two servers, and again when it says that too many are at it at once. */
async function chamar(i: number, nome: string, entrada: object): Promise<Resposta> {
  for (;;) {
    const { status, result } = await callAction(visitantes[i % 2]!, nome, [entrada]);
    expect(status).toBeLessThan(500);
    const resposta = result as Resposta;
    if (resposta.error?.code !== "ocupado") return resposta;
  }
}

test("50 pessoas, dois servidores, o mesmo lugar: uma o tem, as outras leem de quem é, e ninguém trava", async () => {
  const travados = async () => {
    await new Promise((later) => setTimeout(later, 1_500));
    const [linha] = await back.rows<{ n: number }>(
      "select deadlocks::int as n from pg_stat_database where datname = current_database()",
    );
    return linha!.n;
  };
  const antes = await travados();
  const { ana, escova, clientes } = ids;
  for (let rodada = 1; rodada <= RODADAS; rodada++) {
    const dia = `2027-04-${String(rodada).padStart(2, "0")}`;
    const parte = { funcionarioId: ana, inicio: as("10h", dia), servicos: [escova] };
    const marcar = (clienteId: number, i: number) =>
      chamar(i, "agendarAction", pedido(parte, { clienteId, cientes: CIENTES }));

    const fora = await marcar(clientes[0]!, 0);
    const desfeito = await chamar(1, "desfazerAction", { id: fora.data!.ids![0], versao: fora.data!.versoes![0] });
    const outro = await chamar(0, "agendarAction", pedido({ ...parte, inicio: as("14h", dia) }, { cientes: CIENTES }));
    const mudado = { id: outro.data!.ids![0], versao: outro.data!.versoes![0], inicio: parte.inicio, cientes: CIENTES };
    const respostas = await Promise.all([
      ...clientes.map(marcar),
      chamar(0, "remarcarAction", mudado),
      chamar(1, "desfazerAction", { id: desfeito.data!.id, versao: desfeito.data!.versao }),
    ]);
    expect(respostas.filter(({ ok }) => ok)).toHaveLength(1);
    for (const { error } of respostas.filter(({ ok }) => !ok))
      expect(error!.message).toMatch(/Ana já tem um atendimento das 10h às 11h \((Maria \d+|cliente sem nome)\)\.$/);
  }
  expect(await travados()).toBe(antes);
  const sobrepostos = await back.rows(`select a.id from agendamentos a join agendamentos b
    on a.funcionario_id = b.funcionario_id and a.id < b.id
      and tstzrange(a.inicio, a.livre_em) && tstzrange(b.inicio, b.livre_em)
    where a.situacao in ('agendado', 'confirmado', 'concluido') and b.situacao in ('agendado', 'confirmado', 'concluido')`);
  expect(sobrepostos).toEqual([]);
});
