import { beforeAll, test } from "vitest";
import { encenar } from "../support/roteiro";
import { roteiros } from "../support/roteiros";
import { montarSalao, salaoReal } from "../support/salao-real";

let casa: Awaited<ReturnType<typeof montarSalao>>;
beforeAll(async () => {
  casa = await montarSalao();
});

test.each(roteiros)("no banco de verdade: $titulo", async (roteiro) =>
  encenar(await salaoReal(casa, roteiro), roteiro),
);
