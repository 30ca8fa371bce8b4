import { closePool } from "@/db/client";
import { listarClientes } from "@/lib/clientes/queries";
import { filtroClientesSchema } from "@/lib/clientes/schema";
import { sistema } from "@/lib/server/actor";

/** The first page of clients, as the list asks for it. */
export const buscarClientes = (busca: string) => listarClientes(sistema, filtroClientesSchema.parse({ busca }));

export const close = closePool;
