-- On each real change of an editable row: one version more, a new instant. A change of nothing stays nothing.
CREATE FUNCTION public.carimbar() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  NEW.versao := OLD.versao;
  NEW.criado_em := OLD.criado_em;
  NEW.atualizado_em := OLD.atualizado_em;
  IF NEW IS DISTINCT FROM OLD THEN
    NEW.versao := OLD.versao + 1;
    NEW.atualizado_em := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Who writes, from the transaction's setting `app.ator`: 'usuario:7', 'sistema', 'bot:12', 'cliente:12', 'anonimo'.
CREATE FUNCTION public.ator_da_transacao(OUT tipo text, OUT id bigint)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator text := coalesce(current_setting('app.ator', true), '');
BEGIN
  IF ator !~ '^((usuario|bot|cliente):[0-9]{1,18}|sistema|anonimo)$' THEN
    RAISE EXCEPTION 'escrita sem autor: defina app.ator na transação' USING ERRCODE = 'HM001';
  END IF;
  tipo := split_part(ator, ':', 1);
  id := nullif(split_part(ator, ':', 2), '')::bigint;
END $$;
--> statement-breakpoint
-- The trail. Arguments: the columns of class `segredo`, then those of class `pessoal`. A secret shows only that it
-- changed; the personal ones are named so that they can be blanked for one person.
CREATE FUNCTION public.auditar() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
  segredo text;
  velha jsonb;
  nova jsonb;
  antes jsonb;
  depois jsonb;
BEGIN
  SELECT * INTO ator FROM public.ator_da_transacao();
  IF TG_OP <> 'INSERT' THEN velha := jsonb_strip_nulls(to_jsonb(OLD) - '{versao,criado_em,atualizado_em}'::text[]); END IF;
  IF TG_OP <> 'DELETE' THEN nova := jsonb_strip_nulls(to_jsonb(NEW) - '{versao,criado_em,atualizado_em}'::text[]); END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, velha -> key), jsonb_object_agg(key, nova -> key) INTO antes, depois
      FROM jsonb_object_keys(velha || nova) AS key
      WHERE velha -> key IS DISTINCT FROM nova -> key;
    IF antes IS NULL THEN RETURN NULL; END IF;
  ELSE
    antes := velha;
    depois := nova;
  END IF;
  FOREACH segredo IN ARRAY TG_ARGV[0]::text[] LOOP
    IF antes ->> segredo IS NOT NULL THEN antes := antes || jsonb_build_object(segredo, '•••'); END IF;
    IF depois ->> segredo IS NOT NULL THEN depois := depois || jsonb_build_object(segredo, '•••'); END IF;
  END LOOP;
  INSERT INTO public.log_auditoria (ator_tipo, ator_id, ato, operacao, entidade, entidade_id, antes, depois, requisicao)
  VALUES (
    ator.tipo,
    ator.id,
    coalesce(nullif(current_setting('app.ato', true), ''), 'sistema.sql'),
    CASE TG_OP WHEN 'INSERT' THEN 'criacao' WHEN 'UPDATE' THEN 'alteracao' ELSE 'exclusao' END,
    TG_TABLE_NAME,
    (coalesce(nova, velha) ->> 'id')::bigint,
    antes,
    depois,
    nullif(current_setting('app.requisicao', true), '')
  );
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Acts that change no row (signing in, a failed try, a refusal, an export) enter the same trail.
CREATE FUNCTION public.registrar_ato(ato text, entidade text, entidade_id bigint, detalhes jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
BEGIN
  SELECT * INTO ator FROM public.ator_da_transacao();
  INSERT INTO public.log_auditoria (ator_tipo, ator_id, ato, operacao, entidade, entidade_id, depois, requisicao)
  VALUES (ator.tipo, ator.id, ato, 'ato', entidade, entidade_id, detalhes, nullif(current_setting('app.requisicao', true), ''));
END $$;
--> statement-breakpoint
-- The application's only way into the queue: graphile-worker's own tables refuse its role.
CREATE FUNCTION public.enfileirar(tarefa text, dados json, chave text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF tarefa NOT IN ('limpeza') THEN
    RAISE EXCEPTION 'tarefa desconhecida: %', tarefa USING ERRCODE = 'HM002';
  END IF;
  PERFORM graphile_worker.add_job(tarefa, dados, job_key => chave);
END $$;
--> statement-breakpoint
-- A company without an active master cannot be entered by anybody. The lock makes two leavers wait for each other.
CREATE FUNCTION public.manter_um_master() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF OLD.tipo = 'master' AND OLD.ativo AND (TG_OP = 'DELETE' OR NEW.tipo <> 'master' OR NOT NEW.ativo) THEN
    PERFORM pg_advisory_xact_lock(hashtext('manter_um_master'));
    IF NOT EXISTS (SELECT FROM public.usuarios WHERE tipo = 'master' AND ativo) THEN
      RAISE EXCEPTION 'último master ativo' USING ERRCODE = 'HM003';
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.registrar_ato, public.enfileirar, public.auditar FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER manter_um_master AFTER UPDATE OF tipo, ativo OR DELETE ON public.usuarios
  FOR EACH ROW EXECUTE FUNCTION public.manter_um_master();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.cargos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.servicos FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.usuarios FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.funcionarios FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER carimbar BEFORE UPDATE ON public.configuracao_empresa FOR EACH ROW EXECUTE FUNCTION public.carimbar();
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.cargos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.servicos
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.usuarios
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{senha_hash}', '{nome,email,telefone}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.funcionarios
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{nome}');
--> statement-breakpoint
CREATE TRIGGER auditar AFTER INSERT OR UPDATE OR DELETE ON public.configuracao_empresa
  FOR EACH ROW EXECUTE FUNCTION public.auditar('{}', '{}');
--> statement-breakpoint
SELECT set_config('app.ator', 'sistema', true), set_config('app.ato', 'sistema.instalacao', true);
--> statement-breakpoint
INSERT INTO public.cargos (nome, descricao) VALUES
  ('Gerente', 'Cuida da equipe, da agenda e dos números'),
  ('Atendente', 'Recebe e agenda os clientes'),
  ('Especialista', 'Atende os clientes');
