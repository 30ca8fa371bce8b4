import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { registrarImpressao } from "@/lib/acesso/commands";
import { rotas, type Rota } from "@/lib/domain/permissoes";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { contratar, recusaDe } from "../support/people";
import { rastroDe } from "../support/sql";

let celia: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
});

async function imprimir(caminho: string, dia?: string) {
  const requestId = randomUUID();
  await registrarImpressao({ actor: celia, requestId }, { caminho, dia });
  return rastroDe(requestId);
}

test("toda tela que mostra dados de pessoas fica na trilha quando é impressa, e só elas", async () => {
  for (const [rota, { pessoal, titulo }] of Object.entries<Rota>(rotas)) {
    const rastro = await imprimir(rota.replace("[id]", "7"));
    if (!pessoal) expect(rastro, rota).toEqual([]);
    else
      expect(rastro, rota).toMatchObject([
        {
          ato: "acesso.imprimir",
          ator_id: celia.id,
          entidade: pessoal === "lista" ? null : pessoal,
          entidade_id: pessoal === "lista" ? null : 7,
          depois: { tela: titulo },
        },
      ]);
  }
});

test("a da agenda diz de que dia, e um dia que não há não impede que fique na trilha", async () => {
  expect((await imprimir("/agenda", "2026-11-24"))[0]).toMatchObject({ depois: { tela: "Agenda", dia: "2026-11-24" } });
  expect((await imprimir("/agenda", "amanhã"))[0]!.depois).toEqual({ tela: "Agenda" });
});

test.each(["/nao-existe", "", "/clientes/../usuarios", "javascript:alert(1)", "//exemplo.com/clientes"])(
  "%j não é tela nenhuma",
  async (caminho) => {
    expect(await imprimir(caminho)).toEqual([]);
  },
);

test("quem não pode abrir a tela não a imprimiu, e a tentativa é que fica; um estranho nem isso", async () => {
  const ana = await contratar("Ana");
  const requestId = randomUUID();
  const recusa = await recusaDe(registrarImpressao({ actor: ana, requestId }, { caminho: "/usuarios" }));
  expect(recusa.code).toBe("sem_permissao");
  expect(await rastroDe(requestId)).toMatchObject([{ ato: "acesso.recusado", ator_id: ana.id }]);
  expect((await recusaDe(registrarImpressao({ actor: anonimo }, { caminho: "/clientes" }))).code).toBe("sem_permissao");
});
