/** What the product's own code has to offer to be measured without the web around it; `areas.mjs` bundles it. */
export { closePool } from "@/db/client";
export { listarClientes } from "@/lib/clientes/queries";
export { filtroClientesSchema } from "@/lib/clientes/schema";
export { sistema } from "@/lib/server/actor";
