import { eq } from "drizzle-orm";
import { arquivos, configuracaoEmpresa } from "@/db/schema";
import type { Tx } from "@/db/client";
import { command, type Call } from "@/lib/server/command";
import { AppError, naoEncontrado } from "@/lib/server/errors";
import { remakePicture } from "@/lib/server/picture";
import { updateSeen } from "@/lib/server/rows";
import { keepFile } from "@/lib/server/storage";
import { empresaSchema, removerLogoSchema, trocarLogoSchema } from "./schema";

/** There is one company, so its row needs no name. */
const ID = 1;

export const editarEmpresa = command({
  act: "empresa.editar",
  input: empresaSchema,
  touches: ["empresa"],
  async execute({ tx, input: { versao, ...valores } }) {
    return updateSeen(tx, configuracaoEmpresa, { id: ID, versao }, valores);
  },
});

/** Puts another logo, or none, in the place of the present one, whose row goes. The lock lets two swaps wait for each other. */
async function porLogo(tx: Tx, logoId: number | null, visto?: string) {
  const [travada] = await tx.select({ logoId: configuracaoEmpresa.logoId }).from(configuracaoEmpresa).for("update");
  if (!travada) throw naoEncontrado();
  // Asked only now: whoever waited for the lock does not see in the same statement what the other put there.
  const [atual] = travada.logoId
    ? await tx
        .select({ id: arquivos.id, nome: arquivos.nome, chave: arquivos.chave })
        .from(arquivos)
        .where(eq(arquivos.id, travada.logoId))
    : [];
  if (visto && atual?.nome !== visto)
    throw new AppError("conflito", "O logotipo já foi trocado ou removido. Recarregue a página para ver o atual.");
  const [empresa] = await tx
    .update(configuracaoEmpresa)
    .set({ logoId })
    .where(eq(configuracaoEmpresa.id, ID))
    .returning({ versao: configuracaoEmpresa.versao });
  if (atual) await tx.delete(arquivos).where(eq(arquivos.id, atual.id));
  return { versao: empresa!.versao, sobrou: atual?.chave ?? null };
}

const apagarSobra = ({ sobrou }: { sobrou: string | null }) =>
  sobrou ? [{ tarefa: "apagar_arquivo" as const, dados: { chave: sobrou }, chave: sobrou }] : [];

/** Makes a picture that is already kept the company's logo; the old one is deleted wherever it was. */
const trocarLogo = command({
  act: "empresa.trocar_logo",
  input: trocarLogoSchema,
  touches: ["empresa"],
  async execute({ tx, input }) {
    const [novo] = await tx.insert(arquivos).values(input).returning({ id: arquivos.id, nome: arquivos.nome });
    return { nome: novo!.nome, ...(await porLogo(tx, novo!.id)) };
  },
  notify: apagarSobra,
});

/** Makes a file that somebody sent the company's logo, if it is a picture. @throws AppError with what is wrong with it */
export async function receberLogo(call: Call, bytes: Buffer) {
  const imagem = await remakePicture(bytes);
  const tipo = "image/webp";
  const { nome, versao } = await keepFile(imagem, tipo, (place) =>
    trocarLogo(call, { ...place, tipo, tamanhoBytes: imagem.length }),
  );
  return { nome, versao };
}

/** Takes away the logo that the person saw. @throws AppError `conflito` when it is no longer that one */
export const removerLogo = command({
  act: "empresa.remover_logo",
  input: removerLogoSchema,
  touches: ["empresa"],
  execute: ({ tx, input }) => porLogo(tx, null, input.nome),
  notify: apagarSobra,
});
