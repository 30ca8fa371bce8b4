-- Stored, since a short word finds tens of thousands of candidates, and each was put together anew to be compared.
ALTER TABLE "usuarios" ADD COLUMN "busca" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE FUNCTION public.anotar_busca() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  NEW.busca := public.busca_da_pessoa(NEW.nome, NEW.apelido, NEW.email, NEW.telefone, NEW.cpf);
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Triggers of one moment run in the order of their names: before those that compare the row with what it was.
CREATE TRIGGER anotar_busca BEFORE INSERT OR UPDATE ON public.usuarios
  FOR EACH ROW EXECUTE FUNCTION public.anotar_busca();
--> statement-breakpoint
-- What the database derives from other columns is no change of its own.
CREATE OR REPLACE FUNCTION public.auditar() RETURNS trigger
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
  IF TG_OP <> 'INSERT' THEN velha := jsonb_strip_nulls(to_jsonb(OLD) - '{versao,criado_em,atualizado_em,busca}'::text[]); END IF;
  IF TG_OP <> 'DELETE' THEN nova := jsonb_strip_nulls(to_jsonb(NEW) - '{versao,criado_em,atualizado_em,busca}'::text[]); END IF;
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
-- Whoever changes their own name changes also what they are found by.
CREATE OR REPLACE FUNCTION public.guardar_acesso() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  ator record;
  permitido boolean := public.autor_e_master();
  proprias constant text[] := '{nome,apelido,telefone,senha_hash,deve_trocar_senha,senha_expira_em,busca,versao,atualizado_em}';
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
ALTER TABLE public.usuarios DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE public.usuarios SET busca = public.busca_da_pessoa(nome, apelido, email, telefone, cpf);
--> statement-breakpoint
ALTER TABLE public.usuarios ENABLE TRIGGER USER;
--> statement-breakpoint
DROP INDEX "usuarios_busca";
--> statement-breakpoint
CREATE INDEX "usuarios_busca" ON "usuarios" USING gin ("busca" gin_trgm_ops);
