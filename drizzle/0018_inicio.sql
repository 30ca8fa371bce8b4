CREATE TABLE "contagens" (
	"funcionario_id" integer PRIMARY KEY NOT NULL,
	"agendamentos" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contagens" ADD CONSTRAINT "contagens_funcionario_id_funcionarios_id_fk" FOREIGN KEY ("funcionario_id") REFERENCES "public"."funcionarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "usuarios_aniversario" ON "usuarios" USING btree ((extract(month from "nascimento") * 100 + extract(day from "nascimento"))) WHERE tipo = 'cliente' and ativo;
--> statement-breakpoint
-- Rows are touched in the order of their professionals, as their locks are taken, so that two transactions never wait for each other.
CREATE FUNCTION public.contar_agendamentos() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.contagens AS c (funcionario_id, agendamentos)
      SELECT funcionario_id, count(*) FROM depois GROUP BY 1 ORDER BY 1
      ON CONFLICT (funcionario_id) DO UPDATE SET agendamentos = c.agendamentos + excluded.agendamentos;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO public.contagens AS c (funcionario_id, agendamentos)
      SELECT funcionario_id, -count(*) FROM antes GROUP BY 1 ORDER BY 1
      ON CONFLICT (funcionario_id) DO UPDATE SET agendamentos = c.agendamentos + excluded.agendamentos;
  ELSE
    INSERT INTO public.contagens AS c (funcionario_id, agendamentos)
      SELECT * FROM (VALUES (OLD.funcionario_id, -1), (NEW.funcionario_id, 1)) v (id, um) ORDER BY 1
      ON CONFLICT (funcionario_id) DO UPDATE SET agendamentos = c.agendamentos + excluded.agendamentos;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.contar_agendamentos FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER contar_novos AFTER INSERT ON public.agendamentos REFERENCING NEW TABLE AS depois
  FOR EACH STATEMENT EXECUTE FUNCTION public.contar_agendamentos();
--> statement-breakpoint
CREATE TRIGGER contar_apagados AFTER DELETE ON public.agendamentos REFERENCING OLD TABLE AS antes
  FOR EACH STATEMENT EXECUTE FUNCTION public.contar_agendamentos();
--> statement-breakpoint
CREATE TRIGGER contar_trocados AFTER UPDATE OF funcionario_id ON public.agendamentos
  FOR EACH ROW WHEN (OLD.funcionario_id IS DISTINCT FROM NEW.funcionario_id)
  EXECUTE FUNCTION public.contar_agendamentos();
--> statement-breakpoint
INSERT INTO public.contagens (funcionario_id, agendamentos)
  SELECT funcionario_id, count(*) FROM public.agendamentos GROUP BY 1;
--> statement-breakpoint
-- What reports read of each, beside the key: they then need no look at the rows, which lie all over the table.
DROP INDEX public.agendamento_servicos_ordem;
--> statement-breakpoint
CREATE UNIQUE INDEX agendamento_servicos_ordem ON public.agendamento_servicos (agendamento_id, ordem)
  INCLUDE (servico_id, duracao_minutos, preco_centavos);
--> statement-breakpoint
DROP INDEX public.pagamentos_agendamento;
--> statement-breakpoint
CREATE INDEX pagamentos_agendamento ON public.pagamentos (agendamento_id) INCLUDE (id, forma, valor_centavos);
