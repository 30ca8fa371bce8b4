import { expect, test } from "vitest";
import { importarClientes } from "@/lib/importacoes/commands";
import { lerClientes } from "@/lib/importacoes/queries";
import { contratar } from "../support/people";

test("20.000 linhas cabem, e o andamento só cresce", async () => {
  const carla = await contratar("Carla", { telefone: "+5511977770000" });
  const linhas = Array.from({ length: 20_000 }, (_, i) => `Multidão ${i};multidao${i}@exemplo.com.br`);
  const arquivo = new TextEncoder().encode(`nome;email\n${linhas.join("\n")}`);
  const { linhas: lidas, erradas } = await lerClientes(carla, arquivo, new Date(), () => {});
  const passos: number[] = [];
  const progress = (feitas: number) => void passos.push(feitas);
  const resultado = await importarClientes(
    { actor: carla, progress },
    { modo: "todas", linhas: lidas, erradas: erradas.length },
  );
  expect(resultado.novos).toBe(20_000);
  expect(passos.length).toBeGreaterThan(10);
  expect(passos).toEqual([...passos].sort((a, b) => a - b));
});
