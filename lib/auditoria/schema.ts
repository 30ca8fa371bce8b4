import { tiposAtor, type TipoAtor } from "@/lib/domain/auditoria";
import { entidades, type NomeEntidade } from "@/lib/domain/entidades";
import { id } from "@/lib/domain/campos";
import { listaSchema } from "@/lib/domain/lista";
import * as z from "@/lib/domain/mensagens";
import { areas, atos, type Area, type ChaveAto } from "@/lib/domain/permissoes";
import { chavesDe } from "@/lib/domain/chaves";

const umaDas = <T extends string>(tabela: Record<T, unknown>) => z.enum(chavesDe(tabela));
const numero = z.coerce.number().pipe(id);

/** A day of this millennium, of which the trail has all. */
const dia = z.iso.date().startsWith("2");

/** What the audit screen takes from the URL. `quem` is a user's number or one of `tiposAtor`; days are of the company. */
export const filtroAuditoriaSchema = listaSchema.extend({
  quem: z
    .union([umaDas<TipoAtor>(tiposAtor), numero])
    .optional()
    .catch(undefined),
  area: umaDas<Area>(areas).optional().catch(undefined),
  ato: umaDas<ChaveAto>(atos).optional().catch(undefined),
  de: dia.optional().catch(undefined),
  ate: dia.optional().catch(undefined),
  entidade: umaDas<NomeEntidade>(entidades).optional().catch(undefined),
  registro: numero.optional().catch(undefined),
});

export type FiltroAuditoria = z.infer<typeof filtroAuditoriaSchema>;
