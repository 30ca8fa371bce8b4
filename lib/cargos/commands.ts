import { count, eq } from "drizzle-orm";
import { cargos, funcionarios } from "@/db/schema";
import { command } from "@/lib/server/command";
import { AppError } from "@/lib/server/errors";
import { deleteSeen, updateSeen } from "@/lib/server/rows";
import { cargoSchema, editarCargoSchema, excluirCargoSchema } from "./schema";

/** Creates a position. Names are unique without regard to case and accents. */
export const criarCargo = command({
  act: "cargo.criar",
  input: cargoSchema,
  touches: ["cargo"],
  async execute({ tx, input }) {
    const [cargo] = await tx.insert(cargos).values(input).returning({ id: cargos.id });
    return cargo!;
  },
});

export const editarCargo = command({
  act: "cargo.editar",
  input: editarCargoSchema,
  touches: ["cargo"],
  async execute({ tx, input: { id, versao, ...valores } }) {
    return updateSeen(tx, cargos, { id, versao }, valores);
  },
});

/** Deletes a position that nobody holds. @throws AppError `em_uso` that counts the employees */
export const excluirCargo = command({
  act: "cargo.excluir",
  input: excluirCargoSchema,
  touches: ["cargo"],
  async execute({ tx, input }) {
    const [usos] = await tx.select({ n: count() }).from(funcionarios).where(eq(funcionarios.cargoId, input.id));
    if (usos?.n) {
      const quantos = usos.n === 1 ? "1 funcionário tem" : `${usos.n} funcionários têm`;
      throw new AppError("em_uso", `${quantos} este cargo. Dê outro cargo a quem o tem antes de excluir.`);
    }
    return deleteSeen(tx, cargos, input);
  },
});
