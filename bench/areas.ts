import { closePools, db } from "@/db/client";
import { listarClientes } from "@/lib/clientes/queries";
import { filtroClientesSchema } from "@/lib/clientes/schema";
import type { ChaveRelatorio } from "@/lib/domain/relatorios";
import { verRelatorio } from "@/lib/relatorios/queries";
import { filtroRelatorioSchema } from "@/lib/relatorios/schema";
import { sistema } from "@/lib/server/actor";
import { env } from "@/lib/server/env";

// Each reads the environment once: now, while it is the one that was made for them.
env();
db();

/** The first page of clients, as the list asks for it. */
export const buscarClientes = (busca: string) => listarClientes(sistema, filtroClientesSchema.parse({ busca }));

/** A report of some civil days, as its screen asks for it. */
export const verRelatorioDe = (relatorio: ChaveRelatorio, filtro: { por: string; de: string; ate: string }) =>
  verRelatorio(sistema, relatorio, filtroRelatorioSchema.parse({ periodo: "datas", ...filtro }), new Date());

export { rotas } from "@/lib/domain/permissoes";

export const close = closePools;
