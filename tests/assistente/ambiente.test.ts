import { expect, test, vi } from "vitest";
import { apagarCredenciais, editarLigacao } from "@/lib/assistente/commands";
import { lerLigacao, verAssistente } from "@/lib/assistente/queries";
import { sistema } from "@/lib/server/actor";
import { entradas } from "../support/entradas";
import { contratar } from "../support/people";

const DO_AMBIENTE = "EAAG-do-ambiente-do-servidor";
vi.hoisted(() => Object.assign(process.env, { WHATSAPP_ACCESS_TOKEN: "EAAG-do-ambiente-do-servidor" }));

test("o token guardado sob o do ambiente pode ser apagado, e o do ambiente continua valendo", async () => {
  const celia = await contratar("Dona Célia");
  await editarLigacao({ actor: celia }, (await entradas["whatsapp.editar_ligacao"]!(celia)) as never);
  const { ligacao, versao } = await verAssistente(celia);
  expect(ligacao).toMatchObject({ guardados: ["token", "segredo", "verificacao"], token: { doAmbiente: true } });
  await apagarCredenciais({ actor: celia }, { versao, quais: ["token"] });
  const depois = (await verAssistente(celia)).ligacao;
  expect(depois).toMatchObject({ guardados: ["segredo", "verificacao"], token: { doAmbiente: true } });
  expect((await lerLigacao(sistema)).token).toBe(DO_AMBIENTE);
});
