import { sql } from "drizzle-orm";
import { fusoNoBanco } from "@/lib/configuracoes/queries";
import type { DadosDoRecibo } from "@/lib/domain/recibo";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";

export type Recibo = DadosDoRecibo & {
  id: number;
  versao: number;
  telefone: string | null;
  razaoSocial: string;
  cnpj: string | null;
  telefoneDaEmpresa: string | null;
  endereco: string;
};

/** The receipt of an appointment. @throws AppError `nao_encontrado`, also when it is not concluded: nothing was charged yet */
export const verRecibo = query("pode_agendar", async ({ db }, id: number): Promise<Recibo> => {
  const { rows } = await db.execute<{ lido: Recibo }>(sql`
    select json_build_object('id', a.id, 'versao', a.versao, 'empresa', e.nome, 'razaoSocial', e.razao_social, 'cnpj', e.cnpj,
      'telefoneDaEmpresa', e.telefone,
      'endereco', concat_ws(', ', nullif(e.logradouro, ''), nullif(e.numero, ''), nullif(e.complemento, ''),
        nullif(e.bairro, ''), nullif(concat_ws(' - ', nullif(e.cidade, ''), e.uf), '')),
      'cliente', coalesce(u.nome, a.atendido, 'Cliente sem nome'), 'telefone', u.telefone,
      'dia', (a.inicio at time zone ${fusoNoBanco})::date, 'profissional', coalesce(f.apelido, f.nome),
      'servicos', (select coalesce(json_agg(json_build_object('nome', s.nome, 'precoCentavos', x.preco_centavos)
        order by x.ordem), '[]') from agendamento_servicos x join servicos s on s.id = x.servico_id
        where x.agendamento_id = a.id),
      'valorCentavos', a.valor_centavos, 'valorFinalCentavos', coalesce(a.valor_final_centavos, a.valor_centavos),
      'pagamentos', (select coalesce(json_agg(json_build_object('forma', p.forma, 'valorCentavos', p.valor_centavos)
        order by p.id), '[]') from pagamentos p where p.agendamento_id = a.id),
      'notaFiscal', a.nota_fiscal) as lido
    from agendamentos a join funcionarios f on f.id = a.funcionario_id left join usuarios u on u.id = a.cliente_id
      cross join configuracao_empresa e
    where a.id = ${id} and a.situacao = 'concluido'`);
  if (!rows[0]) throw naoEncontrado();
  return rows[0].lido;
});
