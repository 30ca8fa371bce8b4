import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { pedidoDeAtrasoSchema } from "@/lib/atendimentos/schema";
import { fusoDaEmpresa } from "@/lib/configuracoes/queries";
import { impedimentos } from "@/lib/domain/impedimentos";
import { diaDoInstante, limitesDoDia, minutoDe } from "@/lib/domain/tempo";
import { lerFatos } from "@/lib/horarios/queries";
import { query } from "@/lib/server/query";

/** An appointment that would move. Instants are ISO; `avisos` say what is in the way of its new place. */
export type Atrasado = {
  id: number;
  versao: number;
  cliente: string | null;
  servicos: string;
  inicio: string;
  novoInicio: string;
  avisos: string[];
};

const MINUTO = 60_000;

/** What "atrasar o resto do dia" would do: everything open of a professional from `de` until the end of that civil day. */
export const verAtraso = query(
  "pode_agendar",
  async ({ db, actor }, pedido: z.output<typeof pedidoDeAtrasoSchema>, now: Date) => {
    const { funcionario, de, minutos } = pedido;
    const fuso = await fusoDaEmpresa(actor);
    const { fim } = limitesDoDia(diaDoInstante(de, fuso), fuso);
    type Linha = Omit<Atrasado, "novoInicio" | "avisos"> & { dura: number; preparo: number; comQuem: string | null };
    const { rows } = await db.execute<Linha>(sql`
      select a.id, a.versao, coalesce(a.atendido, u.nome) as cliente, to_json(a.inicio) #>> '{}' as inicio,
        (extract(epoch from a.fim - a.inicio) / 60)::int as dura,
        greatest(0, extract(epoch from a.livre_em - a.fim) / 60)::int as preparo,
        (select string_agg(s.nome, ' + ' order by x.ordem) from agendamento_servicos x
          join servicos s on s.id = x.servico_id where x.agendamento_id = a.id) as servicos,
        (select string_agg(distinct coalesce(f.apelido, f.nome), ' e ') from agendamentos v
          join funcionarios f on f.id = v.funcionario_id where v.visita = a.visita
            and v.funcionario_id <> a.funcionario_id and v.situacao in ('agendado', 'confirmado')) as "comQuem"
      from agendamentos a left join usuarios u on u.id = a.cliente_id
      where a.funcionario_id = ${funcionario} and a.inicio >= ${de} and a.inicio < ${fim}
        and a.situacao in ('agendado', 'confirmado') order by a.inicio, a.id`);
    const exceto = rows.map(({ id }) => id);
    const ate = new Date(fim.getTime() + minutos * MINUTO);
    const fatos = await lerFatos(db, { funcionarios: [funcionario], servicos: [], de, ate, exceto, now });
    const itens = rows.map(({ dura, preparo, comQuem, ...item }): Atrasado => {
      const novo = new Date(Date.parse(item.inicio) + minutos * MINUTO);
      const lugar = {
        ...{ funcionarioId: funcionario, inicio: minutoDe(novo), servicos: [] },
        ...{ duracaoMinutos: dura, preparoMinutos: preparo, exceto },
      };
      const contra = impedimentos(fatos, lugar, minutoDe(now), "pessoa").filter(({ chave }) => chave !== "passado");
      const avisos = contra.map(({ frase }) => frase);
      if (comQuem) avisos.push(`A visita tem mais um atendimento, com ${comQuem}, que fica onde está.`);
      return { ...item, novoInicio: novo.toISOString(), avisos };
    });
    return { fuso, itens };
  },
);
