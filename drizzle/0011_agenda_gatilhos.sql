-- Two overlapping appointments of one professional cannot exist. An encaixe is the one exception, decided by a person.
ALTER TABLE public.agendamentos ADD CONSTRAINT sem_sobreposicao
  EXCLUDE USING gist (funcionario_id WITH =, tstzrange(inicio, livre_em, '[)') WITH &&)
  WHERE (situacao IN ('agendado', 'confirmado', 'concluido') AND NOT encaixe);
--> statement-breakpoint
ALTER TABLE public.expedientes ADD CONSTRAINT expedientes_periodos
  EXCLUDE USING gist (funcionario_id WITH =, daterange(de, ate, '[]') WITH &&) WHERE (funcionario_id IS NOT NULL);
--> statement-breakpoint
-- Tells open screens that the agenda changed. Without payload, so that PostgreSQL drops the repeats of a transaction; who
-- listens reads in the trail what it was.
CREATE FUNCTION public.anunciar() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM pg_notify('agenda', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.agendamentos
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar();
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.bloqueios
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar();
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.expedientes
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar();
--> statement-breakpoint
CREATE TRIGGER anunciar AFTER INSERT OR UPDATE OR DELETE ON public.excecoes
  FOR EACH STATEMENT EXECUTE FUNCTION public.anunciar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.agendamentos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.agendamento_servicos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.pagamentos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.expedientes FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.excecoes FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.bloqueios FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.agendamentos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{atendido,observacoes}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.agendamento_servicos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.pagamentos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.expedientes
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.excecoes
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.bloqueios
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{descricao}');
--> statement-breakpoint
-- When somebody was last served is no matter of access: whoever serves them writes it, also of a person who signs in.
CREATE OR REPLACE FUNCTION public.guardar_acesso() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
  permitido boolean := public.autor_e_master();
  proprias constant text[] := '{nome,apelido,telefone,senha_hash,deve_trocar_senha,senha_expira_em,versao,atualizado_em}';
  visita constant text[] := '{ultima_visita_em,versao,atualizado_em}';
BEGIN
  IF NOT permitido THEN
    SELECT * INTO ator FROM public.ator_da_transacao();
    IF TG_OP = 'INSERT' THEN
      permitido := ator.tipo = 'anonimo' AND NOT EXISTS (SELECT FROM public.usuarios WHERE tipo <> 'cliente');
    ELSIF TG_OP = 'UPDATE' THEN
      permitido := to_jsonb(NEW) - visita = to_jsonb(OLD) - visita
        OR (ator.tipo = 'usuario' AND ator.id = OLD.id AND to_jsonb(NEW) - proprias = to_jsonb(OLD) - proprias);
    END IF;
  END IF;
  IF NOT permitido THEN
    RAISE EXCEPTION 'só um master muda quem pode entrar' USING ERRCODE = 'HM004';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
-- A company that exists already opens as most do, until somebody says otherwise.
SELECT set_config('app.ator', 'sistema', true), set_config('app.ato', 'sistema.instalacao', true);
--> statement-breakpoint
INSERT INTO public.expedientes (semana) VALUES
  ('[[], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 780]]]');
