/** What must hold for the rows of every company. `consulta` finds one row for each place where it does not. */
export type Invariante = { assunto: string; certo: string; errado: string; consulta: string };

const OCUPAM = "situacao in ('agendado', 'confirmado', 'concluido')";

const daAgenda: Invariante[] = [
  {
    assunto: "Agenda",
    certo: "Nenhum profissional tem dois agendamentos ao mesmo tempo, a não ser por encaixe.",
    errado: "Agendamentos que se sobrepõem sem ser encaixe",
    consulta: `select from (
      select inicio, max(livre_em) over (partition by funcionario_id order by inicio, id
        rows between unbounded preceding and 1 preceding) as ocupado_ate
      from agendamentos where ${OCUPAM} and not encaixe and livre_em > inicio) a where ocupado_ate > inicio`,
  },
  {
    assunto: "Serviços",
    certo: "Todo agendamento tem pelo menos um serviço.",
    errado: "Agendamentos sem nenhum serviço",
    consulta: `select from agendamentos a
      where not exists (select from agendamento_servicos s where s.agendamento_id = a.id)`,
  },
  {
    assunto: "Valores",
    certo: "O valor de cada agendamento é a soma dos seus serviços.",
    errado: "Agendamentos cujo valor não é a soma dos serviços",
    consulta: `select from agendamentos a join (select agendamento_id, sum(coalesce(preco_centavos, 0)) as soma
        from agendamento_servicos group by 1) s on s.agendamento_id = a.id where a.valor_centavos <> s.soma`,
  },
  {
    assunto: "Pagamentos",
    certo: "Só o que foi concluído tem pagamentos.",
    errado: "Pagamentos de agendamentos que não foram concluídos",
    consulta: `select from pagamentos p join agendamentos a on a.id = p.agendamento_id where a.situacao <> 'concluido'`,
  },
  {
    assunto: "Visitas",
    certo: "Cada visita é de um só cliente e está inteira.",
    errado: "Visitas de mais de um cliente, ou canceladas pela metade",
    consulta: `select from agendamentos where visita is not null group by visita
      having count(distinct coalesce(cliente_id, 0)) > 1
        or (bool_or(situacao = 'cancelado') and bool_or(situacao in ('agendado', 'confirmado')))`,
  },
  {
    assunto: "Clientes",
    certo: "A última visita de cada cliente não é anterior ao que já foi concluído.",
    errado: "Clientes cuja última visita é anterior a um atendimento concluído",
    consulta: `select from usuarios u join (select cliente_id, max(inicio) as ultima from agendamentos
        where situacao = 'concluido' group by 1) a on a.cliente_id = u.id
      where u.ultima_visita_em is null or u.ultima_visita_em < a.ultima`,
  },
  {
    assunto: "Contagens",
    certo: "O total de agendamentos de cada profissional é o que se conta um por um.",
    errado: "Profissionais cujo total de agendamentos não é o que se conta",
    consulta: `select from (select funcionario_id, count(*) as quantos from agendamentos group by 1) a
      full join contagens c using (funcionario_id) where coalesce(c.agendamentos, 0) <> coalesce(a.quantos, 0)`,
  },
  {
    assunto: "Ligações",
    certo: "Nada aponta para um registro que não existe, e nenhum arquivo ficou sem dono.",
    errado: "Restrições do banco que não valem, ou arquivos sem dono",
    consulta: `select from pg_constraint where connamespace = 'public'::regnamespace and not convalidated
      union all select from arquivos a where not exists (select from configuracao_empresa where logo_id = a.id)
        and not exists (select from mensagens where arquivo_id = a.id)`,
  },
];

const lista = (nomes: readonly string[]) => nomes.map((nome) => `'${nome}'`).join(", ");

const daTrilha = (auditadas: readonly string[], semTrilha: readonly string[]): Invariante[] => [
  {
    assunto: "Gatilhos",
    certo: "Toda tabela tem a trilha ligada, e nenhum gatilho está desligado.",
    errado: "Tabelas sem a trilha, ou gatilhos desligados",
    consulta: `select from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname not in (${lista(semTrilha)})
        and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'auditar' and tgenabled = 'O')
      union all select from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where relnamespace = 'public'::regnamespace and tgenabled <> 'O'`,
  },
  {
    assunto: "Trilha",
    certo: "Cada registro feito desde que a trilha começa tem nela a sua criação.",
    errado: "Registros cuja criação não está na trilha",
    consulta: auditadas
      .map(
        (tabela) => `select from ${tabela} t where criado_em >= (select em from log_auditoria order by em, id limit 1)
          and not exists (select from log_auditoria l
            where l.entidade = '${tabela}' and l.entidade_id = t.id and l.operacao = 'criacao')`,
      )
      .join(" union all "),
  },
];

/** All of them. @param auditadas the tables with a trail, @param semTrilha those that need none */
export const invariantes = (auditadas: readonly string[], semTrilha: readonly string[]): Invariante[] => [
  ...daAgenda,
  ...daTrilha(auditadas, semTrilha),
];
