import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { agendar } from "@/lib/agendamentos/commands";
import { sistema } from "@/lib/server/actor";
import { pedido, sobreposicoes } from "../support/agenda";
import { acasoDe, Falante } from "../support/falante";
import { montarSalao, salaoReal } from "../support/salao-real";
import { contar } from "../support/sql";

let casa: Awaited<ReturnType<typeof montarSalao>>;
beforeAll(async () => {
  casa = await montarSalao();
});

/** Two people talk at a time, all in one agenda that fills up. */
const JUNTOS = 2;

test("duas mil mensagens de quem sabe o que quer: tudo o que se marca é o que se queria", async () => {
  const contados = { marcado: 0, remarcado: 0, cancelado: 0, desistiu: 0, preso: 0, errado: 0 };
  let [mensagens, semente, tomados, marcados] = [0, 0, 0, 0];
  await salaoReal(casa, { titulo: "", linhas: [] });

  async function uma(): Promise<void> {
    const esta = ++semente;
    const acaso = acasoDe(esta);
    const quem = esta % 4 ? "nova" : "sem nome";
    const salao = await salaoReal(casa, { titulo: "", linhas: [], quem, limpar: false });
    // Sometimes the shop takes the place between the question and the yes.
    const tomar = async ({ com, dia, minutos }: { com: string | null; dia: string; minutos: number }) => {
      const inicio = new Date(Date.parse(`${dia}T00:00:00-03:00`) + minutos * 60_000).toISOString();
      const parte = {
        funcionarioId: casa.pessoas.get(com ?? "Ana")!,
        inicio,
        servicos: [casa.servicos.get("Escova")!],
      };
      const cientes = ["reservado", "fechado", "fora_do_expediente", "nao_faz"];
      await agendar({ actor: sistema, now: new Date("2026-11-23T13:00:00Z") }, pedido(parte, { cientes })).then(
        () => tomados++,
        () => undefined,
      );
    };
    const desfecho = await new Falante(salao, "2026-11-23", acaso, tomar, 45).conversar();
    contados[desfecho.como]++;
    mensagens += desfecho.mensagens;
    marcados += Number(desfecho.marcou);
    expect(["marcado", "remarcado", "cancelado", "desistiu"], `${esta}\n${desfecho.falas.join("\n")}`).toContain(
      desfecho.como,
    );
  }

  while (mensagens < 2_000 || marcados < 200) await Promise.all(Array.from({ length: JUNTOS }, uma));
  console.log(contados, { mensagens, tomados, marcados });
  expect(await sobreposicoes()).toEqual([]);
  expect(await contar(sql`from agendamentos where origem = 'whatsapp'`)).toBe(marcados);
  expect(contados.desistiu).toBeLessThan(marcados / 20);
}, 900_000);
