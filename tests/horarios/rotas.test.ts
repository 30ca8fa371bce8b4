import { afterAll, beforeAll, expect, test } from "vitest";
import type { HorariosLivres } from "@/lib/horarios/queries";
import { openHouse, type House } from "../support/backstage";
import type { Visitor } from "../support/visitor";

let house: House;
let celia: Visitor;
let corte: number;
let ana: number;
beforeAll(async () => {
  house = await openHouse({ vazio: true });
  celia = await house.signedIn(await house.person({ nome: "Dona Célia", tipo: "master" }));
  const um = async (text: string, values: unknown[]) => (await house.rows<{ id: number }>(text, values))[0]!.id;
  corte = await um(
    "insert into servicos (nome, preco_centavos, duracao_minutos, cor) values ('Corte', 4500, 30, 'verde') returning id",
    [],
  );
  const cargo = await um("insert into cargos (nome) values ('Cabeleireira') returning id", []);
  ana = await um("insert into funcionarios (nome, cargo_id) values ('Ana', $1) returning id", [cargo]);
  await house.rows("insert into funcionario_servicos (funcionario_id, servico_id) values ($1, $2)", [ana, corte]);
});
afterAll(() => house.stop());

/** A Tuesday some weeks from now, well within the horizon; only a holiday could close it. */
function terca(): string {
  const dia = new Date(Date.now() + 21 * 86_400_000);
  dia.setUTCDate(dia.getUTCDate() + ((9 - dia.getUTCDay()) % 7));
  return dia.toISOString().slice(0, 10);
}

const horarios = (dia: string, mais = "") => `/api/agenda/horarios?servicos=${corte}&de=${dia}&ate=${dia}${mais}`;

test("horários e motivo concordam, pela rota", async () => {
  const dia = terca();
  await house.rows("insert into excecoes (data, nome, origem, aberto) values ($1, 'Abre', 'empresa', true)", [dia]);
  const livres = (await (await celia.get(horarios(dia))).json()) as HorariosLivres;
  expect(livres.dias).toMatchObject([{ dia, profissionais: [{ id: ana, nome: "Ana" }] }]);
  const { inicios } = livres.dias[0]!.profissionais[0]!;
  expect(inicios).toHaveLength(35);

  const motivo = async (inicio: string) =>
    (await celia.get(`/api/agenda/motivo?servicos=${corte}&funcionario=${ana}&inicio=${inicio}`)).json();
  expect(await motivo(inicios[0]!)).toEqual({ impedimentos: [] });
  const cedo = new Date(Date.parse(inicios[0]!) - 15 * 60_000).toISOString();
  expect(await motivo(cedo)).toMatchObject({ impedimentos: [{ chave: "fechado", conserto: { exige: "master" } }] });
});

test.each([
  "/api/agenda/horarios",
  "/api/agenda/horarios?servicos=1&de=2027-03-16&ate=2028-03-16",
  "/api/agenda/horarios?servicos=1&de=2027-02-30&ate=2027-03-16",
  "/api/agenda/horarios?servicos=%00&de=2027-03-16&ate=2027-03-16",
  "/api/agenda/motivo?funcionario=1",
  "/api/agenda/motivo?funcionario=1&inicio=agora",
])("%s é recusado com uma frase", async (path) => {
  const answer = await celia.get(path);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: { code: "invalido", message: "Confira os campos marcados." } });
});

test("quem não existe não se acha, e nem todos podem perguntar", async () => {
  const dia = terca();
  expect((await celia.get(horarios(dia, "&funcionario=999999"))).status).toBe(404);
  expect((await house.arrive().get(horarios(dia))).status).toBe(401);
  const bruno = await house.signedIn(await house.person({ nome: "Bruno", pode: ["pode_cadastrar_cargo"] }));
  expect((await bruno.get(horarios(dia))).status).toBe(403);
  const ve = await house.signedIn(await house.person({ nome: "Ana", pode: ["pode_ver_agendamentos"] }));
  expect((await ve.get(horarios(dia))).status).toBe(200);
});
