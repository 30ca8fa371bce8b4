import { expect, test } from "vitest";
import { abrirSalao } from "../support/agenda";
import { conferirTudo, impasses, passear } from "../support/passeio";
import { cadastrar, contratar } from "../support/people";

test("depois de 1.000 comandos ao acaso de quatro pessoas, tudo ainda está certo", async () => {
  const salao = await abrirSalao(["Ana", "Bia", "Duda"]);
  const atores = await Promise.all(
    (["Carla", "Dona Célia", "Carla", "Dona Célia"] as const).map((nome) => contratar(nome)),
  );
  const clientes = await Promise.all([1, 2, 3].map(async () => (await cadastrar("Diego")).id));
  const antes = await impasses();
  const aceitos = await passear(salao, { atores, clientes, comandos: 1_000, seed: 7 });
  // A walk in which an act never succeeds shows nothing of it.
  expect(aceitos.size).toBe(19);
  await conferirTudo();
  expect(await impasses()).toBe(antes);
}, 120_000);
